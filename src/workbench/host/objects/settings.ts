import type { BookModel } from '../../model/model';
import { HostObject, textOf } from '../objectType';
import type { ObjectType } from '../objectType';
import type { Json } from '../protocol';
import { refusal } from '../errors';

interface Setting {
  readonly book: BookModel;
  readonly key: string;
}

export function settingsOf(book: BookModel): HostObject {
  return HostObject.of(settingsType, book);
}

const settingsType: ObjectType<BookModel> = {
  name: 'SettingCollection',
  items: (book) => [...book.settings.keys()].map((key) => HostObject.of(settingType, { book, key })),
  item(book, key) {
    const name = textOf(key);
    return book.settings.has(name) ? HostObject.of(settingType, { book, key: name }) : null;
  },
  methods: {
    Add(book, args, session) {
      const key = args.text(0);
      if (key === '') throw refusal('InvalidArgument');
      book.settings.set(key, JSON.stringify(args.raw(1)));
      session.detailsChanged();
      return HostObject.of(settingType, { book, key });
    },
  },
};

const settingType: ObjectType<Setting> = {
  name: 'Setting',
  identity: ({ key }) => ({ _Id: key, Key: key }),
  check({ book, key }) {
    if (!book.settings.has(key)) throw refusal('ItemNotFound');
  },
  properties: {
    Key: { get: ({ key }) => key },
    Value: {
      get: ({ book, key }) => JSON.parse(book.settings.get(key) ?? 'null') as Json,
      set({ book, key }, value, session) {
        book.settings.set(key, JSON.stringify(value));
        session.detailsChanged();
      },
    },
  },
  methods: {
    Delete({ book, key }, _args, session) {
      book.settings.delete(key);
      session.detailsChanged();
    },
  },
};
