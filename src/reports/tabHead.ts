import { formatDate, formatSpan } from '../i18n/numbers';
import type { ReportContext } from './context';
import type { Live } from './live';
import { liveCell } from './live';
import type { Block, PlanCell, TabKey } from './plan';

/** Rows taken by the head of every tab: title, source, model, note. */
export const HEAD_ROWS = 4;

/** Title, source with period and dates, the model in words, and what the reader must be warned of. */
export function tabHead(
  ctx: ReportContext,
  title: string,
  model: string | Live,
  notes: readonly string[],
): readonly Block[] {
  const blocks: Block[] = [
    line(1, 'title', title),
    line(2, 'subtitle', sourceLine(ctx)),
    line(3, 'note', typeof model === 'string' ? model : liveCell(model)),
  ];
  if (notes.length > 0) blocks.push(line(HEAD_ROWS, 'warning', notes.join(' ')));
  return blocks;
}

/** A single cell that runs over its empty neighbours. */
export function line(row: number, role: Block['role'], cell: PlanCell, column = 1): Block {
  return { row, column, cells: [[cell]], role };
}

/** What every tab warns of: a partial year, no revenue, one client, a uniform base (method.md §8). */
export function warnings({ analysis, settings, t }: ReportContext): readonly string[] {
  const buyers = analysis.clients.filter(({ revenue }) => revenue > 0);
  const texts: string[] = [];
  if (analysis.period?.partial) {
    texts.push(
      settings.period === 'last12'
        ? t('report.partial', { months: analysis.period.months })
        : t('report.partialSpan'),
    );
  }
  if (buyers.length === 0) texts.push(t('report.noRevenue'));
  if (buyers.length === 1) texts.push(t('report.oneClient'));
  if (buyers.length > 1 && buyers.every(({ revenue }) => revenue === buyers[0]?.revenue)) {
    texts.push(t('report.uniform'));
  }
  return texts;
}

/** Footer of a printed page. `&` is Excel's own sign there and is doubled in names. */
export function footer({ t, tabNames }: ReportContext, key: TabKey): string {
  return `${tabNames[key].replace(/&/g, '&&')} · ${t('report.page')}`;
}

function sourceLine({ source, analysis, language, t, today }: ReportContext): string {
  const { period, asOf } = analysis;
  const name = source.file === null ? source.sheet : `${source.file}, ${source.sheet}`;
  return [
    t('report.source', { source: name }),
    period ? t('report.period', { span: formatSpan(period.from, period.to, language) }) : t('report.noDates'),
    ...(asOf === null ? [] : [t('report.asOf', { date: formatDate(asOf, language) })]),
    t('report.made', { date: formatDate(today, language) }),
  ].join(' · ');
}
