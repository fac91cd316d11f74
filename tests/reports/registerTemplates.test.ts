import { complete } from '../../src/domain/shared/steps';
import { allPlans } from '../../src/reports/allPlans';
import type { ReportContext } from '../../src/reports/context';
import { dossierPlan } from '../../src/reports/dossier/dossier';
import { pagePlans } from '../../src/reports/pagePlans';
import { day } from '../support/ledger';
import { formulasOf, LiveTabs, loadIronCalc, cellsOf } from '../support/recalculate';
import { contextOf } from '../support/reportContext';
import { withDossiers, writtenPage } from '../support/typedDossiers';

const TODAY = day('2026-11-22');

/** Three clients; the dossiers of those named are copies of a form of people's. */
function ctxOf(...own: readonly string[]): ReportContext {
  const sales = (['Альфа', 'Бета', 'Гамма'] as const).map((client, index) => ({
    client,
    amount: (3 - index) * 1_000_000,
    manager: 'Иванова',
    date: '2025-12-01',
  }));
  const ctx = withDossiers(contextOf(sales), [
    { number: 1, client: 'Альфа' },
    { number: 2, client: 'Бета', words: { 'passport.updated': TODAY - 3 } },
    { number: 3, client: 'Гамма' },
  ]);
  const dossiers = ctx.pages.dossiers.map((page) =>
    own.includes(page.facts.name ?? '')
      ? { ...page, entry: { ...page.entry, template: { sheet: '{1}', name: 'Форма' } } }
      : page,
  );
  return { ...ctx, pages: { ...ctx.pages, dossiers } };
}

beforeAll(loadIronCalc);

test.each([[['Альфа']], [['Альфа', 'Бета', 'Гамма']]])(
  'the register says of dossiers on own templates whose they are, and nothing it cannot know: %s',
  (own) => {
    const ctx = ctxOf(...own);
    const plans = complete(allPlans(ctx));
    const register = plans.find(({ key }) => key === 'dossiers');
    if (!register) throw new Error('There is a register');
    expect(complete(pagePlans(ctx, ctx.pages))).toHaveLength(3 - own.length);
    const pages = ctx.pages.dossiers
      .filter(({ entry }) => entry.template === null)
      .map((page) => writtenPage(dossierPlan(ctx, page), page));
    const tabs = new LiveTabs([...plans, ...pages]);
    for (const { row, column, value } of formulasOf(register)) {
      const result = tabs.read(register, row, column);
      if (typeof value === 'number') expect(result).toBeCloseTo(value, 6);
      else expect({ row, column, result }).toEqual({ row, column, result: value });
    }
    const kinds = [...cellsOf(register)].filter(({ cell }) => cell === ctx.t('template.own'));
    expect(kinds).toHaveLength(own.length);
  },
);
