import { area } from '../area';

export const questions = area({
  ru: {},
  en: {},
});
