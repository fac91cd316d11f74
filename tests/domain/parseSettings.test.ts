import fc from '../support/fastCheck';
import { DEFAULT_SETTINGS } from '../../src/domain/settings';
import type { Settings } from '../../src/domain/settings';
import { parseSettings } from '../../src/domain/parseSettings';

const OWN: Settings = {
  ...DEFAULT_SETTINGS,
  language: 'en',
  period: { from: '2025-01-01', to: '2025-12-31' },
  asOf: '2025-12-31',
  thresholds: { ...DEFAULT_SETTINGS.thresholds, classA: 0.7 },
  choices: { ...DEFAULT_SETTINGS.choices, bounds: 'curve' },
  stages: [{ name: 'Тендер', probability: 0.4 }],
  potentialSource: 'Бюджеты',
  columns: { client: 'Контрагент', amount: 'Сумма' },
  dateOrder: 'dmy',
  decimalSeparator: ',',
  aliases: { ромшка: 'ромашка' } as Settings['aliases'],
  distinct: [['вектор', 'виктор']] as unknown as Settings['distinct'],
  holdings: { ромашка: 'Цветы' } as Settings['holdings'],
};

describe('settings from what was stored', () => {
  it('are what was saved', () => {
    expect(parseSettings(JSON.parse(JSON.stringify(OWN)))).toEqual(OWN);
  });

  it.each([undefined, null, 5, 'text', [], {}, { version: 99, language: 'en' }])(
    'are the defaults for %p',
    (stored) => {
      expect(parseSettings(stored)).toEqual(DEFAULT_SETTINGS);
    },
  );

  it('lose only the fields that are damaged', () => {
    const damaged = {
      ...OWN,
      language: 'fr',
      asOf: '2025-02-30',
      thresholds: { classA: 'x', classB: 0.9 },
      choices: { bounds: 'curve', much: 'всё' },
      stages: [
        { name: 'Тендер', probability: 0.4 },
        { name: 'тендер', probability: 1 },
        { name: 'Спор', probability: 40 },
        5,
      ],
      columns: { client: 5, nonsense: 'x' },
      distinct: ['вектор', ['вектор'], ['вектор', 5], ['вектор', 'виктор']],
      holdings: { ромашка: 5 },
    };
    expect(parseSettings(damaged)).toEqual({
      ...OWN,
      language: null,
      asOf: null,
      columns: {},
      holdings: {},
      thresholds: { ...DEFAULT_SETTINGS.thresholds, classB: 0.9 },
    });
  });

  it('never throw, whatever was stored', () => {
    fc.assert(
      fc.property(fc.anything(), (anything) => {
        const settings = parseSettings({
          ...OWN,
          ...(typeof anything === 'object' ? anything : {}),
          thresholds: anything,
        });
        expect(settings.thresholds.classA).toBeLessThanOrEqual(settings.thresholds.classB);
      }),
    );
  });
});
