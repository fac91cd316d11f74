import { area } from '../area';

export const dossier = area({
  ru: {},
  en: {},
});
