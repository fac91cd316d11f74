import { area } from '../area';

export const profile = area({
  ru: {},
  en: {},
});
