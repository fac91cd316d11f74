import fc from '../support/fastCheck';
import { profileText, readProfile } from '../../src/app/profile';
import { changesText, profileErrorText, profileNoteTexts } from '../../src/app/profileTexts';
import type { Rules } from '../../src/domain/presets';
import { DEFAULT_SETTINGS } from '../../src/domain/settings';
import type { Settings } from '../../src/domain/settings';
import { translator } from '../../src/i18n/translate';
import { valueOf } from '../excel/support/excel';

const { thresholds, choices } = DEFAULT_SETTINGS;
const DEFAULTS: Rules = { thresholds, choices, stages: null };
const OWN: Rules = {
  thresholds: { ...thresholds, classA: 0.7, lostDays: 60 },
  choices: { ...choices, bounds: 'curve' },
  stages: [
    { name: 'Тендер', probability: 0.3 },
    { name: 'Договор', probability: 0.9 },
  ],
};
const ru = translator('ru');
const plain = (text: string) => text.replace(/\u00a0/g, ' ');
const profile = (parts: object) => JSON.stringify({ kind: 'clientele-profile', version: 1, ...parts });

describe('a profile', () => {
  it('carries thresholds, choices and stages into another workbook', () => {
    expect(valueOf(readProfile(profileText(OWN), DEFAULTS))).toEqual({
      rules: OWN,
      unknown: [],
      unusable: [],
    });
  });

  it('brings back the preset of stages where the one who saved it had changed none', () => {
    expect(valueOf(readProfile(profileText(DEFAULTS), OWN)).rules).toEqual(DEFAULTS);
  });

  it('names no client, no sheet and no column', () => {
    const settings: Settings = {
      ...DEFAULT_SETTINGS,
      aliases: { ромшка: 'ромашка' } as Settings['aliases'],
      holdings: { ромашка: 'Цветы' } as Settings['holdings'],
      distinct: [['вектор', 'виктор']] as unknown as Settings['distinct'],
      columns: { client: 'Контрагент' },
      potentialSource: 'Бюджеты',
    };
    expect(profileText(settings)).toBe(profileText(DEFAULT_SETTINGS));
    expect(profileText(settings)).not.toMatch(/[а-яё]/i);
  });

  it('is sorted and ends with a line break, whatever the order in memory', () => {
    const reversed = Object.fromEntries(Object.entries(thresholds).reverse()) as Rules['thresholds'];
    expect(profileText({ ...DEFAULTS, thresholds: reversed })).toBe(profileText(DEFAULTS));
    expect(profileText(DEFAULTS)).toMatch(
      /^\{\n {2}"kind": "clientele-profile",\n {2}"version": 1,[^]*\}\n$/,
    );
  });
});

describe('reading a profile', () => {
  it('leaves what it does not say', () => {
    expect(valueOf(readProfile(profile({ thresholds: { classB: 0.9 } }), OWN)).rules).toEqual({
      ...OWN,
      thresholds: { ...OWN.thresholds, classB: 0.9 },
    });
  });

  it('takes a byte-order mark, as Notepad saves it', () => {
    expect(readProfile(`\ufeff${profileText(OWN)}`, DEFAULTS)).toMatchObject({ ok: true });
  });

  it.each([
    ['not json', { code: 'notJson' }],
    ['', { code: 'notJson' }],
    ['[]', { code: 'notProfile' }],
    ['5', { code: 'notProfile' }],
    ['{"thresholds":{"classA":0.7}}', { code: 'notProfile' }],
    ['{"kind":"clientele-profile"}', { code: 'notProfile' }],
    ['{"kind":"clientele-profile","version":2}', { code: 'newer', version: 2 }],
  ])('refuses %j', (text, error) => {
    expect(readProfile(text, DEFAULTS)).toEqual({ ok: false, error });
  });

  it('names what it does not know and leaves it out', () => {
    const text = profile({ aliases: {}, thresholds: { classE: 1 }, choices: { weather: 'fine' } });
    expect(valueOf(readProfile(text, OWN))).toEqual({
      rules: OWN,
      unknown: ['aliases', 'thresholds.classE', 'choices.weather'],
      unusable: [],
    });
  });

  it('names values that cannot be used, once each, and keeps those in force', () => {
    const text = profile({
      thresholds: { classA: 2, classB: '0.9', lostDays: 1.5, flagLarge: 0.3, newDays: 30 },
      choices: { much: 'всё', letters: 'budget' },
      stages: [{ name: 'Тендер', probability: 30 }],
    });
    expect(valueOf(readProfile(text, OWN))).toEqual({
      rules: {
        ...OWN,
        thresholds: { ...OWN.thresholds, newDays: 30 },
        choices: { ...OWN.choices, letters: 'budget' },
      },
      unknown: [],
      unusable: [
        'thresholds.classA',
        'thresholds.classB',
        'thresholds.lostDays',
        'thresholds.flagLarge',
        'choices.much',
        'stages',
      ],
    });
  });

  it('never throws, and never gives rules out of order', () => {
    fc.assert(
      fc.property(fc.anything(), fc.anything(), fc.anything(), (a, b, c) => {
        const text = JSON.stringify({
          kind: 'clientele-profile',
          version: 1,
          thresholds: typeof a === 'bigint' ? 1 : plainJson(a),
          choices: plainJson(b),
          stages: plainJson(c),
        });
        const { rules } = valueOf(readProfile(text, DEFAULTS));
        expect(rules.thresholds.classA).toBeLessThanOrEqual(rules.thresholds.classB);
      }),
    );
  });
});

/** Anything as JSON can say it. */
function plainJson(value: unknown): unknown {
  try {
    return JSON.parse(JSON.stringify(value) ?? 'null') as unknown;
  } catch {
    return null;
  }
}

describe('what is said about rules', () => {
  it('tells each change with its unit', () => {
    expect(plain(changesText(DEFAULTS, OWN, 'ru', ru))).toBe(
      'Изменится: «Границы классов ABC»: свои границы → по кривой выручки; ' +
        '«Граница класса A»: 80 % → 70 %; «Потерян не раньше»: 90 дней → 60 дней; таблица этапов сделок.',
    );
    expect(changesText(OWN, OWN, 'en', translator('en'))).toMatch(/^Nothing will change/);
  });

  it('tells why a file is no profile, and what was left out', () => {
    expect(profileErrorText({ code: 'newer', version: 7 }, ru)).toContain('(7)');
    expect(profileErrorText({ code: 'notJson' }, ru)).toBe('Это не файл профиля: в нём не JSON.');
    expect(profileNoteTexts({ unknown: [], unusable: [] }, ru)).toEqual([]);
    expect(profileNoteTexts({ unknown: ['a', 'b'], unusable: ['c'] }, ru)).toEqual([
      'Эта версия не знает: a, b. Пропущено.',
      'Нельзя использовать: c. Оставлены прежние значения.',
    ]);
  });
});
