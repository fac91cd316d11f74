import { area } from '../area';

/** The report of a meeting. */
export const meeting = area({
  ru: {
    'dossier.choice.confirm.yes': 'да',
  },
  en: {
    'dossier.choice.confirm.yes': 'yes',
  },
});
