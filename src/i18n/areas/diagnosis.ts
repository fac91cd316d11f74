import { area } from '../area';

export const diagnosis = area({
  ru: {},
  en: {},
});
