import { foldName, PLACEHOLDER_KEYS } from '../domain/dossiers/placeholders';
import type { PlaceholderKey } from '../domain/dossiers/placeholders';
import type { PlaceholderNames } from '../domain/dossiers/templateCheck';
import { nameDistance } from '../domain/sales/nameDistance';
import type { Language } from '../domain/settings';
import type { Translate } from './translate';
import { translator } from './translate';

const LANGUAGES: readonly Language[] = ['ru', 'en'];

/** A placeholder as it is written in a language: `{{клиент}}`. */
export function placeholderText(key: PlaceholderKey, t: Translate): string {
  return `{{${placeholderName(key, t)}}}`;
}

/** The name of a placeholder in a language, without braces. */
export function placeholderName(key: PlaceholderKey, t: Translate): string {
  return t(`template.name.${key}`);
}

interface KnownName {
  readonly key: PlaceholderKey;
  readonly name: string;
  readonly folded: string;
}

const KNOWN: readonly KnownName[] = LANGUAGES.flatMap((language) => {
  const t = translator(language);
  return PLACEHOLDER_KEYS.map((key) => {
    const name = placeholderName(key, t);
    return { key, name, folded: foldName(name) };
  });
});
const BY_NAME = new Map(KNOWN.map(({ folded, key }) => [folded, key]));

/** What slips may cost in a name that is still taken for a known one: in each of its letters, and in a short one. */
const COST_A_LETTER = 0.35;
const LEAST_COST = 1.3;

/** Placeholders by their names in all languages. */
export const PLACEHOLDER_NAMES: PlaceholderNames = {
  placeholderOf: (folded) => BY_NAME.get(folded) ?? null,
  nearestName: (written) => {
    const folded = foldName(written);
    let nearest: { readonly name: string; readonly cost: number } | null = null;
    for (const known of KNOWN) {
      const cost = nameDistance(folded, known.folded);
      if (cost <= Math.max(LEAST_COST, COST_A_LETTER * folded.length) && cost < (nearest?.cost ?? Infinity))
        nearest = { name: known.name, cost };
    }
    return nearest?.name ?? null;
  },
};
