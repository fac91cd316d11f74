import { area } from '../area';

/** The register of dossiers «Досье». */
export const register = area({
  ru: {
    'register.flag.noDecider': 'нет ЛПР',
    'register.flag.noContactWithDecider': 'нет контакта с ЛПР',
    'register.flag.deciderAgainst': 'решающий человек против',
    'register.flag.singleContact': 'контакт только с одним',
    'register.freshness.fresh': 'свежее',
    'register.freshness.ageing': 'пора обновить',
    'register.freshness.stale': 'устарело',
    'register.freshness.unknown': 'дата не указана',
  },
  en: {
    'register.flag.noDecider': 'no decider',
    'register.flag.noContactWithDecider': 'no contact with the decider',
    'register.flag.deciderAgainst': 'a decisive person is against',
    'register.flag.singleContact': 'a single contact',
    'register.freshness.fresh': 'fresh',
    'register.freshness.ageing': 'due for an update',
    'register.freshness.stale': 'stale',
    'register.freshness.unknown': 'no date given',
  },
});
