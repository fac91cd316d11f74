import { area } from '../area';

export const thresholds = area({
  ru: {},
  en: {},
});
