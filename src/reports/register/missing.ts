import { absolute, areaAddress, onSheet } from '../addresses';
import type { ReportContext } from '../context';
import { COUNT, TEXT } from '../formats';
import { listCells, listedClients } from '../keyClients/layout';
import { TICKS } from '../keyClients/list';
import type { Live } from '../live';
import { literal, live } from '../live';
import { figureName } from '../names';
import type { Block, PlanCell } from '../plan';
import { columnAddress, SUMMARY_ROW, WORKING } from './layout';
import type { RegisterRow } from './rows';

/** Key clients named one by one. */
const NAMED = 5;
const WILDCARDS = /[~*?]/g;

/** Key clients without a dossier. */
export interface Missing {
  /** How many there are, the largest named. */
  readonly sentence: Live;
  readonly blocks: readonly Block[];
}

/** Which key clients have no dossier yet: «Ключевые клиенты» says who is key now. */
export function missingDossiers(ctx: ReportContext, rows: readonly RegisterRow[]): Missing {
  const { t, analysis, tabNames } = ctx;
  const { keyClients } = analysis.dependency;
  const having = new Set(rows.map(({ page }) => page.facts.position));
  const isKey = new Set(keyClients.map(({ client }) => client));
  const listed = listedClients(ctx);
  const candidates = listed.filter((position) => !having.has(position));
  const cells = listCells(Math.max(1, listed.length), TICKS.length);
  const onKeyClients = (column: 'clientKey' | 'isKey') => onSheet(tabNames.keyClients, cells.column(column));
  const first = SUMMARY_ROW;
  const area = (column: number) =>
    areaAddress({ row: first, column, rows: Math.max(1, candidates.length), columns: 1 });
  let number = 0;
  const missing = candidates.filter((position) => isKey.has(position));
  const blocks: readonly Block[] =
    candidates.length === 0
      ? []
      : [
          {
            row: first,
            column: WORKING.missingName,
            role: 'note',
            formats: [TEXT, TEXT, COUNT, null],
            cells: candidates.map((position, index): PlanCell[] => {
              const client = analysis.clients[position];
              const row = first + index;
              const [key, flag] = [absolute(row, WORKING.missingKey), absolute(row, WORKING.missingIsKey)];
              const found = `INDEX(${onKeyClients('isKey')},MATCH(${key},${onKeyClients('clientKey')},0))`;
              const isMissing = isKey.has(position);
              if (isMissing) number++;
              return [
                client?.name ?? '',
                (client?.key ?? '').replace(WILDCARDS, '~$&'),
                {
                  formula: `=IFERROR(IF(${found}=${literal(t('keyClients.yes'))},1,0),0)`,
                  value: isMissing ? 1 : 0,
                },
                {
                  formula: `=IF(${flag}=1,SUM(${absolute(first, WORKING.missingIsKey)}:${flag}),"")`,
                  value: isMissing ? number : '',
                },
              ];
            }),
          },
        ];
  return { sentence: sentence(), blocks };

  function sentence(): Live {
    const withDossier = rows.filter((row) => row.isFirst && row.isKey).length;
    const column = columnAddress(rows.length);
    const have =
      rows.length === 0
        ? '0'
        : `SUMPRODUCT((${column('state')}=${literal(t('register.state.key'))})*${column('counted')})`;
    const count = `(${figureName('keyClients')}-${have})`;
    const left = keyClients.length - withDossier;
    const names = Array.from({ length: NAMED }, (_, index) =>
      candidates.length === 0
        ? '""'
        : `IFERROR(${literal(index === 0 ? ': ' : ', ')}&INDEX(${area(WORKING.missingName)},MATCH(${index + 1},${area(WORKING.missingNumber)},0)),"")`,
    );
    const rest = (amount: string | number) => t('register.missing.more', { count: amount });
    const [before, after] = rest('\u0001').split('\u0001') as [string, string];
    const shown = missing.slice(0, NAMED).map((position) => analysis.clients[position]?.name ?? '');
    const [none, nobody] = [t('register.missing.none'), t('register.missing.noKeys')];
    return live(
      `IF(${figureName('keyClients')}=0,${literal(nobody)},IF(${count}<=0,${literal(none)},` +
        `${literal(t('register.missing'))}&${count}&${names.join('&')}` +
        `&IF(${count}>${NAMED},${literal(before)}&(${count}-${NAMED})&${literal(after)},"")&"."))`,
      value(),
    );

    function value(): string {
      if (keyClients.length === 0) return nobody;
      if (left <= 0) return none;
      const list = shown.length > 0 ? `: ${shown.join(', ')}` : '';
      return `${t('register.missing')}${left}${list}${left > NAMED ? rest(left - NAMED) : ''}.`;
    }
  }
}
