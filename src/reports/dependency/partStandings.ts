import type { PartStanding } from '../../domain/dependency/types';
import { moneyToNumber } from '../../domain/shared/money';
import { formatPercent } from '../../i18n/numbers';
import type { ReportContext } from '../context';
import { COUNT, moneyFormat, PERCENT, TEXT } from '../formats';
import { live, liveCell, liveText, percentOf, roundHalfUp } from '../live';
import type { Area, PlanCell } from '../plan';
import type { Section } from '../section';
import { noteSection } from '../section';
import { line } from '../tabHead';
import { bandOfIndex } from './bandOfIndex';

/** Managers or groups shown one by one. */
const MOST_PARTS = 15;

/** The words of a table of parts. */
type Kind = 'manager' | 'group';

/** What leaves if a manager leaves (method.md §3). */
export function byManager(ctx: ReportContext, row: number): Section {
  return partTable(ctx, row, 'manager', ctx.analysis.dependency.byManager);
}

/** How revenue depends on product groups (method.md §3). */
export function byGroup(ctx: ReportContext, row: number): Section {
  return partTable(ctx, row, 'group', ctx.analysis.dependency.byGroup);
}

function partTable(ctx: ReportContext, row: number, kind: Kind, parts: readonly PartStanding[]): Section {
  const { t, analysis, language } = ctx;
  const title = t(`dependency.section.${kind}`);
  if (parts.length === 0) return noteSection(row, title, t(`dependency.${kind}.absent`));
  const shown = parts.slice(0, MOST_PARTS);
  const first = row + 2;
  const rows = shown.map((part, index): PlanCell[] => {
    const at = first + index;
    const words = liveText(t(`dependency.${kind}.why`), {
      share: percentOf(`D${at}`, part.share),
      hhi: live(String(roundHalfUp(part.hhi, 0)), roundHalfUp(part.hhi, 0)),
      clients: live(String(part.clients), part.clients),
      band: bandOfIndex(ctx, String(part.hhi), part.hhi),
    });
    return [
      index + 1,
      part.name === '' ? t(`dependency.${kind}.unnamed`) : part.name,
      moneyToNumber(part.revenue),
      part.share,
      part.leader,
      part.top1,
      part.clients > 0 ? liveCell(words) : t('dependency.parts.nothing'),
    ];
  });
  const left = parts.slice(MOST_PARTS);
  const leftBlock =
    left.length > 0
      ? [
          line(
            first + rows.length,
            'note',
            t('dependency.parts.left', {
              count: left.length,
              share: formatPercent(
                left.reduce((sum, { share }) => sum + share, 0),
                language,
              ),
            }),
          ),
        ]
      : [];
  const shares: Area = { row: first, column: 4, rows: rows.length, columns: 1 };
  return {
    blocks: [
      line(row, 'heading', title),
      {
        row: row + 1,
        column: 1,
        role: 'columnHeading',
        align: ['center', null, 'right', 'right', null, 'right', null, null, null],
        cells: [
          [
            t('dependency.top.number'),
            t(`dependency.${kind}.name`),
            t('dependency.top.revenue'),
            t('dependency.top.share'),
            t('dependency.parts.leader'),
            t('dependency.parts.top1'),
            t(`dependency.${kind}.meaning`),
            null,
            null,
          ],
        ],
      },
      {
        row: first,
        column: 1,
        role: 'body',
        formats: [COUNT, TEXT, moneyFormat(analysis), PERCENT, TEXT, PERCENT, null],
        align: ['center', null, null, null, null, null, null],
        cells: rows,
      },
      ...leftBlock,
    ],
    rules: [{ kind: 'dataBar', area: shares }],
    nextRow: first + rows.length + leftBlock.length + 1,
  };
}
