import { area } from '../area';

export const dossier = area({
  ru: {
    // tabs of pages; a name of up to 31 characters
    'dossier.tab': 'Досье {name}',
    'meeting.tab': 'Встреча {name}',
  },
  en: {
    'dossier.tab': 'Dossier {name}',
    'meeting.tab': 'Meeting {name}',
  },
});
