import type { CellValue } from '../../domain/shared/grid';
import type { Language } from '../../domain/settings';
import { SAMPLE_END, workingDayFrom } from './calendar';
import { MANAGERS } from './clients';
import type { Words } from './goods';
import type { Random } from './random';
import { managerOn } from './salesSheet';
import type { SampleSheet } from './sheet';
import type { Buyer } from './yearlySales';

interface SheetTexts {
  readonly sheet: string;
  readonly headings: readonly string[];
  readonly dateFormat: string;
  readonly won: string;
  readonly lost: string;
}

const TEXTS: Readonly<Record<Language, SheetTexts>> = {
  ru: {
    sheet: 'Воронка',
    headings: [
      'Номер сделки',
      'Сделка',
      'Клиент',
      'Сумма сделки',
      'Этап',
      'Ожидаемая дата',
      'Дата создания',
      'Дата закрытия',
      'Переносов срока',
      'Менеджер',
      'Источник',
      'Следующий шаг',
    ],
    dateFormat: 'dd.mm.yyyy',
    won: 'Договор подписан',
    lost: 'Отказ',
  },
  en: {
    sheet: 'Pipeline',
    headings: [
      'Deal ID',
      'Deal',
      'Client',
      'Deal amount',
      'Stage',
      'Expected date',
      'Created',
      'Closed on',
      'Date moved, times',
      'Manager',
      'Source',
      'Next step',
    ],
    dateFormat: 'yyyy-mm-dd',
    won: 'Contract signed',
    lost: 'Lost',
  },
};

/** The eight stages of method.md §4, and how often an open deal stands in each. */
const STAGES: readonly (readonly [name: Words, weight: number])[] = [
  [{ ru: 'Контакт установлен', en: 'Contact made' }, 5],
  [{ ru: 'Порядок решения и ЛПР известны', en: 'Decision process and decision maker known' }, 5],
  [{ ru: 'Потребность, рамочное КП', en: 'Need, framework proposal' }, 7],
  [{ ru: 'Бюджет и актуальность подтверждены', en: 'Budget and timing confirmed' }, 7],
  [{ ru: 'КП представлено', en: 'Proposal presented' }, 8],
  [{ ru: 'Возражения сняты, переговоры', en: 'Objections handled, negotiation' }, 6],
  [{ ru: 'Финансирование или тендер', en: 'Funding or tender' }, 4],
  [{ ru: 'Договор на подписании', en: 'Contract being signed' }, 4],
];

const SUBJECTS: readonly Words[] = [
  { ru: 'Годовой контракт на стрейч-плёнку', en: 'Annual contract for stretch film' },
  { ru: 'Короба под новый склад', en: 'Boxes for the new warehouse' },
  { ru: 'Скотч с логотипом', en: 'Printed tape' },
  { ru: 'Тендер на упаковку', en: 'Packaging tender' },
  { ru: 'Перевод на машинную плёнку', en: 'Move to machine film' },
  { ru: 'Мешки к сезону', en: 'Sacks for the season' },
];

const SOURCES: readonly Words[] = [
  { ru: 'Действующий клиент', en: 'Existing client' },
  { ru: 'Рекомендация', en: 'Referral' },
  { ru: 'Выставка', en: 'Trade fair' },
  { ru: 'Сайт', en: 'Website' },
];

const STEPS: readonly Words[] = [
  { ru: 'Встреча с ЛПР', en: 'Meet the decision maker' },
  { ru: 'Отправить уточнённое КП', en: 'Send the revised proposal' },
  { ru: 'Согласовать протокол разногласий', en: 'Agree on the list of differences' },
  { ru: 'Образцы на пробу', en: 'Samples for trial' },
];

const OPEN_DEALS = 44;
const CLOSED_DEALS = 58;
/** The largest clients have most of the deals. */
const CLIENTS_WITH_DEALS = 45;
const WIN_RATE = 0.42;
const KOPECKS = 100;
const ROUND_TO = 1_000;
/** A deal that would push the second pillar over the border of critical dependency. */
const BIG_DEAL_PART = 0.16;

/** The pipeline a sales team keeps: 44 open deals, some overdue, moved or incomplete, and those closed this year. */
export function pipelineSheet(buyers: readonly Buyer[], language: Language, random: Random): SampleSheet {
  const texts = TEXTS[language];
  const year = buyers.reduce((sum, { kopecks }) => sum + Math.max(0, kopecks), 0) / KOPECKS;
  const stageOf = (own: Random) =>
    own.pick(STAGES.flatMap(([name, weight]) => Array<Words>(weight).fill(name)));
  const rows = Array.from({ length: OPEN_DEALS + CLOSED_DEALS }, (_, index): CellValue[] => {
    const own = random.fork(`deal ${index}`);
    const isBig = index === 0;
    const { client, kopecks } =
      (isBig ? buyers[1] : buyers[own.whole(2, CLIENTS_WITH_DEALS)]) ?? buyers[0] ?? NOBODY;
    const yearly = Math.max(kopecks / KOPECKS, year / 500);
    const amount = isBig ? year * BIG_DEAL_PART : yearly * own.between(0.08, 0.6);
    const isOpen = index < OPEN_DEALS;
    const created = workingDayFrom(SAMPLE_END - own.whole(20, isOpen ? 170 : 360));
    const expected = isOpen
      ? workingDayFrom(SAMPLE_END + (own.chance(0.16) ? -own.whole(5, 120) : own.whole(5, 150)))
      : workingDayFrom(created + own.whole(15, 90));
    const closed = isOpen ? '' : Math.min(SAMPLE_END, workingDayFrom(expected + own.whole(-10, 25)));
    const stage = isBig
      ? STAGES[4]?.[0][language]
      : isOpen
        ? stageOf(own)[language]
        : own.chance(WIN_RATE)
          ? texts.won
          : texts.lost;
    const moved = own.chance(0.7) ? 0 : own.whole(1, 4);
    return [
      `D-${String(index + 1).padStart(3, '0')}`,
      own.pick(SUBJECTS)[language],
      client?.spellings[language][0] ?? '',
      own.chance(isOpen && !isBig ? 0.05 : 0) ? '' : Math.round(amount / ROUND_TO) * ROUND_TO,
      stage ?? '',
      own.chance(isOpen && !isBig ? 0.06 : 0) ? '' : expected,
      created,
      closed,
      moved,
      MANAGERS[client ? managerOn(client, created) : 0]?.[language] ?? '',
      own.pick(SOURCES)[language],
      isOpen ? own.pick(STEPS)[language] : '',
    ];
  });
  return {
    name: texts.sheet,
    rows: [[...texts.headings], ...rows],
    formats: [
      '@',
      'General',
      'General',
      '#,##0',
      'General',
      texts.dateFormat,
      texts.dateFormat,
      texts.dateFormat,
      '0',
      'General',
      'General',
      'General',
    ],
    columnWidths: [13, 36, 38, 15, 36, 15, 15, 15, 10, 20, 20, 32],
    headerRow: 0,
    totalRow: null,
  };
}

const NOBODY = { client: null, kopecks: 0 } as const;
