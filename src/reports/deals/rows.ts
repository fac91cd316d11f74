import { BEST_ANSWER, GET_QUESTIONS, GO_QUESTIONS, QUESTIONS } from '../../domain/deals/checklist';
import { dealEntryOf, formKey } from '../../domain/deals/dealCells';
import { stageNameOf } from '../../domain/deals/deals';
import type { Deal } from '../../domain/deals/types';
import { FIRST_SERIAL, LAST_SERIAL, partsOf } from '../../domain/shared/dates';
import { moneyToNumber } from '../../domain/shared/money';
import type { TextKey } from '../../i18n/translate';
import type { ReportContext } from '../context';
import type { Live } from '../live';
import { literal, live, liveCell, liveText, percentOf, roundHalfUp } from '../live';
import type { PlanCell } from '../plan';
import type { DealTabColumn, DealTable } from './layout';
import { DEAL_TAB_COLUMNS, letterOf } from './layout';
import type { Basis } from './working';
import { BASES, BASIS_WORDS, limitCell, STAGE_TABLE, wordCell } from './working';

/** Decimals at which chances are compared with thresholds, and amounts are kept. */
const CHANCE_DECIMALS = 9;
const MONEY_DECIMALS = 4;

/** A month as one number, so that sums can be taken by it: 202603. */
export function monthNumber(year: number, month: number): number {
  return year * 100 + month;
}

/**
 * Writes rows of deals. `asOf` is the address of the as-of date. A row of the form without a deal (null) is blank in
 * every column that follows from one.
 */
export function rowWriter(
  ctx: ReportContext,
  { isForm }: DealTable,
  asOf: string,
): (deal: Deal | null, row: number, number: number) => readonly PlanCell[] {
  const { deals, t, tabNames, settings, entries } = ctx;
  const limits = settings.thresholds;

  return (deal, row, number) => {
    const cell = (column: DealTabColumn) => `${letterOf(column)}${row}`;
    const span = (from: DealTabColumn, to: DealTabColumn) => `${cell(from)}:${cell(to)}`;
    const basis = deal ? basisOf(deal) : null;
    const basisNumber = basis ? BASES.indexOf(basis) + 1 : 0;
    const isOpen = deal?.outcome === 'open';
    const amount = deal ? moneyToNumber(deal.amount) : 0;
    const amountNumber = isForm
      ? `IF(ISNUMBER(${cell('amount')}),MAX(${cell('amount')},0),0)`
      : `N(${cell('amount')})`;
    const stageChance = deal && deal.stage !== null ? deals.stages[deal.stage]?.probability : undefined;
    const unreadable = deal && dealEntryOf(entries.dealCells.get(deal.key) ?? {}).unreadable !== null;
    const key = isForm ? formKey(number) : (deal?.key ?? '');
    /** Nothing stands where no deal does. */
    const known = (formula: string, value: Live['value']): PlanCell =>
      liveCell(live(`IF(${cell('basis')}=0,"",${formula})`, deal ? value : ''));
    const counted = (formula: string, value: Live['value']): PlanCell => liveCell(live(formula, value));
    const given = <T>(value: T | null): T | null => (isForm ? null : value);

    const cells: Readonly<Record<Exclude<DealTabColumn, (typeof QUESTIONS)[number]>, () => PlanCell>> = {
      client: () => given(deal?.clientName ?? null),
      deal: () => given(deal?.name ?? null),
      amount: () => given(deal ? amount : null),
      stage: () => given(deal ? stageNameOf(deal, deals.stages) : null),
      date: () => given(deal?.expectedOn ?? null),
      manager: () => given(deal?.manager ?? null),
      probability: () =>
        known(
          `IF(${cell('basis')}=1,1,IF(${cell('basis')}=2,0,IF(${cell('basis')}=3,${cell('manual')},` +
            `IF(${cell('basis')}=4,${cell('listed')},IF(${cell('basis')}=5,MIN(${cell('checklist')},` +
            `IF(ISNUMBER(${cell('stageChance')}),${cell('stageChance')},1)),` +
            `IF(${cell('basis')}=6,${cell('stageChance')},""))))))`,
          deal?.probability ?? '',
        ),
      source: () => known(`INDEX(${BASIS_WORDS},${cell('basis')})`, basis ? t(`deals.source.${basis}`) : ''),
      factor: () => known(factorFormula(), deal?.factor ?? ''),
      expected: () =>
        known(
          `ROUND(${amountNumber}*N(${cell('probability')})*${cell('factor')},${MONEY_DECIMALS})`,
          deal ? moneyToNumber(deal.expected) : '',
        ),
      category: () => known(categoryFormula(), deal ? categoryWords(deal) : ''),
      reason: () => {
        const reason = deal ? reasonOf(deal) : reasonOf(NO_DEAL);
        return known(reason.formula, deal ? reason.value : '');
      },
      manual: () => null,
      comment: () => null,
      day: () =>
        isForm
          ? counted(
              `IF(ISNUMBER(${cell('date')}),IF(AND(${cell('date')}>=${FIRST_SERIAL},${cell('date')}<=${LAST_SERIAL}),` +
                `INT(${cell('date')}),0),0)`,
              deal?.expectedOn ?? 0,
            )
          : counted(`N(${cell('date')})`, deal?.expectedOn ?? 0),
      month: () =>
        counted(
          `IF(${cell('day')}>0,YEAR(${cell('day')})*100+MONTH(${cell('day')}),0)`,
          deal && deal.expectedOn !== null ? monthOfDay(deal.expectedOn) : 0,
        ),
      stageChance: () =>
        counted(
          `IF(${cell('stage')}="","",IFERROR(VLOOKUP(${cell('stage')},${STAGE_TABLE},2,FALSE),""))`,
          stageChance ?? '',
        ),
      checklist: () => counted(checklistFormula(), deal?.checklist?.probability ?? ''),
      listed: () => deal?.listed ?? null,
      moves: () => deal?.moves ?? null,
      note: () => (deal?.problems.includes('duplicate') ? t('deals.reason.duplicate') : null),
      basis: () => counted(basisFormula(), basisNumber),
      open: () => counted(`IF(${cell('basis')}>2,1,0)`, isOpen ? 1 : 0),
      openAmount: () => counted(`${cell('open')}*${amountNumber}`, isOpen ? amount : 0),
      openExpected: () =>
        counted(
          `IF(${cell('open')}=1,${cell('expected')},0)`,
          isOpen && deal ? moneyToNumber(deal.expected) : 0,
        ),
      clientKey: () => deal?.client ?? null,
      key: () => key,
    };
    return DEAL_TAB_COLUMNS.map((column) => (isQuestion(column) ? null : cells[column]()));

    function basisFormula(): string {
      const stage = cell('stageChance');
      const manual = cell('manual');
      const exists = isForm ? `${cell('client')}&${cell('deal')}` : cell('key');
      return (
        `IF(${exists}="",0,IF(AND(ISNUMBER(${stage}),N(${stage})>=1),1,IF(AND(ISNUMBER(${stage}),N(${stage})<=0),2,` +
        `IF(${isProbability(manual)},3,IF(ISNUMBER(${cell('listed')}),4,IF(ISNUMBER(${cell('checklist')}),5,` +
        `IF(ISNUMBER(${stage}),6,7)))))))`
      );
    }

    function checklistFormula(): string {
      const [firstGo, firstGet] = [GO_QUESTIONS[0], GET_QUESTIONS[0]];
      const go = span(firstGo, 'intent');
      const get = span(firstGet, 'terms');
      const all = span(firstGo, 'terms');
      const part = (
        answers: string,
        base: string,
        spanOf: string,
        most: number,
        gateOf: string,
        gate: string,
      ) => {
        const sum = `(${base}+${spanOf}*${sumOf(answers)}/${most})`;
        return `MAX(0,MIN(1,IF(${isConfirmed(gateOf)},${sum},MIN(${sum},${gate}))))`;
      };
      const goes = part(
        go,
        limitCell('goBase'),
        limitCell('goSpan'),
        BEST_ANSWER * GO_QUESTIONS.length,
        cell('budget'),
        limitCell('budgetGate'),
      );
      const gets = part(
        get,
        limitCell('getBase'),
        limitCell('getSpan'),
        BEST_ANSWER * GET_QUESTIONS.length,
        cell('contact'),
        limitCell('contactGate'),
      );
      return `IF(COUNTIF(${all},0)+COUNTIF(${all},1)+COUNTIF(${all},2)=0,"",${goes}*${gets})`;
    }

    function factorFormula(): string {
      const days = `(${asOf}-${cell('day')})`;
      return (
        `IF(OR(${cell('basis')}<=4,${cell('day')}=0,${days}<=0),1,IF(${days}<=${limitCell('overdueFirst')},` +
        `${limitCell('overdueFirstFactor')},IF(${days}<=${limitCell('overdueSecond')},${limitCell('overdueSecondFactor')},` +
        `IF(${days}<=${limitCell('overdueThird')},${limitCell('overdueThirdFactor')},0))))`
      );
    }

    function categoryFormula(): string {
      const chance = `ROUND(N(${cell('probability')})*${cell('factor')},${CHANCE_DECIMALS})`;
      return (
        `IF(${cell('basis')}<=2,${cell('source')},IF(${chance}>=${limitCell('commit')},` +
        `${wordCell('deals.category.commit')},IF(${chance}>=${limitCell('bestCase')},` +
        `${wordCell('deals.category.bestCase')},IF(${chance}>0,${wordCell('deals.category.pipeline')},` +
        `${wordCell('deals.category.omitted')}))))`
      );
    }

    function categoryWords(of: Deal): string {
      return of.outcome === 'open' ? t(`deals.category.${of.category}`) : t(`deals.source.${of.outcome}`);
    }

    /** The sentence: the basis, then everything that lowers, holds or darkens it. */
    function reasonOf(of: Deal | typeof NO_DEAL): Live {
      const because = basisOf(of);
      const percent = percentOf(cell('probability'), of.probability ?? 0);
      const unknown = literal('');
      const ways: Readonly<Record<Basis, Live>> = {
        won: live(literal(t('deals.reason.won')), t('deals.reason.won')),
        lost: live(literal(t('deals.reason.lost')), t('deals.reason.lost')),
        manual: liveText(t('deals.reason.manual'), { p: percent }),
        listed: liveText(t('deals.reason.listed'), { p: percent }),
        checklist: liveText(t('deals.reason.checklist'), {
          go: live(sumOf(span('need', 'intent')), of.checklist?.go ?? 0),
          get: live(sumOf(span('contact', 'terms')), of.checklist?.get ?? 0),
          p: percentOf(cell('checklist'), of.checklist?.probability ?? 0),
        }),
        stage: liveText(t('deals.reason.stage'), { p: percent }),
        unknown: live(unknown, ''),
      };
      const way =
        `IF(${cell('basis')}=1,${ways.won.formula},IF(${cell('basis')}=2,${ways.lost.formula},` +
        `IF(${cell('basis')}=3,${ways.manual.formula},IF(${cell('basis')}=4,${ways.listed.formula},` +
        `IF(${cell('basis')}=5,${ways.checklist.formula},IF(${cell('basis')}=6,${ways.stage.formula},${unknown}))))))`;
      const days = of.daysOverdue ?? 0;
      const daysLive = live(`(${asOf}-${cell('day')})`, days);
      const isOpenLive = `${cell('basis')}>2`;
      const isLate = `AND(${isOpenLive},${cell('day')}>0,${daysLive.formula}>0)`;
      const isOld = `AND(${isOpenLive},${cell('day')}>0,${daysLive.formula}>${limitCell('overdueThird')})`;
      const open = of.outcome === 'open';
      const late = open && of.daysOverdue !== null && days > 0;
      const old = late && days > limits.overdueThird;
      const overdue = liveText(t('deals.reason.overdue'), {
        days: daysLive,
        factor: live(`ROUND(${cell('factor')},2)`, roundHalfUp(of.factor, 2)),
      });
      const close = liveText(t('deals.reason.close'), { days: daysLive });
      const passed = liveText(t('deals.reason.late'), { days: daysLive });
      const moves = of.moves ?? 0;
      const isCapped =
        because === 'checklist' &&
        stageChance !== undefined &&
        stageChance < (of.checklist?.probability ?? 0);
      const parts: readonly Live[] = [
        live(way, ways[because].value),
        liveIf(
          `AND(${cell('basis')}=5,ISNUMBER(${cell('stageChance')}),N(${cell('stageChance')})<N(${cell('checklist')}))`,
          isCapped,
          liveText(t('deals.reason.cap'), { p: percentOf(`N(${cell('stageChance')})`, stageChance ?? 0) }),
        ),
        liveIf(
          `AND(${cell('basis')}=5,NOT(${isConfirmed(cell('budget'))}))`,
          because === 'checklist' && of.checklist?.isBudgetGated === true,
          words('deals.reason.noBudget'),
        ),
        liveIf(
          `AND(${cell('basis')}=5,NOT(${isConfirmed(cell('contact'))}))`,
          because === 'checklist' && of.checklist?.isContactGated === true,
          words('deals.reason.noContact'),
        ),
        liveIf(
          `AND(${isOpenLive},NOT(ISNUMBER(${cell('stageChance')})))`,
          open && stageChance === undefined,
          words('deals.reason.unknownStage'),
        ),
        liveIf(`${cell('basis')}=7`, because === 'unknown', {
          ...words('deals.reason.unknown', { settings: tabNames.settings }),
        }),
        live(
          `IF(${isOld},${close.formula},IF(${isLate},IF(${cell('factor')}<1,${overdue.formula},${passed.formula}),""))`,
          old ? close.value : late ? (of.factor < 1 ? overdue.value : passed.value) : '',
        ),
        liveIf(
          `AND(${isOpenLive},${cell('day')}=0)`,
          open && of.expectedOn === null,
          words('deals.reason.noDate'),
        ),
        liveIf(
          `AND(${isOpenLive},${amountNumber}=0)`,
          open && of.amount === 0,
          words('deals.reason.noAmount'),
        ),
        liveIf(
          `AND(${cell('manual')}<>"",NOT(${isProbability(cell('manual'))}))`,
          unreadable === true,
          words('deals.reason.badProbability'),
        ),
        ...(isForm
          ? []
          : [
              liveIf(
                `AND(ISNUMBER(${cell('moves')}),N(${cell('moves')})>=${limitCell('movedTimes')})`,
                of.moves !== null && moves >= limits.movedTimes,
                liveText(t('deals.reason.moved'), { moves: live(cell('moves'), moves) }),
              ),
              live(`${cell('note')}`, of.problems.includes('duplicate') ? t('deals.reason.duplicate') : ''),
            ]),
      ];
      return {
        formula: parts.map(({ formula }) => formula).join('&'),
        value: parts.map(({ value }) => value).join(''),
      };
    }

    function words(text: TextKey, params: Readonly<Record<string, string>> = {}): Live {
      return live(literal(t(text, params)), t(text, params));
    }
  };
}

/** What a row without a deal is made of: its formulas matter, their values don't. */
const NO_DEAL = {
  outcome: 'open',
  because: 'unknown',
  probability: null,
  checklist: null,
  typed: null,
  daysOverdue: null,
  factor: 1,
  expectedOn: null,
  amount: 0,
  moves: null,
  problems: [] as Deal['problems'],
} as const;

/** The basis of a deal's probability: by hand on our tab and in the user's list are told apart. */
export function basisOf({ because, typed }: Pick<Deal, 'because' | 'typed'>): Basis {
  return because === 'manual' && typed === null ? 'listed' : because;
}

function isQuestion(column: DealTabColumn): column is (typeof QUESTIONS)[number] {
  return (QUESTIONS as readonly string[]).includes(column);
}

function isProbability(cell: string): string {
  return `AND(ISNUMBER(${cell}),N(${cell})>=0,N(${cell})<=1)`;
}

function isConfirmed(cell: string): string {
  return `OR(N(${cell})=1,N(${cell})=2)`;
}

/** The sum of the answers 1 and 2; anything else typed there counts as unknown. */
function sumOf(answers: string): string {
  return `(COUNTIF(${answers},1)+2*COUNTIF(${answers},2))`;
}

function liveIf(condition: string, isTrue: boolean, text: Live): Live {
  return live(`IF(${condition},${text.formula},"")`, isTrue ? text.value : '');
}

function monthOfDay(day: NonNullable<Deal['expectedOn']>): number {
  const { year, month } = partsOf(day);
  return monthNumber(year, month);
}
