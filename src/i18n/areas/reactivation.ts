import { area } from '../area';

export const reactivation = area({
  ru: {},
  en: {},
});
