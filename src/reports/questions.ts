import { HALF, questionsOf } from '../domain/health/questions';
import { QUESTIONS } from '../domain/health/types';
import type { Health, Question, QuestionKey } from '../domain/health/types';
import { moneyToNumber, units } from '../domain/shared/money';
import { NO_WORDS, YES_WORDS } from '../i18n/yesNoWords';
import { absolute, areaAddress, onSheet } from './addresses';
import type { ReportContext } from './context';
import { TEXT } from './formats';
import { numberElsewhere } from './health/numbers';
import type { NumberKey } from './health/numbers';
import type { Live } from './live';
import { literal, live, liveCell, liveText, percentOf, roundHalfUp } from './live';
import { moneyOf } from './moneyWords';
import { figureName, thresholdName } from './names';
import type { Area, Block, PlanCell, PlanRule, SheetPlan, TabKey } from './plan';
import { FIGURE_ROW, KNOWN_COLUMN } from './potential/table';
import { buyersOf } from './reactivation/table';
import { footer, HEAD_ROWS, line, tabHead, warnings } from './tabHead';

const TAB_COLOR = '#B5541C';

/** number, question, answer, sentence, link, what people say, comment; beside the page: key, alarm, words for yes and no */
const WIDTHS = [5, 36, 17, 50, 18, 13, 30, 18, 8, 10, 10];
const COLUMN = {
  question: 2,
  answer: 3,
  sentence: 4,
  link: 5,
  typed: 6,
  key: 8,
  alarm: 9,
  yes: 10,
  no: 11,
} as const;
const LEAD_ROW = HEAD_ROWS + 1;
const HEADING_ROW = LEAD_ROW + 2;
const FIRST_ROW = HEADING_ROW + 1;
const LAST_PRINTED = 7;

/** Decimals of items per client in the sentence. */
const BREADTH_DECIMALS = 1;

/** Where the numbers of a question stand. */
const TAB_OF: Readonly<Record<QuestionKey, TabKey>> = {
  existingSellMore: 'health',
  budgetLarger: 'potential',
  existingFall: 'health',
  orderTakers: 'health',
  leaveForGood: 'reactivation',
  orderCouldGrow: 'health',
  reacting: 'team',
  shrinking: 'health',
};

/** How a question is answered live: whether data know, whether they say yes (formulas), and the sentence with numbers. */
interface Finding {
  readonly isKnown: string;
  readonly isYes: string;
  readonly sentence: Live;
}

/**
 * The tab «Восемь вопросов» (method.md §6, seed): a page to discuss in a workshop. Data answer where they can, people
 * answer beside them.
 */
export function questionsPlan(ctx: ReportContext): SheetPlan {
  const { t, tabNames } = ctx;
  const questions = answersOf(ctx);
  const rows = questions.length;
  return {
    key: 'questions',
    tab: tabNames.questions,
    tabColor: TAB_COLOR,
    columnWidths: WIDTHS,
    blocks: [
      ...tabHead(ctx, t('questions.title'), t('questions.model'), warnings(ctx)),
      line(LEAD_ROW, 'lead', lead(ctx, questions)),
      {
        row: HEADING_ROW,
        column: 1,
        role: 'columnHeading',
        wrap: true,
        align: ['center', null, null, null, null, null, null],
        cells: [
          (['number', 'question', 'answer', 'why', 'where', 'typed', 'comment'] as const).map((column) =>
            t(`questions.column.${column}`),
          ),
        ],
      },
      ...questions.flatMap((question, index) => questionRow(ctx, question, FIRST_ROW + index)),
      {
        row: FIRST_ROW,
        column: COLUMN.typed,
        role: 'input',
        wrap: true,
        formats: [TEXT, TEXT],
        cells: questions.map(() => [null, null]),
      },
      {
        row: FIRST_ROW,
        column: COLUMN.key,
        role: 'note',
        formats: [TEXT, null],
        cells: questions.map(({ key, isWarning }, index) => [
          key,
          alarm(ctx, FIRST_ROW + index, isWarning, questions[index]),
        ]),
      },
      wordBlock(COLUMN.yes, YES_WORDS),
      wordBlock(COLUMN.no, NO_WORDS),
    ],
    names: [],
    tables: [],
    rules: questions.flatMap((question, index) => answerRules(ctx, question, FIRST_ROW + index)),
    validations: [
      {
        area: { row: FIRST_ROW, column: COLUMN.typed, rows, columns: 1 },
        rule: { kind: 'list', values: [t('questions.yes'), t('questions.no')] },
        message: t('questions.input'),
      },
    ],
    charts: [],
    inputs: [
      {
        area: { row: FIRST_ROW, column: COLUMN.typed, rows, columns: 2 },
        keyColumn: COLUMN.key,
        fields: ['answer', 'comment'],
      },
    ],
    hiddenColumns: [COLUMN.key, COLUMN.alarm, COLUMN.yes, COLUMN.no],
    freeze: { rows: HEADING_ROW, columns: 0 },
    print: {
      orientation: 'landscape',
      titleRows: null,
      area: { row: 1, column: 1, rows: FIRST_ROW + rows - 1, columns: LAST_PRINTED },
      footer: footer(ctx, 'questions'),
      fitToPages: { wide: 1, tall: 1 },
    },
  };
}

/** The questions as analysed; without dates, those that need none. */
function answersOf({ analysis, settings, entries }: ReportContext): readonly Question[] {
  const { health, clients, segments } = analysis;
  if (health) return health.questions;
  const unknown = { existingPart: null, retention: null, bridge: null, activity: null, activityBefore: null };
  return questionsOf({ ...unknown, clients, segments, thresholds: settings.thresholds }, entries.answers);
}

function questionRow(ctx: ReportContext, question: Question, row: number): readonly Block[] {
  const { t, tabNames, analysis } = ctx;
  const { key } = question;
  const tab = TAB_OF[key];
  const finding = findingOf(ctx, key);
  const number = QUESTIONS.indexOf(key) + 1;
  return [
    { row, column: 1, role: 'question', align: ['center'], cells: [[number]] },
    { row, column: COLUMN.question, role: 'question', wrap: true, cells: [[t(`questions.${key}`)]] },
    {
      row,
      column: COLUMN.answer,
      role: 'question',
      wrap: true,
      cells: [[liveCell(answer(ctx, question, finding, row))]],
    },
    { row, column: COLUMN.sentence, role: 'body', wrap: true, cells: [[why()]] },
    {
      row,
      column: COLUMN.link,
      role: 'link',
      cells: [[tabNames[tab]]],
      target: onSheet(tabNames[tab], 'A1'),
    },
  ];

  function why(): PlanCell {
    const missing =
      analysis.health || key === 'budgetLarger' || key === 'reacting'
        ? t(`questions.${key}.missing`, { tab: tabNames.potential })
        : t('questions.noDates');
    if (!finding) return missing;
    const value = question.by === 'data' ? finding.sentence.value : missing;
    return liveCell(live(`IF(${finding.isKnown},${finding.sentence.formula},${literal(missing)})`, value));
  }
}

/** What the data say; where they say nothing, what people typed beside. */
function answer(
  ctx: ReportContext,
  { answer: said, by }: Question,
  finding: Finding | null,
  row: number,
): Live {
  const words = answerWords(ctx);
  const typed = `TRIM(${absolute(row, COLUMN.typed)})`;
  const isOneOf = (column: number, list: readonly string[]) =>
    `SUMPRODUCT((${areaAddress(wordArea(column, list))}=${typed})*1)>0`;
  const people =
    `IF(${isOneOf(COLUMN.yes, YES_WORDS)},${literal(words.yesPeople)},` +
    `IF(${isOneOf(COLUMN.no, NO_WORDS)},${literal(words.noPeople)},${literal(words.unknown)}))`;
  const value = said === 'unknown' ? words.unknown : by === 'people' ? words[`${said}People`] : words[said];
  if (!finding) return live(people, value);
  return live(
    `IF(${finding.isKnown},IF(${finding.isYes},${literal(words.yes)},${literal(words.no)}),${people})`,
    value,
  );
}

function answerWords({ t }: ReportContext) {
  return {
    yes: t('questions.answer.yes'),
    no: t('questions.answer.no'),
    yesPeople: t('questions.answer.yesPeople'),
    noPeople: t('questions.answer.noPeople'),
    unknown: t('questions.answer.unknown'),
  };
}

/** Words that people may type, as cells: a text such as `*` must mean nothing, so nothing is matched by pattern. */
function wordBlock(column: number, words: readonly string[]): Block {
  return { row: FIRST_ROW, column, role: 'note', formats: [TEXT], cells: words.map((word) => [word]) };
}

function wordArea(column: number, words: readonly string[]): Area {
  return { row: FIRST_ROW, column, rows: words.length, columns: 1 };
}

/** 1 for a «yes» that is a warning. */
function alarm(
  ctx: ReportContext,
  row: number,
  isWarning: boolean,
  question: Question | undefined,
): PlanCell {
  const words = answerWords(ctx);
  if (!isWarning) return 0;
  const cell = absolute(row, COLUMN.answer);
  return liveCell(
    live(
      `IF(OR(${cell}=${literal(words.yes)},${cell}=${literal(words.yesPeople)}),1,0)`,
      question?.answer === 'yes' ? 1 : 0,
    ),
  );
}

function lead({ t }: ReportContext, questions: readonly Question[]): PlanCell {
  const alarms = areaAddress({ row: FIRST_ROW, column: COLUMN.alarm, rows: questions.length, columns: 1 });
  const possible = questions.filter(({ isWarning }) => isWarning);
  return liveCell(
    liveText(t('questions.lead'), {
      alarms: live(`SUM(${alarms})`, possible.filter(({ answer: said }) => said === 'yes').length),
      possible: live(String(possible.length), possible.length),
    }),
  );
}

/** A «yes» to a warning is bad, to an opportunity good; the word says it, too. */
function answerRules(ctx: ReportContext, { isWarning }: Question, row: number): readonly PlanRule[] {
  const words = answerWords(ctx);
  const area = { row, column: COLUMN.answer, rows: 1, columns: 1 };
  const yes = isWarning ? 'bad' : 'good';
  const no = isWarning ? 'good' : 'neutral';
  return [
    { kind: 'textEquals', area, text: words.yes, role: yes },
    { kind: 'textEquals', area, text: words.yesPeople, role: yes },
    { kind: 'textEquals', area, text: words.no, role: no },
    { kind: 'textEquals', area, text: words.noPeople, role: no },
  ];
}

/** The live answer of the data; null where data cannot answer or nothing is computed. */
function findingOf(ctx: ReportContext, key: QuestionKey): Finding | null {
  if (key === 'budgetLarger') return budgetFinding(ctx);
  const { health } = ctx.analysis;
  if (!health || buyersOf(ctx).length === 0) return null;
  switch (key) {
    case 'existingSellMore':
      return existingFinding(ctx, health);
    case 'existingFall':
      return fallFinding(ctx, health);
    case 'orderTakers':
      return takersFinding(ctx, health);
    case 'leaveForGood':
      return leaveFinding(ctx, health);
    case 'orderCouldGrow':
      return orderFinding(ctx, health);
    case 'shrinking':
      return shrinkingFinding(ctx, health);
    case 'reacting':
      return null;
  }
}

/** Numbers of a question by name; absent ones are not shown. */
function numberOf(ctx: ReportContext, key: QuestionKey, name: string): number {
  return answersOf(ctx).find((question) => question.key === key)?.numbers[name] ?? 0;
}

function budgetFinding(ctx: ReportContext): Finding {
  const { t, tabNames } = ctx;
  const known = onSheet(tabNames.potential, absolute(FIGURE_ROW, KNOWN_COLUMN));
  const headroom = figureName('headroom');
  return {
    isKnown: `N(${known})>0`,
    isYes: `N(${headroom})>0`,
    sentence: liveText(t('questions.budgetLarger.why'), {
      known: live(known, numberOf(ctx, 'budgetLarger', 'known')),
      headroom: moneyOf(headroom, moneyToNumber(units(numberOf(ctx, 'budgetLarger', 'headroom'))), t),
    }),
  };
}

function existingFinding({ t }: ReportContext, { existingPart }: Health): Finding {
  const cell = figureName('existingPart');
  return {
    isKnown: `ISNUMBER(${cell})`,
    isYes: `${cell}>${HALF}`,
    sentence: liveText(t('questions.existingSellMore.why'), { existing: percentOf(cell, existingPart ?? 0) }),
  };
}

function fallFinding({ t }: ReportContext, { retention }: Health): Finding {
  const cell = figureName('nrr');
  return {
    isKnown: `ISNUMBER(${cell})`,
    isYes: `${cell}<=1`,
    sentence: liveText(t('questions.existingFall.why'), { nrr: percentOf(cell, retention?.nrr ?? 0) }),
  };
}

function takersFinding(ctx: ReportContext, { activity, activityBefore }: Health): Finding {
  const { t } = ctx;
  const at = (key: NumberKey, when: 'now' | 'before' = 'now') => numberElsewhere(ctx, key, when);
  const money = (when: 'now' | 'before') =>
    moneyOf(at('small', when), moneyToNumber(units(numberOf(ctx, 'orderTakers', when))), t);
  const rounded = (when: 'now' | 'before') =>
    `ROUND(${at('items', when)}/${at('buyers', when)},${BREADTH_DECIMALS})`;
  const hasBreadth = (when: 'now' | 'before') =>
    `AND(ISNUMBER(${at('items', when)}),N(${at('buyers', when)})>0)`;
  const shown = (when: 'now' | 'before', value: number | null) =>
    live(
      `IF(${hasBreadth(when)},${rounded(when)},"–")`,
      value === null ? '–' : roundHalfUp(value, BREADTH_DECIMALS),
    );
  return {
    isKnown: `N(${at('smallClients')})>0`,
    isYes:
      `IF(${at('small')}>${at('small', 'before')},FALSE,` +
      `IF(AND(${hasBreadth('now')},${hasBreadth('before')}),${rounded('now')}<=${rounded('before')},TRUE))`,
    sentence: liveText(t('questions.orderTakers.why'), {
      clients: live(at('smallClients'), numberOf(ctx, 'orderTakers', 'clients')),
      now: money('now'),
      before: money('before'),
      breadth: shown('now', activity.breadth),
      breadthBefore: shown('before', activityBefore?.breadth ?? null),
    }),
  };
}

function leaveFinding(ctx: ReportContext, { retention, bridge }: Health): Finding {
  const at = (key: NumberKey) => numberElsewhere(ctx, key);
  const left = `(N(${at('clients')})-N(${at('kept')}))`;
  return {
    isKnown: `N(${at('clients')})>0`,
    isYes: `${left}>N(${at('returned')})`,
    sentence: liveText(ctx.t('questions.leaveForGood.why'), {
      left: live(left, (retention?.clients ?? 0) - (retention?.kept ?? 0)),
      returned: live(at('returned'), bridge?.clients.reactivated ?? 0),
    }),
  };
}

function orderFinding(ctx: ReportContext, { averageOrder }: Health): Finding {
  const { t, settings } = ctx;
  const cell = figureName('averageOrder');
  const peers = numberElsewhere(ctx, 'peers');
  const upper = 1 - settings.thresholds.orderPeers;
  return {
    isKnown: `AND(ISNUMBER(${cell}),ISNUMBER(${peers}))`,
    isYes: `${cell}<${peers}`,
    sentence: liveText(t('questions.orderCouldGrow.why'), {
      order: moneyOf(cell, averageOrder === null ? 0 : moneyToNumber(averageOrder), t),
      part: percentOf(`(1-${thresholdName('orderPeers')})`, upper),
      peers: moneyOf(peers, moneyToNumber(units(numberOf(ctx, 'orderCouldGrow', 'peers'))), t),
    }),
  };
}

function shrinkingFinding(ctx: ReportContext, { activity, activityBefore }: Health): Finding {
  const at = (when: 'now' | 'before') => numberElsewhere(ctx, 'buyers', when);
  return {
    isKnown: `N(${at('before')})>0`,
    isYes: `${at('now')}<=${at('before')}`,
    sentence: liveText(ctx.t('questions.shrinking.why'), {
      buyers: live(at('now'), activity.buyers),
      before: live(at('before'), activityBefore?.buyers ?? 0),
    }),
  };
}
