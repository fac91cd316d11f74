import { settingNoteText } from '../../src/app/noteText';
import type { SettingNote } from '../../src/excel/settings';
import { translator } from '../../src/i18n/translate';

const ruText = (note: SettingNote) => settingNoteText(note, 'ru', translator('ru')).replace(/\u00a0/g, ' ');

test.each<[SettingNote, string]>([
  [
    { kind: 'threshold', threshold: 'classA', problem: 'notANumber', used: 0.8 },
    'Порог «Граница класса A»: в ячейке не число, взято значение 80 %.',
  ],
  [
    { kind: 'threshold', threshold: 'lostDays', problem: 'outOfRange', used: 90 },
    'Порог «Потерян не раньше»: значение вне допустимых границ, взято 90 дней.',
  ],
  [
    { kind: 'threshold', threshold: 'rhythmActive', problem: 'outOfOrder', used: 1.5 },
    'Порог «Активный: до, перерывов»: пороги должны идти по возрастанию, взято значение 1,5.',
  ],
  [
    { kind: 'choice', choice: 'much', used: 'mean' },
    'Настройка «Когда клиент берёт много»: такого варианта в списке нет, взято «не меньше средней».',
  ],
  [
    { kind: 'stage', stage: 'Звонок', problem: 'probability', used: 0.1 },
    'Этап «Звонок»: вероятность не число от 0 % до 100 %, взято 10 %.',
  ],
  [
    { kind: 'stage', stage: 'Звонок', problem: 'repeated', used: null },
    'Этап «Звонок» назван дважды, взята первая строка.',
  ],
])('%j is told as a sentence', (note, sentence) => {
  expect(ruText(note)).toBe(sentence);
});
