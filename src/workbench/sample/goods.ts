import type { Language } from '../../domain/settings';

/** A text in both languages of the sample. */
export type Words = Readonly<Record<Language, string>>;

/** An article of the distributor. */
export interface Product {
  readonly name: Words;
  readonly group: Words;
  /** List price at the end of the sample, in kopecks. */
  readonly price: number;
  /** Sold in whole packs of so many pieces. */
  readonly pack: number;
}

const words = (ru: string, en: string): Words => ({ ru, en });

type Article = readonly [ru: string, en: string, roubles: number, pack: number];

const GROUPS: readonly (readonly [group: Words, articles: readonly Article[]])[] = [
  [
    words('Стрейч-плёнка', 'Stretch film'),
    [
      ['Стрейч-плёнка ручная 500 мм 20 мкм, 2 кг', 'Hand stretch film 500 mm 20 µm, 2 kg', 412, 6],
      ['Стрейч-плёнка ручная 500 мм 23 мкм, 2,3 кг', 'Hand stretch film 500 mm 23 µm, 2.3 kg', 468, 6],
      ['Стрейч-плёнка машинная 500 мм 20 мкм, 15 кг', 'Machine stretch film 500 mm 20 µm, 15 kg', 2940, 1],
      ['Стрейч-плёнка машинная 500 мм 23 мкм, 17 кг', 'Machine stretch film 500 mm 23 µm, 17 kg', 3310, 1],
      ['Стрейч-плёнка чёрная 500 мм 23 мкм, 2 кг', 'Black stretch film 500 mm 23 µm, 2 kg', 455, 6],
      ['Мини-стрейч 125 мм, 0,4 кг', 'Mini stretch film 125 mm, 0.4 kg', 98, 12],
    ],
  ],
  [
    words('Клейкие ленты', 'Adhesive tapes'),
    [
      ['Скотч упаковочный прозрачный 48 мм × 66 м', 'Clear packing tape 48 mm × 66 m', 67, 36],
      ['Скотч упаковочный коричневый 48 мм × 66 м', 'Brown packing tape 48 mm × 66 m', 69, 36],
      ['Скотч с логотипом 48 мм × 66 м', 'Printed tape 48 mm × 66 m', 94, 72],
      ['Лента малярная 48 мм × 40 м', 'Masking tape 48 mm × 40 m', 142, 24],
      ['Лента армированная 50 мм × 25 м', 'Duct tape 50 mm × 25 m', 236, 12],
      ['Диспенсер для скотча 50 мм', 'Tape dispenser 50 mm', 385, 1],
    ],
  ],
  [
    words('Гофрокороба', 'Corrugated boxes'),
    [
      ['Гофрокороб 380×285×237, Т-23', 'Box 380×285×237, T-23', 46, 50],
      ['Гофрокороб 600×400×400, Т-24', 'Box 600×400×400, T-24', 112, 25],
      ['Гофрокороб 300×200×200, Т-22', 'Box 300×200×200, T-22', 31, 50],
      ['Гофрокороб 800×600×600, П-32', 'Box 800×600×600, P-32', 348, 10],
      ['Лоток для овощей 5 кг', 'Vegetable tray 5 kg', 28, 100],
      ['Гофролист 1200×800', 'Corrugated sheet 1200×800', 54, 50],
    ],
  ],
  [
    words('Пакеты и мешки', 'Bags and sacks'),
    [
      ['Пакет фасовочный ПНД 24×37, 1000 шт.', 'HDPE bags 24×37, 1000 pcs', 268, 10],
      ['Пакет с замком 10×15, 100 шт.', 'Zip bags 10×15, 100 pcs', 87, 20],
      ['Мешок полипропиленовый 55×95', 'Polypropylene sack 55×95', 19, 100],
      ['Мешок для мусора 120 л, 10 шт.', 'Refuse bags 120 l, 10 pcs', 118, 20],
      ['Вкладыш полиэтиленовый в короб', 'Polyethylene box liner', 14, 200],
      ['Пакет курьерский 300×400', 'Courier bag 300×400', 9, 500],
    ],
  ],
  [
    words('Защитная упаковка', 'Protective packaging'),
    [
      ['Воздушно-пузырьковая плёнка 1,5 × 100 м', 'Bubble wrap 1.5 × 100 m', 2380, 1],
      ['Вспененный полиэтилен 3 мм, 1 × 50 м', 'Foam polyethylene 3 mm, 1 × 50 m', 1290, 1],
      ['Уголок защитный картонный 2 м', 'Cardboard edge protector 2 m', 58, 50],
      ['Крафт-бумага 84 см, 10 кг', 'Kraft paper 84 cm, 10 kg', 1120, 1],
      ['Наполнитель бумажный, 5 кг', 'Paper void fill, 5 kg', 740, 1],
    ],
  ],
  [
    words('Стреппинг', 'Strapping'),
    [
      ['Лента полипропиленовая 12 × 0,6, 3000 м', 'PP strap 12 × 0.6, 3000 m', 1960, 1],
      ['Лента полиэстеровая 16 × 0,8, 1500 м', 'PET strap 16 × 0.8, 1500 m', 4870, 1],
      ['Скоба металлическая 16 мм, 1000 шт.', 'Metal seals 16 mm, 1000 pcs', 1180, 1],
      ['Пряжка проволочная 13 мм, 1000 шт.', 'Wire buckles 13 mm, 1000 pcs', 1430, 1],
    ],
  ],
  [
    words('Перчатки и гигиена', 'Gloves and hygiene'),
    [
      ['Перчатки нитриловые M, 100 шт.', 'Nitrile gloves M, 100 pcs', 540, 10],
      ['Перчатки нитриловые L, 100 шт.', 'Nitrile gloves L, 100 pcs', 540, 10],
      ['Перчатки х/б с ПВХ, пара', 'Cotton gloves with PVC, pair', 24, 100],
      ['Бумага протирочная, 1000 листов', 'Wiping paper, 1000 sheets', 890, 2],
      ['Шапочка одноразовая, 100 шт.', 'Disposable caps, 100 pcs', 210, 10],
    ],
  ],
  [
    words('Этикетки', 'Labels'),
    [
      ['Термоэтикетка 58×40, 700 шт.', 'Thermal labels 58×40, 700 pcs', 124, 10],
      ['Термоэтикетка 100×150, 500 шт.', 'Thermal labels 100×150, 500 pcs', 486, 5],
      ['Риббон 110 мм × 300 м', 'Ribbon 110 mm × 300 m', 690, 2],
    ],
  ],
];

const KOPECKS = 100;

/** The whole range, group by group. */
export const PRODUCTS: readonly Product[] = GROUPS.flatMap(([group, articles]) =>
  articles.map(([ru, en, roubles, pack]) => ({ name: words(ru, en), group, price: roubles * KOPECKS, pack })),
);
