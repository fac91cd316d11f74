/** Excel's limit of a sheet's name. */
export const LONGEST_SHEET_NAME = 31;

/** The name, or as much of it as leaves room for the first free number: a sheet of the user may be called like ours. */
export function freeName(wanted: string, taken: ReadonlySet<string>): string {
  let name = wanted.slice(0, LONGEST_SHEET_NAME);
  for (let number = 2; taken.has(folded(name)); number++) {
    const end = ` ${number}`;
    name = `${wanted.slice(0, LONGEST_SHEET_NAME - end.length).trim()}${end}`;
  }
  return name;
}

/** Excel compares names of sheets without case. */
export function folded(name: string): string {
  return name.toLowerCase();
}
