import type { DossierFigures } from '../../domain/dossiers/figures';
import type { DossierSection } from '../../domain/dossiers/schema';
import { DOSSIER_LISTS, RELATION_QUESTIONS } from '../../domain/dossiers/schema';
import { absolute } from '../addresses';
import type { Live } from '../live';
import { live } from '../live';
import type { Draft } from './fields';
import { drawField } from './fields';
import { SPANS } from './grid';
import type { Span } from './grid';

/** Questions are sentences: they take half of a row each, the answer a cell at its end. */
const HALVES: readonly { readonly label: Span; readonly value: Span; readonly side: 'Left' | 'Right' }[] = [
  { label: { column: 1, columns: 3 }, value: { column: 4, columns: 1 }, side: 'Left' },
  { label: { column: 5, columns: 4 }, value: { column: 9, columns: 1 }, side: 'Right' },
];
const TEXT_LINES = 2;

/** Stage, the six questions, risks and barriers. */
export function drawRelations(draft: Draft, { key: section, fields }: DossierSection): void {
  const { ctx, page } = draft;
  const questions: readonly string[] = RELATION_QUESTIONS;
  const asked = fields.filter(({ key }) => questions.includes(key));
  const [stage, ...texts] = fields.filter(({ key }) => !questions.includes(key));
  if (stage) {
    const { row } = page;
    drawField(draft, section, stage, { row, label: SPANS.label, value: SPANS.leftValue, side: 'Left' });
    page.put(row, { span: SPANS.rightHalf, role: 'note', cell: ctx.t('dossier.relations.scale') });
    page.row++;
  }
  asked.forEach((field, index) => {
    const half = HALVES[index % HALVES.length];
    if (half) drawField(draft, section, field, { row: page.row, ...half, align: 'center' });
    if (half?.side === 'Right' || index === asked.length - 1) page.row++;
  });
  for (const field of texts) {
    const row = page.row++;
    drawField(draft, section, field, {
      row,
      label: SPANS.label,
      value: SPANS.value,
      side: 'Left',
      ...(field.weight > 1 ? { lines: TEXT_LINES } : {}),
    });
  }
}

/** The score of the relationship: the sum of the six answers, `''` until all six are given. */
export function scoreLive({ places }: Draft, { score }: DossierFigures): Live {
  const answers = RELATION_QUESTIONS.map((question) => {
    const place = places.get(`relations.${question}`);
    return place ? absolute(place.row, place.column) : '""';
  });
  const values = DOSSIER_LISTS.score;
  const is = (cell: string, value: string) => `OR(${cell}=${value},${cell}="${value}")`;
  const worth = (cell: string) =>
    values.reduceRight((rest, value) => `IF(${is(cell, value)},${value},${rest})`, '0');
  const answered = answers.map((cell) => `IF(${worth(cell)}>0,1,0)`).join('+');
  return live(`IF(${answered}=${answers.length},${answers.map(worth).join('+')},"")`, score ?? '');
}
