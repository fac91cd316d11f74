import { moneyFormat } from '../formats';
import type { ReportContext } from '../context';
import type { DossierPage } from '../pages';
import type { PageKey } from '../plan';
import type { FillLook } from './fill';
import { monthWords } from './fill';
import type { TemplateValues } from './values';
import { templateValues } from './values';
import type { ExcelSerial } from '../../domain/shared/dates';

/** What a dossier on an own template is filled with, as data: the writer finds the cells. */
export interface TemplateFill {
  readonly key: PageKey;
  /** Name of its tab. */
  readonly tab: string;
  readonly values: TemplateValues;
  readonly look: FillLook;
  readonly chart: TemplateChart;
}

/** Revenue by month for the chart of a template. */
export interface TemplateChart {
  readonly title: string;
  readonly series: string;
  /** Text for people who do not see it. */
  readonly alt: string;
  /** What stands in its place without months. */
  readonly none: string;
  readonly labels: readonly string[];
  /** In currency units, as many as labels. */
  readonly amounts: readonly number[];
}

/** Fills the own template of a page. `file` is the name of the user's workbook. */
export function templateFill(ctx: ReportContext, page: DossierPage, file: string): TemplateFill {
  const { t, language, analysis } = ctx;
  const values = templateValues(ctx, page, file);
  const months = values.lists.months.map(({ values: known }) => ({
    label: monthWords(Number(known.get('months.month') ?? 0) as ExcelSerial, language),
    amount: Number(known.get('months.revenue') ?? 0),
  }));
  return {
    key: page.key,
    tab: page.tab,
    values,
    look: { language, money: moneyFormat(analysis) },
    chart: {
      title: t('dossier.months.title'),
      series: t('dossier.months.series'),
      alt: t('dossier.months.alt', { name: page.facts.name ?? page.entry.name }),
      none: t('dossier.months.none'),
      labels: months.map(({ label }) => label),
      amounts: months.map(({ amount }) => amount),
    },
  };
}
