/** What Excel reads as an operator or an error when typed: `=1`, `+7…`, `-5`, `@name`, `#N/A`. */
const CODE = /^\s*[=+\-@#]/;

/** Digits before any letter: numbers, dates, times, fractions, amounts: `007`, `1/2`, `12 мая`, `₽ 5`, `(300)`. */
const NUMBER = /^[^\p{L}]*\d/u;

/** A short word and then a digit: `Mar 5`, `май 2024`, `янв.26`; also `Лот 5`, to which the text format does no harm. */
const MONTH = /^\s*\p{L}{3,9}[\s./,-]*\d/u;

const BOOLEAN = /^\s*(true|false|истина|ложь)\s*$/i;

/** Whether Excel might take a text for something else when it is written into a cell of General format. */
export function needsTextFormat(text: string): boolean {
  return CODE.test(text) || NUMBER.test(text) || MONTH.test(text) || BOOLEAN.test(text);
}

/** Whether a text begins with an apostrophe, which Excel takes for its own mark of a text. */
export function hasPrefix(text: string): boolean {
  return text.startsWith("'");
}

/** The text as it must be typed to stand in a cell of General format as given: a leading apostrophe is doubled. */
export function asTyped(text: string): string {
  return hasPrefix(text) ? `'${text}` : text;
}
