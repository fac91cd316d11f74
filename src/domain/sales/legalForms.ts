/**
 * Spellings of legal forms by the form they name, in folded words, with look-alike letters where a name's alphabet may turn them. A two-letter form is never taken from
 * letters with points: «Иванов И. П.» has initials. Nor is `SpA` (a spa) or Latin `PAO` (РАО) taken.
 */
const SPELLINGS: Readonly<Record<string, readonly string[]>> = {
  ооо: ['ооо', 'о о о', 'ooo', 'общество с ограниченной ответственностью'],
  оао: ['оао', 'о а о', 'oao', 'открытое акционерное общество'],
  зао: ['зао', 'з а о', 'zao', 'закрытое акционерное общество'],
  пао: ['пао', 'п а о', 'публичное акционерное общество'],
  нао: ['нао', 'непубличное акционерное общество'],
  ао: ['ао', 'ao', 'акционерное общество'],
  одо: ['одо', 'общество с дополнительной ответственностью'],
  ип: ['ип', 'индивидуальный предприниматель', 'пбоюл'],
  чп: ['чп', 'частное предприятие'],
  кфх: ['кфх', 'к ф х', 'крестьянское фермерское хозяйство'],
  гкфх: ['гкфх', 'глава кфх'],
  тоо: ['тоо', 'товарищество с ограниченной ответственностью'],
  чуп: ['чуп', 'чтуп'],
  уп: ['уп', 'унитарное предприятие'],
  фгуп: ['фгуп'],
  гуп: ['гуп'],
  муп: ['муп'],
  ано: ['ано', 'автономная некоммерческая организация'],
  llc: ['llc', 'l l c', 'limited liability company'],
  llp: ['llp', 'l l p'],
  ltd: ['ltd', 'limited', 'co ltd', 'со ltd', 'company limited', 'ltda'],
  pty: ['pty ltd', 'pty limited', 'pty'],
  inc: ['inc', 'incorporated'],
  corp: ['corp', 'corporation'],
  plc: ['plc', 'p l c'],
  gmbh: ['gmbh', 'g m b h'],
  'gmbh & co kg': ['gmbh & co kg', 'gmbh co kg'],
  ag: ['ag'],
  sarl: ['sarl', 's a r l'],
  's p a': ['s p a'],
  srl: ['srl', 's r l'],
  sro: ['sro', 's r o'],
  'sp z o o': ['sp z o o', 'sp z oo'],
  bv: ['bv'],
  oy: ['oy', 'oyj'],
};

const FORMS = new Map(
  Object.entries(SPELLINGS).flatMap(([form, spellings]) =>
    spellings.map((spelling) => [spelling, form] as const),
  ),
);
/** Spellings by their first and by their last word, longest first: few names begin or end like one. */
const BY_FIRST = spellingsBy((words) => words[0]);
const BY_LAST = spellingsBy((words) => words.at(-1));

/**
 * Moves legal forms before and behind a name aside (method.md §1): `['ооо', 'ромашка']` is name `ромашка` with
 * form `ооо`. Takes folded words; at least one word is left as the name.
 */
export function splitLegalForm(words: readonly string[]): { readonly core: string; readonly form: string } {
  const forms: string[] = [];
  let start = 0;
  let end = words.length;
  for (;;) {
    const before = formLength(words, start, end, 'front');
    const behind = before === 0 ? formLength(words, start, end, 'back') : 0;
    if (before === 0 && behind === 0) break;
    const from = before > 0 ? start : end - behind;
    forms.push(FORMS.get(words.slice(from, from + before + behind).join(' ')) ?? '');
    start += before;
    end -= behind;
  }
  return { core: words.slice(start, end).join(' '), form: forms.join(' ') };
}

/** How many words at one end of the name spell a legal form; 0 if none, or if no name would be left. */
function formLength(words: readonly string[], start: number, end: number, side: 'front' | 'back'): number {
  const candidates = side === 'front' ? BY_FIRST.get(words[start] ?? '') : BY_LAST.get(words[end - 1] ?? '');
  for (const spelling of candidates ?? []) {
    const from = side === 'front' ? start : end - spelling.length;
    const leavesName = spelling.length < end - start;
    if (leavesName && spelling.every((word, at) => word === words[from + at])) return spelling.length;
  }
  return 0;
}

function spellingsBy(
  key: (words: readonly string[]) => string | undefined,
): ReadonlyMap<string, readonly (readonly string[])[]> {
  const table = new Map<string, (readonly string[])[]>();
  const spellings = [...FORMS.keys()].map((spelling) => spelling.split(' '));
  for (const words of spellings.sort((a, b) => b.length - a.length)) {
    const known = table.get(key(words) ?? '');
    if (known) known.push(words);
    else table.set(key(words) ?? '', [words]);
  }
  return table;
}
