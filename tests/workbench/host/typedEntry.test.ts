import { cultureOf } from '../../../src/workbench/host/culture';
import { parseEntry } from '../../../src/workbench/host/typedEntry';

const ru = (text: string) => parseEntry(text, cultureOf('ru-RU'), 2026);
const en = (text: string) => parseEntry(text, cultureOf('en-US'), 2026);

test.each([
  ['1 234,5', { value: 1234.5, format: '#,##0.00' }],
  ['1\u00a0234', { value: 1234, format: '#,##0' }],
  ['12,5', { value: 12.5 }],
  ['-7', { value: -7 }],
  ['(300)', { value: -300 }],
  ['12%', { value: 0.12, format: '0%' }],
  ['12,3 %', { value: 0.123, format: '0.00%' }],
  ['1е5', { value: '1е5' }],
  ['1e5', { value: 100_000, format: '0.00E+00' }],
  ['1 500 ₽', { value: 1500, format: '#,##0 "₽"' }],
  ['007', { value: 7 }],
  ['05.01.2024', { value: 45_296, format: 'm/d/yyyy' }],
  ['5.1.24', { value: 45_296, format: 'm/d/yyyy' }],
  ['2024-01-05', { value: 45_296, format: 'm/d/yyyy' }],
  ['5 янв 2024', { value: 45_296, format: 'd-mmm-yy' }],
  ['12 мая 2024', { value: 45_424, format: 'd-mmm-yy' }],
  ['янв 2024', { value: 45_292, format: 'mmm-yy' }],
  ['1/2', { value: 46_054, format: 'd-mmm' }],
  ['12 мая', { value: 46_154, format: 'd-mmm' }],
  ['18:00', { value: 0.75, format: 'h:mm' }],
  ['05.01.2024 18:00', { value: 45_296.75, format: 'm/d/yyyy h:mm' }],
  ['истина', { value: true }],
  ['#Н/Д', { value: { error: '#N/A' } }],
  ['#DIV/0!', { value: { error: '#DIV/0!' } }],
  ["'=1", { value: '=1' }],
])('in Russian Excel %s is taken for %j', (text, entry) => {
  expect(ru(text)).toEqual(entry);
});

test.each([
  ['1,234.5', { value: 1234.5, format: '#,##0.00' }],
  ['1/2', { value: 46_024, format: 'd-mmm' }],
  ['1/31/2024', { value: 45_322, format: 'm/d/yyyy' }],
  ['Mar 5', { value: 46_086, format: 'd-mmm' }],
  ['6:30 pm', { value: 0.7708333333333334, format: 'h:mm AM/PM' }],
  ['TRUE', { value: true }],
  ['$5', { value: 5, format: '$#,##0' }],
])('in English Excel %s is taken for %j', (text, entry) => {
  expect(en(text)).toEqual(entry);
});

test.each([
  'Ромашка',
  '31.02.2024',
  '12.5.',
  '1 23',
  '1,2,3',
  '25:00',
  '№ 5',
  '#тег',
  ' ',
  '5 лет',
  '12-34-56-78',
  'ООО',
])('in Russian Excel %j stays a text', (text) => {
  expect(ru(text)).toEqual({ value: text });
});

test('a comma is no decimal sign in English, a point is none in Russian', () => {
  expect(en('1,5').value).toBe('1,5');
  expect(ru('1.5.').value).toBe('1.5.');
  // The notorious one: 1.5 is the first of May.
  expect(ru('1.5')).toEqual({ value: 46_143, format: 'd-mmm' });
});
