import type { ClientRow, DependencyFlag } from '../../domain/analysis';
import type { HoldingStanding, KeyReason } from '../../domain/dependency/types';
import { KEY_MARKS } from '../../domain/entries';
import type { KeyMark } from '../../domain/entries';
import { moneyToNumber } from '../../domain/shared/money';
import { columnLetter } from '../../domain/shared/grid';
import { TICK_SIGNS, YES_WORDS } from '../../i18n/yesNoWords';
import { baseOf } from '../classSummary';
import type { ReportContext } from '../context';
import { COUNT, MONEY_EXACT, moneyFormat, PERCENT, TEXT } from '../formats';
import type { Live } from '../live';
import { literal, live, liveCell, liveText, percentOf, roundHalfUp } from '../live';
import { BASE_NAME, thresholdName } from '../names';
import type { Area, Block, PlanCell } from '../plan';
import { flagWords } from '../reasons';
import type { Section } from '../section';
import { line } from '../tabHead';
import type { ListCells } from './layout';
import { COLUMN, FIRST_ROW, HEADING_ROW, LIMITS, SET_COLUMN, WORD_ROW } from './layout';

/** Words and signs that set a mark. */
export const TICKS: readonly string[] = [...YES_WORDS, ...TICK_SIGNS];
/** Decimals of a limit in money: finer than a kopeck, coarse enough to swallow binary noise. */
const LIMIT_DECIMALS = 5;

/** The list of clients that are key or could be, with the cells in which people mark them (method.md §3). */
export function keyList(ctx: ReportContext, listed: readonly number[], cells: ListCells): Section {
  const { t, analysis } = ctx;
  const nextRow = FIRST_ROW + listed.length + 1;
  if (listed.length === 0)
    return { blocks: [line(HEADING_ROW, 'note', t('keyClients.nobody')), ...limitBlocks(ctx)], nextRow };
  const holdings = holdingsByMember(ctx);
  const rows = listed.map((position, index) => {
    const client = clientAt(ctx, position);
    return rowOf(ctx, { position, client, holding: holdings.get(position) ?? null }, index, cells);
  });
  const money = moneyFormat(analysis);
  const part = (from: number, to: number, role: Block['role'], more: Partial<Block> = {}): Block => ({
    row: FIRST_ROW,
    column: from,
    role,
    cells: rows.map((row) => row.slice(from - 1, to)),
    ...more,
  });
  const area = (column: number, columns = 1): Area => ({
    row: FIRST_ROW,
    column,
    rows: listed.length,
    columns,
  });
  const { number, manager, promising, demanding, comment, isKey, reason, clientKey, demandingSet } = COLUMN;
  return {
    blocks: [
      headingBlock(ctx),
      part(number, manager, 'body', {
        formats: [COUNT, TEXT, money, PERCENT, null, TEXT],
        align: ['center', null, null, null, null, null],
      }),
      part(promising, demanding, 'input', {
        formats: [TEXT, TEXT, TEXT],
        align: ['center', 'center', 'center'],
      }),
      part(comment, comment, 'input', { formats: [TEXT], wrap: true }),
      part(isKey, isKey, 'body', { formats: [null], align: ['center'] }),
      part(reason, reason, 'body', { formats: [null], wrap: true }),
      part(clientKey, demandingSet, 'note', { formats: [TEXT, money, COUNT, COUNT, COUNT] }),
      workingHeading(ctx),
      ...limitBlocks(ctx),
    ],
    rules: [
      ...(['mono', 'critical', 'large'] as const).map((flag) => ({
        kind: 'textEquals' as const,
        area: area(COLUMN.flag),
        text: flagWords(flag, t),
        role: flag === 'large' ? ('warning' as const) : ('bad' as const),
      })),
      { kind: 'textEquals', area: area(isKey), text: t('keyClients.yes'), role: 'good' },
      { kind: 'dataBar', area: area(COLUMN.share) },
    ],
    validations: [
      {
        area: area(promising, KEY_MARKS.length),
        rule: { kind: 'list', values: [t('keyClients.yes')] },
        message: t('keyClients.input'),
      },
    ],
    inputs: [
      {
        area: area(promising, KEY_MARKS.length + 1),
        keyColumn: clientKey,
        fields: [...KEY_MARKS, 'comment'],
      },
    ],
    nextRow,
  };
}

function headingBlock({ t }: ReportContext): Block {
  return {
    row: HEADING_ROW,
    column: 1,
    role: 'columnHeading',
    wrap: true,
    align: ['center', null, 'right', 'right', null, null, 'center', 'center', 'center', null, 'center', null],
    cells: [
      [
        t('dependency.top.number'),
        t('dependency.top.client'),
        t('dependency.top.revenue'),
        t('dependency.top.share'),
        t('dependency.top.flag'),
        t('dependency.manager.name'),
        t('keyClients.mark.promising'),
        t('keyClients.mark.image'),
        t('keyClients.mark.demanding'),
        t('keyClients.comment'),
        t('keyClients.isKey'),
        t('keyClients.reason'),
      ],
    ],
  };
}

function workingHeading({ t }: ReportContext): Block {
  return {
    row: HEADING_ROW,
    column: COLUMN.clientKey,
    role: 'columnHeading',
    cells: [
      [
        t('keyClients.cells.key'),
        t('keyClients.cells.flagMoney'),
        ...KEY_MARKS.map((mark) => t(`keyClients.mark.${mark}`)),
      ],
    ],
  };
}

/** A client of the list, with the holding that decides its flag. */
interface Listed {
  readonly position: number;
  readonly client: ClientRow;
  readonly holding: HoldingStanding | null;
}

function rowOf(
  ctx: ReportContext,
  { position, client, holding }: Listed,
  index: number,
  cells: ListCells,
): PlanCell[] {
  const { t, analysis } = ctx;
  const row = FIRST_ROW + index;
  const cell = (column: number) => `${columnLetter(column)}${row}`;
  const [amount, share] = [cell(COLUMN.revenue), cell(COLUMN.share)];
  const reasons = analysis.dependency.keyClients.find((key) => key.client === position)?.reasons ?? [];
  const marks = `${cell(COLUMN.promisingSet)}:${cell(COLUMN.demandingSet)}`;
  const isKey = `OR(AND(${amount}>0,${amount}>=${cells.limit.keyShare}),SUM(${marks})>0)`;
  const yes = t('keyClients.yes');
  const setCell = (mark: KeyMark): PlanCell => ({
    formula: `=IF(SUMPRODUCT((${cells.words}=TRIM(${cell(COLUMN[mark])}))*1)>0,1,0)`,
    value: reasons.includes(mark) ? 1 : 0,
  });
  const flag = flagOf(ctx, cell(COLUMN.flagMoney), analysis.dependency.flags[position] ?? 'none', cells);
  const why = reasonOf(ctx, client, reasons, { share, amount, isKey: cell(COLUMN.isKey), cell }, cells);
  const ofHolding = holdingWords(ctx, holding, cell(COLUMN.flag), flag);
  return [
    index + 1,
    client.name,
    moneyToNumber(client.revenue),
    { formula: `=IF(${amount}>0,${amount}/${cells.base},"")`, value: client.share ?? '' },
    liveCell(flag),
    client.manager,
    null,
    null,
    null,
    null,
    { formula: `=IF(${isKey},${literal(yes)},"")`, value: reasons.length > 0 ? yes : '' },
    liveCell(joined(why, ofHolding)),
    null,
    client.key,
    moneyToNumber((holding ?? client).revenue),
    ...KEY_MARKS.map(setCell),
  ];
}

/** The holding of each member, by its position. */
function holdingsByMember({ analysis }: ReportContext): ReadonlyMap<number, HoldingStanding> {
  return new Map(
    analysis.dependency.holdings.flatMap((holding) =>
      holding.members.map((member) => [member, holding] as const),
    ),
  );
}

function flagOf({ t }: ReportContext, money: string, flag: DependencyFlag, { limit }: ListCells): Live {
  const words = (each: DependencyFlag) => literal(flagWords(each, t));
  return live(
    `IF(${money}<=0,"",IF(${money}>${limit.flagMono},${words('mono')},` +
      `IF(${money}>${limit.flagCritical},${words('critical')},` +
      `IF(${money}>=${limit.flagLarge},${words('large')},""))))`,
    flagWords(flag, t),
  );
}

interface ReasonCells {
  readonly share: string;
  readonly amount: string;
  readonly isKey: string;
  readonly cell: (column: number) => string;
}

/** Why the client is key, or what it lacks. */
function reasonOf(
  ctx: ReportContext,
  client: ClientRow,
  reasons: readonly KeyReason[],
  { share, amount, isKey, cell }: ReasonCells,
  { limit, keyShare }: ListCells,
): Live {
  const { t, settings } = ctx;
  const limitWords = percentOf(keyShare, settings.thresholds.keyShare);
  const shareWords = percentOf(`N(${share})`, client.share ?? 0);
  const byShare = liveText(t('keyClients.reason.share'), { share: shareWords, limit: limitWords });
  const hasShare = `AND(${amount}>0,${amount}>=${limit.keyShare})`;
  const parts = [
    `IF(${hasShare},${byShare.formula},"")`,
    ...KEY_MARKS.map(
      (mark) => `IF(${cell(SET_COLUMN[mark])}=1,${literal(t(`keyClients.reason.${mark}`))},"")`,
    ),
  ];
  const words = reasons.map((reason) =>
    reason === 'share' ? String(byShare.value) : t(`keyClients.reason.${reason}`),
  );
  const not = liveText(t('keyClients.reason.none'), { share: shareWords, limit: limitWords });
  const value = reasons.length > 0 ? `${t('keyClients.reason.key')}${words.join('')}` : String(not.value);
  return live(
    `IF(${isKey}="",${not.formula},${literal(t('keyClients.reason.key'))}&${parts.join('&')})`,
    value,
  );
}

/** Whose the flag is, where a holding of several clients carries one. */
function holdingWords(
  { t }: ReportContext,
  holding: HoldingStanding | null,
  flagCell: string,
  flag: Live,
): Live | null {
  if (!holding || holding.members.length === 1) return null;
  const words = t('keyClients.reason.holding', { holding: holding.name });
  return live(`IF(${flagCell}="","",${literal(words)})`, flag.value === '' ? '' : words);
}

function joined(first: Live, second: Live | null): Live {
  if (!second) return first;
  return live(`${first.formula}&${second.formula}`, `${String(first.value)}${String(second.value)}`);
}

/** Limits in money and the words that set a mark, beside the page. */
function limitBlocks(ctx: ReportContext): readonly Block[] {
  const { t, settings, analysis } = ctx;
  const base = baseOf(analysis);
  return [
    line(HEADING_ROW, 'heading', t('keyClients.cells'), COLUMN.limitName),
    {
      row: HEADING_ROW + 1,
      column: COLUMN.limitName,
      role: 'note',
      formats: [TEXT, MONEY_EXACT],
      cells: [
        ...LIMITS.map((key): PlanCell[] => [
          t(`settings.${key}`),
          {
            formula: `=ROUND(${thresholdName(key)}*${BASE_NAME},${LIMIT_DECIMALS})`,
            value: roundHalfUp(settings.thresholds[key] * base, LIMIT_DECIMALS),
          },
        ]),
        [t('dependency.base'), { formula: `=${BASE_NAME}`, value: base }],
      ],
    },
    {
      row: HEADING_ROW + LIMITS.length + 2,
      column: COLUMN.limitName,
      role: 'note',
      formats: [TEXT, PERCENT],
      cells: [
        [
          t('keyClients.cells.share'),
          { formula: `=${thresholdName('keyShare')}`, value: settings.thresholds.keyShare },
        ],
      ],
    },
    line(WORD_ROW - 1, 'heading', t('keyClients.cells.words'), COLUMN.limitName),
    {
      row: WORD_ROW,
      column: COLUMN.limitName,
      role: 'note',
      formats: [TEXT],
      cells: TICKS.map((word) => [word]),
    },
  ];
}

function clientAt({ analysis }: ReportContext, position: number): ClientRow {
  const client = analysis.clients[position];
  if (!client) throw new Error(`There is no client ${position}`);
  return client;
}
