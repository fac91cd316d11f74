import { LETTERS } from '../domain/entries';
import type { ClientSegment } from '../domain/segments/types';
import { moneyToNumber, units } from '../domain/shared/money';
import { absolute } from './addresses';
import { allWords, finalWords } from './classWords';
import { BASE_ROW, SUMMARY_ROW } from './classSummary';
import type { ClientTable } from './clientTable';
import { columnAddress, columnNumber } from './clientTable';
import type { ReportContext } from './context';
import { COUNT, moneyFormat } from './formats';
import { literal } from './live';
import type { Block, PlanCell } from './plan';
import { segmentCells } from './segmentCells';
import { line } from './tabHead';

/** Columns from that of the words: revenue, clients and headroom stand over columns alike; the strategy comes last. */
const CLIENTS_OFFSET = 2;
const STRATEGY_OFFSET = 4;
const UNKNOWN_ROW = SUMMARY_ROW + LETTERS.length + 1;

/**
 * The classes by potential above the client table, right of those by volume: words, strategy with its cadence, money.
 * Empty, with a sentence, while no potential is known. Under it the number of classes given by hand.
 */
export function letterSummary(ctx: ReportContext, table: ClientTable): readonly Block[] {
  const { t, analysis, settings, tabNames } = ctx;
  const { segments, clients } = analysis;
  const { value, letterWords, words } = segmentCells(table);
  const isPotential = segments.model === 'potential';
  const left = columnNumber(table, 'final');
  const money = moneyFormat(analysis);
  const finals = columnAddress(table, 'final');
  const overrides = columnAddress(table, 'override');
  const all = allWords(settings.choices.letters, t);
  const [much, little] = [all[LETTERS.length]?.words ?? '', all[LETTERS.length + 1]?.words ?? ''];

  const inForce = segments.clients.map((segment, position) =>
    finalWords(segment, clients[position]?.volumeClass ?? 'D', segments, settings.choices.letters, t),
  );
  const unlessVolume = (formula: string, result: number | string): PlanCell => ({
    formula: `=IF(${value.model}=0,"",${formula})`,
    value: isPotential ? result : '',
  });
  const total = (named: string, pick: (segment: ClientSegment, position: number) => number): number =>
    moneyToNumber(
      units(
        segments.clients.reduce(
          (sum, segment, position) => sum + (inForce[position] === named ? pick(segment, position) : 0),
          0,
        ),
      ),
    );
  const count = (named: string) => inForce.filter((each) => each === named).length;
  const moneyOf = (column: 'revenue' | 'headroom', test: string) =>
    `ROUND(SUMIF(${finals},${test},${columnAddress(table, column)}),4)`;
  const revenueOf = (_: ClientSegment, position: number) => clients[position]?.revenue ?? 0;

  const rows = LETTERS.map((_, index): PlanCell[] => {
    const { words: named = '', strategy = '' } = all[index] ?? {};
    const test = absolute(SUMMARY_ROW + 1 + index, left);
    return [
      unlessVolume(letterWords[index] ?? '', named),
      unlessVolume(moneyOf('revenue', test), total(named, revenueOf)),
      unlessVolume(`COUNTIF(${finals},${test})`, count(named)),
      unlessVolume(
        moneyOf('headroom', test),
        total(named, ({ headroom }) => headroom ?? 0),
      ),
      unlessVolume(`VLOOKUP(${test},${words},2,FALSE)`, strategy),
    ];
  });
  const both = (formula: (test: string) => string) => `${formula(literal(much))}+${formula(literal(little))}`;
  const unknown: PlanCell[] = [
    {
      formula: `=IF(${value.model}=0,${literal(t('segments.summary.none', { tab: tabNames.potential }))},${literal(t('segments.summary.unknown'))})`,
      value: isPotential
        ? t('segments.summary.unknown')
        : t('segments.summary.none', { tab: tabNames.potential }),
    },
    unlessVolume(
      both((test) => moneyOf('revenue', test)),
      total(much, revenueOf) + total(little, revenueOf),
    ),
    unlessVolume(
      both((test) => `COUNTIF(${finals},${test})`),
      count(much) + count(little),
    ),
  ];
  const formats = [null, money, COUNT, money];
  // The strategy runs over the empty cells of the columns beside it, where there are some.
  const hasRoom = table.columns.includes('manager') && table.columns.includes('change');
  return [
    {
      row: SUMMARY_ROW,
      column: left,
      role: 'columnHeading',
      wrap: true,
      align: [null, 'right', 'right', 'right', null],
      cells: [
        [
          t('segments.summary.words'),
          t('segments.summary.revenue'),
          t('segments.summary.clients'),
          t('segments.summary.headroom'),
          t('segments.summary.strategy'),
        ],
      ],
    },
    {
      row: SUMMARY_ROW + 1,
      column: left,
      role: 'body',
      formats,
      cells: rows.map((row) => row.slice(0, STRATEGY_OFFSET)),
    },
    {
      row: SUMMARY_ROW + 1,
      column: left + STRATEGY_OFFSET,
      role: 'body',
      wrap: !hasRoom,
      cells: rows.map((row) => row.slice(STRATEGY_OFFSET)),
    },
    {
      row: UNKNOWN_ROW,
      column: left,
      role: 'note',
      formats: formats.slice(0, unknown.length),
      cells: [unknown],
    },
    line(BASE_ROW, 'body', t('segments.summary.overrides'), left),
    {
      row: BASE_ROW,
      column: left + CLIENTS_OFFSET,
      role: 'body',
      formats: [COUNT],
      cells: [
        [
          {
            formula: `=${LETTERS.map((letter) => `COUNTIF(${overrides},"${letter}")`).join('+')}`,
            value: segments.clients.filter(({ override }) => override !== null).length,
          },
        ],
      ],
    },
  ];
}
