import { area } from '../area';

export const health = area({
  ru: {},
  en: {},
});
