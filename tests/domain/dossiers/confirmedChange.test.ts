import fc from '../../support/fastCheck';
import { confirmedChange } from '../../../src/domain/dossiers/confirmedChange';
import { dealCalled, openDealLabels } from '../../../src/domain/dossiers/openDealLabels';
import { DEFAULT_SETTINGS } from '../../../src/domain/settings';
import type { CellValue } from '../../../src/domain/shared/grid';
import { choiceOf } from '../../../src/i18n/dossierWords';
import { wordsFrom } from '../../support/typedDossiers';

const DEALS = [
  { key: 'd1', name: 'Станок' },
  { key: 'd2', name: 'Насос' },
  { key: 'ромашка · насос (2)', name: 'насос ' },
  { key: 'd4', name: '' },
];
const change = (typed: Readonly<Record<string, CellValue>>) =>
  confirmedChange(
    wordsFrom(Object.fromEntries(Object.entries(typed).map(([field, value]) => [`meeting.${field}`, value]))),
    DEALS,
    DEFAULT_SETTINGS,
    choiceOf,
  );

describe('a confirmed report', () => {
  test.each<[string, CellValue, number]>([
    ['a share', 0.4, 0.4],
    ['a whole number of per cent', 40, 0.4],
    ['per cent as text', '40 %', 0.4],
    ['a decimal comma', '0,4', 0.4],
    ['nothing', 0, 0],
    ['everything', 1, 1],
    ['a hundred', 100, 1],
  ])('carries the probability over: %s', (_name, after, probability) => {
    expect(change({ confirm: 'да', deal: 'Станок', after })).toEqual({
      ok: true,
      value: { deal: 'd1', probability },
    });
  });

  test.each(['да', 'Да ', 'YES'])('is confirmed by %p', (confirm) => {
    expect(change({ confirm, deal: 'станок', after: 0.4 })).toMatchObject({ ok: true });
  });

  test.each<[string, Readonly<Record<string, CellValue>>]>([
    ['notConfirmed', {}],
    ['notConfirmed', { deal: 'Станок', after: 0.4 }],
    ['notConfirmed', { confirm: 'нет', deal: 'Станок', after: 0.4 }],
    ['notConfirmed', { confirm: 'может быть', deal: 'Станок', after: 0.4 }],
    ['noDeal', { confirm: 'да', after: 0.4 }],
    ['unknownDeal', { confirm: 'да', deal: 'Кран', after: 0.4 }],
    // Two deals are called so: neither is taken for the other.
    ['unknownDeal', { confirm: 'да', deal: 'Насос', after: 0.4 }],
    ['noProbability', { confirm: 'да', deal: 'Станок' }],
    ['badProbability', { confirm: 'да', deal: 'Станок', after: 'сорок' }],
    ['badProbability', { confirm: 'да', deal: 'Станок', after: 140 }],
    ['badProbability', { confirm: 'да', deal: 'Станок', after: -0.1 }],
  ])('carries nothing over: %s', (error, typed) => {
    expect(change(typed)).toEqual({ ok: false, error });
  });

  test('never carries over anything beyond 0 … 1, nor to a deal that is not open', () => {
    fc.assert(
      fc.property(fc.oneof(fc.double(), fc.string()), fc.string(), (after, deal) => {
        const found = change({ confirm: 'да', deal, after });
        if (!found.ok) return;
        expect(found.value.probability >= 0 && found.value.probability <= 1).toBe(true);
        expect(DEALS.map(({ key }) => key)).toContain(found.value.deal);
      }),
    );
  });
});

describe('what open deals are called', () => {
  test('by their names, by their keys where a name is blank or shared', () => {
    expect(openDealLabels(DEALS).map(({ label }) => label)).toEqual([
      'Станок',
      'd2',
      'ромашка · насос (2)',
      'd4',
    ]);
  });

  test('each label leads back to its deal', () => {
    for (const { label, deal } of openDealLabels(DEALS)) expect(dealCalled(label, DEALS)).toBe(deal);
    expect(dealCalled('', DEALS)).toBeNull();
  });
});
