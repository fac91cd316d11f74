import type { Analysis, ClientRow, Concentration } from '../domain/analysis';
import { largestPayer } from '../domain/dependency/largestPayer';
import type { RowAccount } from '../domain/sales/types';
import { addMoney, units, ZERO } from '../domain/shared/money';
import {
  counted,
  countedInWords,
  formatMoney,
  formatMoneyShort,
  formatNumber,
  formatPercent,
  formatSpan,
} from '../i18n/numbers';
import type { Language } from '../domain/settings';
import type { TextKey, Translate } from '../i18n/translate';
import type { ReportContext } from './context';
import type { TabKey } from './plan';

/** One sentence of the verdict, already in the user's language, with the tab that holds its numbers. */
export interface Sentence {
  readonly text: string;
  readonly tab: TabKey | null;
  readonly tone: 'neutral' | 'good' | 'warning' | 'bad';
}

/** What the verdict is drawn from: a report context, or as much of one as is known before the tabs stand. */
export type VerdictContext = Pick<
  ReportContext,
  'analysis' | 'reading' | 'settings' | 'language' | 't' | 'tabNames'
>;

/** The run in plain sentences: size, core, dependency, concentration, growth, who falls asleep, and what to beware of. */
export function verdict(ctx: VerdictContext): readonly Sentence[] {
  const { concentration } = ctx.analysis;
  if (!concentration) return [noRevenue(ctx), ...dataSentences(ctx)];
  return [
    revenueSentence(ctx, concentration),
    classSentence(ctx, concentration),
    dependencySentence(ctx),
    concentrationSentence(ctx, concentration),
    ...growthSentences(ctx),
    ...sleepingSentences(ctx),
    ...potentialSentences(ctx),
    ...returnsSentences(ctx, concentration),
    ...dataSentences(ctx),
    ...partialSentences(ctx),
  ];
}

function noRevenue({ t }: VerdictContext): Sentence {
  return { text: t('verdict.noRevenue'), tab: 'dataCheck', tone: 'bad' };
}

function revenueSentence({ analysis, language, t }: VerdictContext, { net }: Concentration): Sentence {
  const { period, clients } = analysis;
  const buyers = buyersOf(analysis).length;
  const words = {
    clients: counted(language, buyers, t('count.client')),
    revenue: formatMoneyShort(net, language),
  };
  const size = period
    ? t('verdict.revenue', { ...words, span: formatSpan(period.from, period.to, language) })
    : t('verdict.revenueNoDates', words);
  const idle = clients.length - buyers;
  const rest =
    idle > 0 ? ` ${t('verdict.idle', { clients: counted(language, idle, t('count.client')) })}` : '';
  return { text: size + rest, tab: 'abcd', tone: 'neutral' };
}

function classSentence({ analysis, language, t }: VerdictContext, { base }: Concentration): Sentence {
  const members = analysis.clients.filter(({ volumeClass }) => volumeClass === 'A');
  const buyers = buyersOf(analysis).length;
  const revenue = members.reduce((total, client) => addMoney(total, client.revenue), ZERO);
  return {
    text: t('verdict.classA', {
      clients: countedInWords(language, members.length, t('count.client')),
      all: formatNumber(buyers, language),
      part: formatPercent(members.length / buyers, language),
      share: formatPercent(revenue / base, language),
    }),
    tab: 'abcd',
    tone: 'neutral',
  };
}

function dependencySentence({ analysis, settings, language, t }: VerdictContext): Sentence {
  const largest = largestPayer(analysis);
  const { flagLarge, flagCritical } = settings.thresholds;
  const name = largest?.name ?? '';
  const share = formatPercent(largest?.share ?? 0, language);
  const flags = analysis.clients.filter(({ flag }) => flag !== 'none').length;
  const others = largest?.isHolding ? flags : flags - 1;
  const also =
    others > 0
      ? ` ${t('verdict.alsoFlagged', { clients: counted(language, others, t('count.client')) })}`
      : '';
  const flagged = (key: TextKey, limit: number, tone: Sentence['tone']): Sentence => ({
    text: t(key, { name, share, limit: formatPercent(limit, language) }) + also,
    tab: 'dependency',
    tone,
  });
  switch (largest?.flag) {
    case 'mono':
      return flagged('verdict.mono', settings.thresholds.flagMono, 'bad');
    case 'critical':
      return flagged('verdict.critical', flagCritical, 'bad');
    case 'large':
      return flagged('verdict.large', flagLarge, 'warning');
    default:
      return { text: t('verdict.independent', { name, share }), tab: 'dependency', tone: 'good' };
  }
}

function concentrationSentence(
  { analysis, settings, language, t }: VerdictContext,
  { k80, cr, hhi }: Concentration,
): Sentence {
  const { hhiModerate, hhiHigh } = settings.thresholds;
  const band = hhi < hhiModerate ? 'low' : hhi < hhiHigh ? 'moderate' : 'high';
  const tones = { low: 'good', moderate: 'neutral', high: 'warning' } as const;
  return {
    text: t('verdict.concentration', {
      clients: counted(language, k80, t('count.onClient')),
      all: formatNumber(buyersOf(analysis).length, language),
      cr3: formatPercent(cr[3], language),
      band: t(`dependency.hhi.${band}`),
      hhi: formatNumber(hhi, language),
    }),
    tab: 'dependency',
    tone: tones[band],
  };
}

function growthSentences({ analysis, language, t }: VerdictContext): readonly Sentence[] {
  const { bridge = null, retention = null } = analysis.health ?? {};
  if (!bridge || bridge.before <= 0) return [];
  const isGrowth = bridge.delta >= 0;
  const text = t(isGrowth ? 'verdict.growth' : 'verdict.fall', {
    change: formatPercent(Math.abs(bridge.delta / bridge.before), language),
    new: formatMoneyShort(bridge.new, language),
    lost: formatMoneyShort(units(-bridge.lost), language),
  });
  const nrr = retention?.nrr ?? null;
  const kept = nrr === null ? '' : ` ${t('verdict.retention', { nrr: formatPercent(nrr, language) })}`;
  return [{ text: text + kept, tab: 'health', tone: isGrowth ? 'good' : 'warning' }];
}

function sleepingSentences({ analysis, language, t }: VerdictContext): readonly Sentence[] {
  const { health, clients } = analysis;
  const first = health?.atRisk.find((position) => (health.clients[position]?.moneyAtRisk ?? null) !== null);
  if (!health || first === undefined || health.moneyAtRisk <= 0) return [];
  const count = health.statuses.cooling + health.statuses.sleeping;
  return [
    {
      text: t('verdict.sleeping', {
        clients: counted(language, count, t('count.client')),
        money: formatMoneyShort(health.moneyAtRisk, language),
        name: clients[first]?.name ?? '',
      }),
      tab: 'reactivation',
      tone: 'warning',
    },
  ];
}

function potentialSentences({ analysis, language, t }: VerdictContext): readonly Sentence[] {
  const { model, clients } = analysis.segments;
  if (model === 'volume') return [];
  const headroom = clients.reduce((sum, client) => addMoney(sum, client.headroom ?? ZERO), ZERO);
  return [
    {
      text: t('verdict.headroom', {
        money: formatMoneyShort(headroom, language),
        clients: counted(
          language,
          clients.filter(({ potential }) => potential !== null).length,
          t('count.atClient'),
        ),
      }),
      tab: 'potential',
      tone: 'neutral',
    },
  ];
}

function returnsSentences(
  { analysis, language, t }: VerdictContext,
  { negatives }: Concentration,
): readonly Sentence[] {
  const count = analysis.clients.filter(({ revenue }) => revenue < 0).length;
  if (count === 0) return [];
  const clients = counted(language, count, t('count.atClient'));
  return [
    {
      text: t('verdict.returns', { clients, amount: formatMoney(negatives, language) }),
      tab: 'abcd',
      tone: 'neutral',
    },
  ];
}

function dataSentences({ reading, language, t, tabNames }: VerdictContext): readonly Sentence[] {
  const { account } = reading;
  const tab = 'dataCheck' as const;
  const rows = (count: number) => counted(language, count, t('count.row'));
  if (!balances(account)) {
    return [{ text: t('verdict.unbalanced', { tab: tabNames.dataCheck }), tab, tone: 'bad' }];
  }
  const skipped = account.rowsRead - account.used - account.merged;
  if (skipped === 0) {
    return [
      { text: t('verdict.allUsed', { rows: formatNumber(account.rowsRead, language) }), tab, tone: 'good' },
    ];
  }
  const noClient = account.skipped.find(({ reason }) => reason === 'noClient');
  const text = t('verdict.skipped', {
    read: rows(account.rowsRead),
    skipped: formatNumber(skipped, language),
    parts: skippedParts(account, language, t),
    tab: tabNames.dataCheck,
  });
  const lost =
    noClient && noClient.amount !== 0
      ? ` ${t('verdict.noClient', { amount: formatMoney(noClient.amount, language) })}`
      : '';
  return [{ text: text + lost, tab, tone: noClient ? 'warning' : 'neutral' }];
}

/**
 * The skipped rows by reason, with the money that is missing because of it: «итоги – 1, без клиента – 9 (45 818)».
 * The money of totals stands in other rows: named here it would look lost.
 */
function skippedParts({ skipped }: RowAccount, language: Language, t: Translate): string {
  const empty = skipped.filter(({ reason }) => reason === 'blank' || reason === 'repeatedHeader');
  const emptyRows = empty.reduce((sum, { rows }) => sum + rows, 0);
  const parts = skipped.flatMap(({ reason, rows, amount }) => {
    if (reason === 'blank' || reason === 'repeatedHeader') return [];
    const isMissing = reason !== 'total' && amount !== 0;
    return [
      t(isMissing ? 'verdict.skipped.money' : 'verdict.skipped.part', {
        what: t(`verdict.skipped.${reason}`),
        rows: formatNumber(rows, language),
        amount: formatMoney(amount, language),
      }),
    ];
  });
  if (emptyRows > 0) {
    const what = t('verdict.skipped.empty');
    parts.push(t('verdict.skipped.part', { what, rows: formatNumber(emptyRows, language) }));
  }
  return parts.join(', ');
}

/** Both identities of method.md §1. */
function balances({
  rowsRead,
  used,
  merged,
  skipped,
  amountRead,
  amountUsed,
  amountSkipped,
}: RowAccount): boolean {
  const skippedRows = skipped.reduce((total, group) => total + group.rows, 0);
  return rowsRead === used + merged + skippedRows && amountRead === units(amountUsed + amountSkipped);
}

function partialSentences({ analysis, settings, t }: VerdictContext): readonly Sentence[] {
  const { period } = analysis;
  if (!period?.partial) return [];
  const text =
    settings.period === 'last12' ? t('verdict.partial', { months: period.months }) : t('verdict.partialSpan');
  return [{ text, tab: 'dataCheck', tone: 'warning' }];
}

function buyersOf({ clients }: Analysis): readonly ClientRow[] {
  return clients.filter(({ revenue }) => revenue > 0);
}
