import type { Language } from '../domain/settings';
import { en } from './en';
import { ru } from './ru';

/** Keys of all texts; `ru.ts` is their source. */
export type TextKey = keyof typeof ru;

/** Parameters of a text: `{name}` in the text is replaced by `params.name`. */
export type TextParams = Readonly<Record<string, string | number>>;

/** A text of the interface or of a tab in the language bound to it. */
export type Translate = (key: TextKey, params?: TextParams) => string;

const DICTIONARIES: Readonly<Record<Language, Readonly<Record<TextKey, string>>>> = { ru, en };

/** Binds a language. An unknown placeholder stays visible as `{name}`, so that it is noticed. */
export function translator(language: Language): Translate {
  const texts = DICTIONARIES[language];
  return (key, params = {}) =>
    texts[key].replace(/\{(\w+)\}/g, (whole, name: string) =>
      name in params ? String(params[name]) : whole,
    );
}

/** The language for a locale such as `ru-RU`; everything but Russian and its neighbours reads English. */
export function languageOf(locale: string): Language {
  return /^(ru|be|uk|kk|ky|uz|tg)\b/i.test(locale) ? 'ru' : 'en';
}
