import { readMustList } from '../../../src/domain/lists/mustList';
import { complete } from '../../../src/domain/shared/steps';
import { valueOf } from '../sales/support';
import { gridFrom, told } from './support';

const read = (text: string) => complete(readMustList(gridFrom(text)));

describe('the must list', () => {
  it('is the column of items, wherever it stands', () => {
    const { items, account } = valueOf(
      read(`
        Обязательный ассортимент 2026
        № | Номенклатура  | Группа
        1 | Стрейч-плёнка | Плёнка
        2 | Короб 40×30   | Короба
          |               |
          | Итого         | 2`),
    );
    expect(items).toEqual(['Стрейч-плёнка', 'Короб 40×30']);
    expect(account).toMatchObject({ rowsRead: 3, rowsUsed: 2, rowsSkipped: 1, problems: [] });
  });

  it('may be a bare column without a heading', () => {
    expect(valueOf(read('Болт М8\nГайка М8')).items).toEqual(['Болт М8', 'Гайка М8']);
  });

  it('counts an item that stands twice once, and names it', () => {
    const { items, account } = valueOf(read('Товар\nБолт М8\nГайка М8\nБОЛТ  М8'));
    expect(items).toEqual(['Болт М8', 'Гайка М8']);
    expect(told(account.problems)).toEqual(['4 duplicateItem | Товар | БОЛТ М8 | as 2']);
  });

  it('is no list without a text, or with its heading alone', () => {
    expect(read('1\n2')).toMatchObject({ ok: false, error: { code: 'emptyList' } });
    expect(read('Номенклатура | Группа')).toMatchObject({ ok: false, error: { code: 'emptyList' } });
  });
});
