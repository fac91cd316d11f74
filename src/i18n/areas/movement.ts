import { area } from '../area';

export const movement = area({
  ru: {},
  en: {},
});
