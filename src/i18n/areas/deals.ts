import { area } from '../area';

export const deals = area({
  ru: {},
  en: {},
});
