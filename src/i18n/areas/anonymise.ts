import { area } from '../area';

export const anonymise = area({
  ru: {},
  en: {},
});
