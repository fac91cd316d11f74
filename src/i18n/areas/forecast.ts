import { area } from '../area';

export const forecast = area({
  ru: {},
  en: {},
});
