import { outcomeOfWords } from '../../../src/domain/deals/outcome';
import { stageMatcher, strictStageMatcher } from '../../../src/domain/deals/stages';
import type { StageRule } from '../../../src/domain/settings';

const table: readonly StageRule[] = [
  'Контакт установлен',
  'Порядок решения и ЛПР известны',
  'Потребность, рамочное КП',
  'КП представлено',
  'Возражения сняты, переговоры',
  'Договор на подписании',
].map((name, i) => ({ name, probability: (i + 1) / 10 }));

describe('a stage of the sheet', () => {
  const match = stageMatcher(table);
  test.each([
    ['КП представлено', 3],
    ['  кп  ПРЕДСТАВЛЕНО ', 3],
    ['4. КП представлено (50 %)', 3],
    ['КП представлено клиенту', 3],
    ['Переговоры', 4],
    ['Подписание договора', 5],
    ['Контакт', 0],
  ])('«%s» is found in the table', (text, stage) => {
    expect(match(text)?.stage).toBe(stage);
  });

  test.each(['', 'КП', 'Думают', '7', 'Этап 3', 'и на'])('«%s» is asked, never guessed', (text) => {
    expect(match(text)).toBeNull();
  });

  test('is found by its whole name before its words', () => {
    expect(match('кп представлено')?.by).toBe('name');
    expect(match('представлено КП')?.by).toBe('words');
  });

  test('of a form is found as Excel compares texts: without case and nothing else', () => {
    const strict = strictStageMatcher(table);
    expect(strict('КП ПРЕДСТАВЛЕНО')?.stage).toBe(3);
    expect(strict('представлено КП')).toBeNull();
  });
});

describe('the end of a deal', () => {
  test.each([
    ['Won', 'won'],
    ['Closed Won', 'won'],
    ['Выиграна', 'won'],
    ['Успешно реализовано', 'won'],
    ['Договор подписан', 'won'],
    ['Lost', 'lost'],
    ['Closed lost', 'lost'],
    ['Отказ', 'lost'],
    ['Закрыто и не реализовано', 'lost'],
    ['Сделка провалена', 'lost'],
    ['Неуспешно', 'lost'],
    ['Договор на подписании', null],
    ['Возражения сняты', null],
    ['Wonderful prospect', null],
    ['В работе', null],
    ['', null],
  ])('«%s» says %s', (text, outcome) => {
    expect(outcomeOfWords(text)).toBe(outcome);
  });
});
