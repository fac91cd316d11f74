import { en } from '../../src/i18n/en';
import { ru } from '../../src/i18n/ru';
import type { TextKey } from '../../src/i18n/translate';
import { TAB_KEYS } from '../../src/reports/plan';

const keys = Object.keys(ru) as TextKey[];
const placeholders = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();

test('both languages have the same texts, none of them empty', () => {
  expect(Object.keys(en).sort()).toEqual([...keys].sort());
  expect(keys.filter((key) => ru[key].trim() === '' || en[key].trim() === '')).toEqual([]);
});

test('a text has the same placeholders in both languages', () => {
  expect(keys.filter((key) => placeholders(ru[key]).join() !== placeholders(en[key]).join())).toEqual([]);
});

test('English texts hold no Cyrillic but in quoted examples', () => {
  const words = /[а-яё]{3,}/i;
  const ours = /^(tab|report|abcd|dependency|dataCheck|settings|verdict|count|skip|role)\./;
  expect(keys.filter((key) => ours.test(key) && words.test(en[key]))).toEqual([]);
});

test('plural forms: three in Russian, two in English', () => {
  const counts = keys.filter((key) => key.startsWith('count.'));
  expect(counts.length).toBeGreaterThan(0);
  for (const key of counts) {
    expect(ru[key].split('|')).toHaveLength(3);
    expect(en[key].split('|')).toHaveLength(2);
  }
});

test('names of tabs fit Excel', () => {
  for (const texts of [ru, en]) {
    const names = TAB_KEYS.map((key) => texts[`tab.${key}`]);
    for (const name of names) expect(name).toMatch(/^[^:\\/?*[\]]{1,31}$/);
    expect(new Set(names).size).toBe(names.length);
  }
});
