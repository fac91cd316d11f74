import { area } from '../area';

export const team = area({
  ru: {},
  en: {},
});
