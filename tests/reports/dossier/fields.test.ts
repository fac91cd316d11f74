import { DOSSIER_SECTIONS, sectionsOf } from '../../../src/domain/dossiers/schema';
import type { DossierField } from '../../../src/domain/dossiers/schema';
import { knownFields } from '../../../src/domain/dossiers/known';
import { moneyToNumber } from '../../../src/domain/shared/money';
import { translator } from '../../../src/i18n/translate';
import type { TextKey } from '../../../src/i18n/translate';
import { finalWords } from '../../../src/reports/classWords';
import { dossierPlan } from '../../../src/reports/dossier/dossier';
import type { PagePlan } from '../../../src/reports/plan';
import { flagWords } from '../../../src/reports/reasons';
import { statusWords } from '../../../src/reports/reactivation/words';
import { wrong } from '../../support/dealTabs';
import { withDossiers } from '../../support/typedDossiers';
import { livePages, shownBeside } from '../../support/livePages';
import { cellsOf, loadIronCalc } from '../../support/recalculate';
import { sampleContext } from '../../support/sampleContext';

beforeAll(loadIronCalc);

const t = translator('ru');
const sample = sampleContext();
const { analysis } = sample;
const keys = analysis.dependency.keyClients.map(({ client }) => analysis.clients[client]?.key ?? '');
const others = [5, 20, analysis.clients.length - 1].map((at) => analysis.clients[at]?.key ?? '');
const ctx = withDossiers(
  sample,
  [...keys, ...others].map((client, index) => ({
    number: index + 1,
    client,
    variant: index % 2 === 0 ? 'key' : 'strategic',
  })),
);
const dossiers = ctx.pages.dossiers.map((page) => ({ page, plan: dossierPlan(ctx, page) }));

const label = (section: string, field: string) => t(`dossier.${section}.${field}` as TextKey);
const remarkBeside = (plan: PagePlan, words: string) => {
  const row = [...cellsOf(plan)].find(({ cell, column }) => cell === words && column === 1)?.row;
  const cell = [...cellsOf(plan)].find((each) => each.row === row && each.column === 3)?.cell ?? null;
  return typeof cell === 'object' && cell !== null ? cell.value : cell;
};
const money = (value: Parameters<typeof moneyToNumber>[0] | null) =>
  value === null ? '?' : moneyToNumber(value);

test('figures of sales are those of «ABCD», rhythm and status those of «Реактивация»', () => {
  for (const { page, plan } of dossiers) {
    const position = page.facts.position ?? -1;
    const row = analysis.clients[position];
    const health = analysis.health?.clients[position];
    if (!row || !health) throw new Error('Every client of the sample stands there');
    const shown = (field: string) => shownBeside(plan, label('sales', field));
    expect({
      revenue: shown('revenue'),
      previous: shown('previous'),
      share: shown('share'),
      orders: shown('orders'),
      averageOrder: shown('averageOrder'),
      interval: shown('interval'),
      last: shown('last'),
      expected: shown('expected'),
      flag: remarkBeside(plan, label('sales', 'share')),
      status: remarkBeside(plan, label('sales', 'interval')),
    }).toEqual({
      revenue: moneyToNumber(row.revenue),
      previous: money(row.previous),
      share: row.share ?? '?',
      orders: row.orders ?? '?',
      averageOrder: money(row.averageOrder),
      interval: health.interval ?? '?',
      last: row.last ?? '?',
      expected: health.expectedNext ?? '?',
      // Whoever returned more than it bought has neither a share nor a flag.
      flag:
        row.share === null
          ? null
          : flagWords(analysis.dependency.flags[position] ?? 'none', t) || 'флага нет',
      status: health.status === null ? '?' : statusWords(health.status, t),
    });
    const change = row.previous === null || row.previous <= 0 ? null : row.revenue / row.previous - 1;
    if (change !== null) expect(shown('change')).toBeCloseTo(change, 9);
  }
});

test('class and strategy are those of «ABCD», potential that of «Потенциал»', () => {
  for (const { page, plan } of dossiers) {
    const position = page.facts.position ?? -1;
    const segment = analysis.segments.clients[position];
    const row = analysis.clients[position];
    if (!segment || !row) throw new Error('Every client of the sample is segmented');
    const words = finalWords(segment, row.volumeClass, analysis.segments, 'growth', t);
    expect(shownBeside(plan, 'Класс')).toBe(words);
    expect(String(shownBeside(plan, 'Стратегия'))).toMatch(/\S{3}/);
    expect(shownBeside(plan, 'Бюджет в год')).toBe(money(segment.potential?.amount ?? null));
    expect(shownBeside(plan, 'Наша доля')).toBe(segment.budgetShare ?? '?');
    expect(shownBeside(plan, 'Резерв')).toBe(money(segment.headroom));
    expect(shownBeside(plan, 'Откуда')).toBe(
      segment.potential ? t(`potential.method.${segment.potential.method}`) : '?',
    );
  }
  expect(dossiers.some(({ page }) => page.facts.potential !== null)).toBe(true);
  expect(dossiers.some(({ page }) => page.facts.potential === null)).toBe(true);
});

test('goods, purchases, deals and the passport say what the facts hold', () => {
  for (const { page, plan } of dossiers) {
    const { assortment, purchases, deals, manager, taxId, isKey } = page.facts;
    const top = String(shownBeside(plan, 'Топ-5'));
    for (const { name } of assortment?.top ?? []) expect(top).toContain(name);
    for (const name of assortment?.notBought ?? [])
      expect(String(shownBeside(plan, 'Не берёт у нас'))).toContain(name);
    expect(String(shownBeside(plan, 'Крупнейшие покупки')).split(';')).toHaveLength(purchases.length);
    expect(shownBeside(plan, 'Открытых сделок')).toBe(deals.open.length || '?');
    for (const { name, amount, probability } of deals.open.slice(0, 5)) {
      const { row = 0 } = [...cellsOf(plan)].find(({ cell }) => cell === name) ?? {};
      const at = (column: number) => {
        const cell = [...cellsOf(plan)].find((each) => each.row === row && each.column === column)?.cell;
        return typeof cell === 'object' && cell !== null ? cell.value : cell;
      };
      expect([at(7), at(9)]).toEqual([moneyToNumber(amount), probability]);
    }
    expect(shownBeside(plan, 'Менеджер')).toBe(manager);
    expect(shownBeside(plan, 'ИНН')).toBe(taxId);
    if (!isKey) expect(shownBeside(plan, 'Почему ключевой')).toBe('сейчас не ключевой');
  }
  expect(dossiers.some(({ page }) => page.facts.deals.open.length > 0)).toBe(true);
});

test('the chart draws the months of the client', () => {
  for (const { page, plan } of dossiers) {
    const [chart] = plan.charts;
    const column = chart?.series[0]?.values.column;
    const drawn = [...cellsOf(plan)].filter(
      ({ cell, ...at }) => at.column === column && typeof cell === 'number',
    );
    expect(drawn.map(({ cell }) => cell)).toEqual(
      (page.facts.months ?? []).map(({ revenue }) => moneyToNumber(revenue)),
    );
    expect(drawn).toHaveLength(24);
  }
});

test('every formula of every page gives in a calculation what the page says', () => {
  const live = livePages(ctx);
  expect(wrong(live.pages, live.tabs)).toEqual([]);
});

test('every field and table of the schema has a place on the page', () => {
  for (const { page, plan } of dossiers) {
    const labels = new Set([...cellsOf(plan)].map(({ cell }) => cell));
    for (const { key: section, fields, tables } of sectionsOf(page.entry.variant)) {
      for (const { key } of fields) expect(labels).toContain(label(section, key));
      for (const { key, columns } of tables) {
        expect(plan.page.tables.map((table) => table.key)).toContain(key);
        for (const column of columns) expect(labels).toContain(label(key, column.key));
      }
    }
  }
});

test('at least 60 % of the data fields of key clients are filled from the sheets', () => {
  /** Facts: what is not an opinion of people. */
  const isData = ({ kind }: DossierField) =>
    ['auto', 'known', 'number', 'money', 'share', 'date'].includes(kind);
  const isOurs = ({ kind }: DossierField) => kind === 'auto' || kind === 'known';
  const fields = DOSSIER_SECTIONS.filter(({ only }) => only === undefined).flatMap(({ key, fields: all }) =>
    all.map((field) => ({ name: `${key}.${field.key}`, field })),
  );
  const part = (of: (field: DossierField) => boolean) => {
    const asked = fields.filter(({ field }) => of(field));
    const filled = dossiers
      .slice(0, keys.length)
      .map(({ page }) => asked.filter(({ name }) => knownFields(page.facts).has(name)).length / asked.length);
    return filled.reduce((sum, each) => sum + each, 0) / filled.length;
  };
  const shares = { ours: part(isOurs), data: part(isData), all: part(() => true) };
  console.info(
    `Filled from the sheets: ${Object.entries(shares)
      .map(([name, share]) => `${name} ${Math.round(share * 100)} %`)
      .join(', ')}`,
  );
  expect(shares.data).toBeGreaterThanOrEqual(0.6);
  expect(shares.ours).toBeGreaterThanOrEqual(0.8);
});
