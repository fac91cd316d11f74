/** @jest-environment jsdom */
import type { Answers } from '../../src/app/memory';
import { localMemory } from '../../src/taskpane/localMemory';

const ANSWERS: Answers = {
  columns: { client: 'Кто' },
  dateOrder: 'mdy',
  decimalSeparator: null,
  damagedNumbers: null,
  nameLookup: null,
};

afterEach(() => {
  jest.restoreAllMocks();
  window.localStorage.clear();
});

test('answers outlive the pane', () => {
  localMemory('').save('form', ANSWERS);
  expect(localMemory('').load('form')).toEqual(ANSWERS);
  expect(localMemory('').load('other')).toBeNull();
  expect(localMemory('').count()).toBe(1);
});

test('stay within the part of storage that Office names', () => {
  localMemory('part-a').save('form', ANSWERS);
  expect(localMemory('part-b').load('form')).toBeNull();
});

test('are kept for the fifty latest forms', () => {
  const memory = localMemory('');
  for (let form = 0; form < 60; form++) memory.save(`form ${form}`, ANSWERS);
  memory.save('form 20', { ...ANSWERS, dateOrder: 'dmy' });
  expect(memory.count()).toBe(50);
  expect(memory.load('form 9')).toBeNull();
  expect(memory.load('form 20')).toMatchObject({ dateOrder: 'dmy' });
});

test('can be forgotten, and nothing else with them', () => {
  window.localStorage.setItem('clientele.theme', 'dark');
  const memory = localMemory('');
  memory.save('form', ANSWERS);
  memory.forget();
  expect([memory.count(), window.localStorage.getItem('clientele.theme')]).toEqual([0, 'dark']);
});

test.each(['getItem', 'setItem', 'removeItem'] as const)(
  'a storage that forbids %s breaks nothing',
  (method) => {
    jest.spyOn(Storage.prototype, method).mockImplementation(() => {
      throw new DOMException('denied', 'SecurityError');
    });
    const memory = localMemory('');
    expect(() => memory.save('form', ANSWERS)).not.toThrow();
    expect(() => memory.load('form')).not.toThrow();
    expect(() => memory.forget()).not.toThrow();
  },
);

test.each(['{', '7', '[1,["form"]]', 'null'])('a damaged storage (%s) is an empty one', (text) => {
  window.localStorage.setItem('clientele.forms', text);
  expect([localMemory('').count(), localMemory('').load('form')]).toEqual([0, null]);
});
