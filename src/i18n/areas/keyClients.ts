import { area } from '../area';

export const keyClients = area({
  ru: {},
  en: {},
});
