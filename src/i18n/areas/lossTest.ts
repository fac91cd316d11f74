import { area } from '../area';

export const lossTest = area({
  ru: {},
  en: {},
});
