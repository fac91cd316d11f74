import type { CellValue, Grid } from '../../../../src/domain/shared/grid';

/** Issue 3 asks for half a million rows of ten columns. */
export const ROWS = 500_000;

const HEADINGS = [
  'Дата',
  'Документ',
  'Контрагент',
  'ИНН',
  'Менеджер',
  'Номенклатура',
  'Группа',
  'Количество',
  'Сумма',
  'Прибыль',
];
const CLIENTS = 20_000;
const FIRST_DAY = 44_927;
const DAYS = 1_095;
const MINUTES_A_DAY = 1_440;

/** A plain list in columns: most cells differ from row to row, as in life. */
export function list(): Grid {
  const random = generator(7);
  const columns: CellValue[][] = HEADINGS.map((heading) => [heading]);
  for (let row = 1; row <= ROWS; row++) {
    const client = Math.floor(random() ** 3 * CLIENTS);
    const kopecks = Math.floor(random() * 10_000_000) - 100_000;
    const day = FIRST_DAY + Math.floor((row / ROWS) * DAYS);
    const cells: readonly CellValue[] = [
      day + (row % MINUTES_A_DAY) / MINUTES_A_DAY,
      `РТУ-${row}`,
      `ООО «Клиент ${client}»`,
      `77${String(client).padStart(8, '0')}`,
      `Менеджер ${client % 40}`,
      `Товар ${Math.floor(random() * 5_000)}`,
      `Группа ${row % 30}`,
      1 + (row % 50),
      asText(kopecks / 100),
      Math.round(kopecks / 5) / 100,
    ];
    cells.forEach((cell, column) => columns[column]?.push(cell));
  }
  return inColumns(columns, (row, column) => (row > 0 && column === 0 ? 'dd.mm.yyyy' : ''));
}

/** `1234.5` as an export writes it: `1 234,50`, with a no-break space. */
function asText(amount: number): string {
  const [whole = '', fraction = ''] = amount.toFixed(2).split('.');
  return `${whole.replace(/\B(?=(\d{3})+$)/g, '\u00a0')},${fraction}`;
}

/** A report of 1C: a client with its subtotal, below it its documents with their dates in the text. */
export function groupedReport(): Grid {
  const random = generator(11);
  const columns: CellValue[][] = [
    ['Контрагент', 'Документ'],
    ['Сумма', ''],
  ];
  const most = 25;
  for (let client = 0; (columns[0]?.length ?? 0) < ROWS; client++) {
    const head = columns[0]?.push(`ООО «Клиент ${client}»`) ?? 0;
    columns[1]?.push(0);
    let sum = 0;
    const documents = 2 + Math.floor(random() * most);
    for (let document = 0; document < documents; document++) {
      const rubles = 1 + Math.floor(random() * 100_000);
      sum += rubles;
      const day = String(1 + (document % 28)).padStart(2, '0');
      columns[0]?.push(
        `Реализация товаров и услуг 0000-${client}-${document} от ${day}.0${1 + (client % 9)}.2025 10:15:00`,
      );
      columns[1]?.push(rubles);
    }
    if (columns[1]) columns[1][head - 1] = sum;
  }
  return inColumns(columns, () => '');
}

/** Clients down, sixty months across, a total at the right. */
export function crosstab(): Grid {
  const random = generator(13);
  const months = 60;
  const columns: CellValue[][] = [['Клиент']];
  for (let month = 0; month < months; month++) {
    columns.push([`${String((month % 12) + 1).padStart(2, '0')}.${2020 + Math.floor(month / 12)}`]);
  }
  columns.push(['Итого']);
  for (let client = 0; client < ROWS / months; client++) {
    columns[0]?.push(`ООО «Клиент ${client}»`);
    let sum = 0;
    for (let month = 1; month <= months; month++) {
      const rubles = Math.floor(random() * 100_000) + 1;
      sum += rubles;
      columns[month]?.push(rubles);
    }
    columns[months + 1]?.push(sum);
  }
  return inColumns(columns, () => '');
}

function inColumns(columns: readonly (readonly CellValue[])[], format: Grid['format']): Grid {
  return {
    sheet: 'Sheet1',
    firstRow: 1,
    firstColumn: 1,
    rowCount: columns[0]?.length ?? 0,
    columnCount: columns.length,
    value: (row, column) => columns[column]?.[row] ?? '',
    format,
  };
}

/** The same numbers 0 … 1 on every run (Lehmer 1951, as MINSTD). */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}
