import { area } from '../area';

export const segments = area({
  ru: {},
  en: {},
});
