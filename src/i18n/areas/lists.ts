import { area } from '../area';

export const lists = area({
  ru: {},
  en: {},
});
