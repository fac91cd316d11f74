import { STATUSES } from '../../domain/health/types';
import type { Health, Status } from '../../domain/health/types';
import { moneyToNumber, units } from '../../domain/shared/money';
import { absolute } from '../addresses';
import type { ReportContext } from '../context';
import { COUNT, moneyFormat, PERCENT } from '../formats';
import type { Live } from '../live';
import { literal, live, liveCell, liveText, percentOf } from '../live';
import { figureName, thresholdName, TYPE_IN_FORCE_NAME } from '../names';
import type { Figure } from '../names';
import type { Block, PlanCell, PlanName } from '../plan';
import { HEAD_ROWS, line } from '../tabHead';
import { ruleCell } from './rules';
import { columnAddress, columnOf } from './table';
import type { Buyer, ReactivationColumn } from './table';
import { statusWords, typeWords } from './words';

/** What an unknown number reads. */
export const UNKNOWN = '—';

const TITLE_ROW = HEAD_ROWS + 1;
const HEADINGS_ROW = TITLE_ROW + 1;
const FIRST_STATUS_ROW = HEADINGS_ROW + 1;
const TOTAL_ROW = FIRST_STATUS_ROW + STATUSES.length;
const STATUS_COLUMN = columnOf('client');
const COUNT_COLUMN = STATUS_COLUMN + 1;

/** The block on contacts: labels that run over empty cells, values, sentences to the edge of the page. */
export const LABEL_COLUMN = columnOf('expected');
export const VALUE_COLUMN = columnOf('manager');

/** Rows of the block on contacts. */
const CONTACT_KEYS = ['moneyAtRisk', 'contacted', 'reactivated', 'conversion', 'awaited', 'type'] as const;
type ContactKey = (typeof CONTACT_KEYS)[number];

const contactRow = (key: ContactKey) => HEADINGS_ROW + CONTACT_KEYS.indexOf(key);

/** The cell of the conversion of contacts, on the tab itself. */
export const CONVERSION_CELL = absolute(contactRow('conversion'), VALUE_COLUMN);

/** The cell of the average year of a status, on the tab itself. */
export function yearlyCell(status: Status): string {
  return absolute(FIRST_STATUS_ROW + STATUSES.indexOf(status), COUNT_COLUMN + 2);
}

/** The names under which other tabs know the counts and the money of this one; they hold «—» where nothing is known. */
export const SUMMARY_NAMES: readonly PlanName[] = [
  ...STATUSES.map((status, index) => figureAt(status, FIRST_STATUS_ROW + index, COUNT_COLUMN)),
  figureAt('moneyAtRisk', contactRow('moneyAtRisk'), VALUE_COLUMN),
  figureAt('contacted', contactRow('contacted'), VALUE_COLUMN),
  figureAt('reactivated', contactRow('reactivated'), VALUE_COLUMN),
];

function figureAt(figure: Figure, row: number, column: number): PlanName {
  return { name: figureName(figure), area: { row, column, rows: 1, columns: 1 } };
}

/** How many clients have each status and what they bring a year; what became of those contacted. */
export function summaryBlocks(
  ctx: ReportContext,
  health: Health,
  buyers: readonly Buyer[],
): readonly Block[] {
  const { t, analysis } = ctx;
  const money = moneyFormat(analysis);
  const column = (key: ReactivationColumn) => columnAddress(key, buyers.length);
  const total = absolute(TOTAL_ROW, COUNT_COLUMN);
  const yearlyOf = (of: (buyer: Buyer) => boolean) =>
    moneyToNumber(units(buyers.filter(of).reduce((sum, buyer) => sum + buyer.health.yearlyRevenue, 0)));
  const rows = STATUSES.map((status, index): PlanCell[] => {
    const words = statusWords(status, t);
    const count = health.statuses[status];
    const cell = absolute(FIRST_STATUS_ROW + index, COUNT_COLUMN);
    return [
      words,
      liveCell(live(`COUNTIF(${column('status')},${literal(words)})`, count)),
      liveCell(live(`${cell}/${total}`, count / buyers.length)),
      liveCell(
        live(
          `SUMIF(${column('status')},${literal(words)},${column('yearly')})`,
          yearlyOf((buyer) => buyer.health.status === status),
        ),
      ),
    ];
  });
  const sumOf = (offset: number) =>
    `SUM(${absolute(FIRST_STATUS_ROW, COUNT_COLUMN + offset)}:${absolute(TOTAL_ROW - 1, COUNT_COLUMN + offset)})`;
  const formats = [null, COUNT, PERCENT, money];
  return [
    ...frame(ctx),
    { row: FIRST_STATUS_ROW, column: STATUS_COLUMN, role: 'body', formats, cells: rows },
    {
      row: TOTAL_ROW,
      column: STATUS_COLUMN,
      role: 'total',
      formats,
      cells: [
        [
          t('reactivation.summary.total'),
          liveCell(live(sumOf(0), buyers.length)),
          liveCell(live(sumOf(1), 1)),
          liveCell(
            live(
              sumOf(2),
              yearlyOf(() => true),
            ),
          ),
        ],
      ],
    },
    ...contactBlocks(ctx, health, column),
  ];
}

/** The same places with nothing known: the names of other tabs' formulas stay defined. */
export function unknownSummary(ctx: ReportContext): readonly Block[] {
  const { t } = ctx;
  return [
    ...frame(ctx),
    {
      row: FIRST_STATUS_ROW,
      column: STATUS_COLUMN,
      role: 'body',
      align: [null, 'right'],
      cells: STATUSES.map((status) => [statusWords(status, t), UNKNOWN]),
    },
    ...CONTACT_KEYS.filter((key) => key !== 'type').flatMap((key) => [
      line(contactRow(key), 'body', t(`reactivation.contact.${key}`), LABEL_COLUMN),
      {
        row: contactRow(key),
        column: VALUE_COLUMN,
        role: 'body' as const,
        align: ['right' as const],
        cells: [[UNKNOWN]],
      },
    ]),
  ];
}

function frame({ t }: ReportContext): readonly Block[] {
  return [
    line(TITLE_ROW, 'heading', t('reactivation.summary.title'), STATUS_COLUMN),
    {
      row: HEADINGS_ROW,
      column: STATUS_COLUMN,
      role: 'columnHeading',
      align: [null, 'right', 'right', 'right'],
      cells: [
        [
          t('reactivation.summary.status'),
          t('reactivation.summary.clients'),
          t('reactivation.summary.share'),
          t('reactivation.summary.yearly'),
        ],
      ],
    },
    line(TITLE_ROW, 'heading', t('reactivation.contact.title'), LABEL_COLUMN),
  ];
}

function contactBlocks(
  ctx: ReportContext,
  health: Health,
  column: (key: ReactivationColumn) => string,
): readonly Block[] {
  const { t, analysis } = ctx;
  const money = moneyFormat(analysis);
  const { contacted, reactivated, awaited } = health;
  const cell = (key: ContactKey) => absolute(contactRow(key), VALUE_COLUMN);
  const words = (key: 'yes' | 'early') => literal(t(`reactivation.bought.${key}`));
  const conversion = contacted > 0 ? reactivated / contacted : UNKNOWN;
  const values: Readonly<Record<ContactKey, readonly [Live, string | null, Live | string]>> = {
    moneyAtRisk: [
      live(`SUM(${column('risk')})`, moneyToNumber(health.moneyAtRisk)),
      money,
      t('reactivation.contact.moneyAtRisk.meaning'),
    ],
    contacted: [
      live(
        `COUNTIFS(${column('contactedOn')},">0",${column('contactedOn')},"<"&${ruleCell('asOf')})`,
        contacted,
      ),
      COUNT,
      t('reactivation.contact.contacted.meaning'),
    ],
    reactivated: [
      live(`COUNTIF(${column('bought')},${words('yes')})`, reactivated),
      COUNT,
      t('reactivation.contact.reactivated.meaning'),
    ],
    conversion: [
      live(`IF(${cell('contacted')}>0,${cell('reactivated')}/${cell('contacted')},"${UNKNOWN}")`, conversion),
      PERCENT,
      conversionSentence(ctx, cell('conversion'), conversion),
    ],
    awaited: [
      live(`COUNTIF(${column('bought')},${words('early')})`, awaited),
      COUNT,
      t('reactivation.contact.awaited.meaning'),
    ],
    type: [
      live(TYPE_IN_FORCE_NAME, typeWords(analysis.team?.type ?? 'unknown', t)),
      null,
      typeSentence(ctx, health),
    ],
  };
  return CONTACT_KEYS.flatMap((key): readonly Block[] => {
    const [value, format, meaning] = values[key];
    const row = contactRow(key);
    return [
      line(row, 'body', t(`reactivation.contact.${key}`), LABEL_COLUMN),
      {
        row,
        column: VALUE_COLUMN,
        role: 'body',
        formats: [format, null],
        align: ['right', null],
        cells: [[liveCell(value), typeof meaning === 'string' ? meaning : liveCell(meaning)]],
      },
    ];
  });
}

/** The target is one, not a norm (method.md §6, seed). */
function conversionSentence({ t, settings }: ReportContext, cell: string, conversion: number | string): Live {
  const name = thresholdName('reactivationTarget');
  const target = percentOf(name, settings.thresholds.reactivationTarget);
  const [none, reached, below] = (['none', 'reached', 'below'] as const).map((key) =>
    liveText(t(`reactivation.contact.conversion.${key}`), { target }),
  ) as [Live, Live, Live];
  const shown =
    typeof conversion === 'string'
      ? none
      : conversion >= settings.thresholds.reactivationTarget
        ? reached
        : below;
  return live(
    `IF(ISNUMBER(${cell}),IF(${cell}>=${name},${reached.formula},${below.formula}),${none.formula})`,
    shown.value,
  );
}

function typeSentence({ t, settings }: ReportContext, { limitsType }: Health): Live {
  const { thresholds } = settings;
  return liveText(t('reactivation.contact.type.meaning'), {
    active: live(ruleCell('limitActive'), thresholds[`${limitsType}Active`]),
    cooling: live(ruleCell('limitCooling'), thresholds[`${limitsType}Cooling`]),
    sleeping: live(ruleCell('limitSleeping'), thresholds[`${limitsType}Sleeping`]),
    dates: live(ruleCell('rhythmDates'), thresholds.rhythmDates),
  });
}
