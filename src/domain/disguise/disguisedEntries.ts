import { formNumber } from '../deals/dealCells';
import type { DealCells } from '../deals/dealCells';
import type { DealList, DealRow } from '../lists/deals';
import type { ListsRead } from '../lists/reading';
import type { ListAccount } from '../lists/types';
import type { Entries, PotentialFacts } from '../entries';
import type { ClientKey, Ledger } from '../sales/types';
import type { CellValue } from '../shared/grid';
import type { Settings } from '../settings';
import type { Disguise } from './disguise';
import { clientName, clientNamed, codeOf, mustListKind, nameOf } from './disguise';
import { disguisedOrigin } from './disguisedReading';

// Every field is named: one that is added later does not compile here until somebody has said whether it holds names.

/** What people typed, by code. */
export function disguisedEntries(entries: Entries, ledger: Ledger, disguise: Disguise): Entries {
  const facts = (given: PotentialFacts): PotentialFacts => ({
    budget: given.budget,
    ourShare: given.ourShare,
    drivers: given.drivers,
    norm: given.norm,
    segment: given.segment === null ? null : nameOf(disguise, 'segment', given.segment),
    assessedOn: given.assessedOn,
  });
  return {
    potentials: byCode(entries.potentials, disguise, facts),
    listedPotentials: byCode(entries.listedPotentials, disguise, facts),
    prospects: entries.prospects.map((prospect) => ({
      key: codeOf(disguise, prospect.key),
      name: clientName(disguise, prospect.key),
      facts: facts(prospect.facts),
    })),
    overrides: byCode(entries.overrides, disguise),
    marks: byCode(entries.marks, disguise),
    addedKeys: entries.addedKeys.map((name) => clientNamed(disguise, name)),
    lossPicks: entries.lossPicks.map((name) => clientNamed(disguise, name)),
    contactedOn: byCode(entries.contactedOn, disguise),
    mustList:
      entries.mustList && entries.mustList.map((item) => nameOf(disguise, mustListKind(ledger), item)),
    answers: entries.answers,
    dealCells: new Map(
      [...entries.dealCells].map(([key, cells]) =>
        formNumber(key) === null
          ? [codeOf(disguise, key), disguisedCells(cells, disguise)]
          : [key, disguisedCells(cells, disguise)],
      ),
    ),
    plans: entries.plans,
  };
}

/** The side lists with names, numbers and texts of the user's sheets replaced; words of stages and statuses stay. */
export function disguisedLists({ potentials, mustList, deals }: ListsRead, disguise: Disguise): ListsRead {
  return {
    potentials: potentials && disguisedAccount(potentials, disguise),
    mustList: mustList && disguisedAccount(mustList, disguise),
    deals: deals && disguisedDeals(deals, disguise),
  };
}

/** What people decided about clients, by code. */
export function disguisedSettings(settings: Settings, disguise: Disguise): Settings {
  const code = (key: string) => codeOf(disguise, key as ClientKey);
  const sheet = (name: string | null) => name && disguise.words.label('sheet', '');
  return {
    ...settings,
    potentialSource: sheet(settings.potentialSource),
    mustListSource: sheet(settings.mustListSource),
    dealsSource: sheet(settings.dealsSource),
    aliases: Object.fromEntries(
      Object.entries(settings.aliases).map(([from, into]) => [code(from), code(into)]),
    ) as Settings['aliases'],
    distinct: settings.distinct.map(([a, b]) => [code(a), code(b)] as const),
    holdings: Object.fromEntries(
      Object.entries(settings.holdings).map(([key, name]) => [code(key), nameOf(disguise, 'holding', name)]),
    ) as Settings['holdings'],
  };
}

function byCode<Key extends string, Value>(
  map: ReadonlyMap<Key, Value>,
  disguise: Disguise,
  change: (value: Value) => Value = (value) => value,
): ReadonlyMap<Key, Value> {
  return new Map([...map].map(([key, value]) => [codeOf(disguise, key), change(value)]));
}

/** People's cells on «Сделки» as the tab shows them; stages and answers are words that mean something to the analyses. */
function disguisedCells(cells: DealCells, disguise: Disguise): DealCells {
  const hide = (value: CellValue): CellValue => (typeof value === 'string' ? disguise.words.hidden : value);
  return Object.fromEntries(
    Object.entries(cells).map(([field, value]): [string, CellValue] => {
      switch (field) {
        case 'client':
          return [field, clientNamed(disguise, String(value))];
        case 'manager':
          return [field, nameOf(disguise, 'manager', String(value))];
        case 'deal':
        case 'comment':
          return [field, hide(value)];
        default:
          return [field, value];
      }
    }),
  );
}

function disguisedDeals({ rows, has, account }: DealList, disguise: Disguise): DealList {
  const width = Math.max(3, String(rows.length).length);
  return {
    rows: rows.map((row, place) =>
      disguisedDeal(row, disguise.words.label('deal', String(place + 1).padStart(width, '0')), disguise),
    ),
    has,
    account: disguisedAccount(account, disguise),
  };
}

function disguisedDeal(deal: DealRow, name: string, disguise: Disguise): DealRow {
  const hide = (text: string) => (text === '' ? '' : disguise.words.hidden);
  return {
    row: deal.row,
    key: codeOf(disguise, deal.key),
    clientText: deal.client === null ? hide(deal.clientText) : clientName(disguise, deal.client),
    client: deal.client && codeOf(disguise, deal.client),
    name,
    number: deal.number === '' ? '' : codeOf(disguise, deal.key),
    amount: deal.amount,
    stage: deal.stage,
    expected: deal.expected,
    created: deal.created,
    closed: deal.closed,
    moves: deal.moves,
    probability: deal.probability,
    manager: nameOf(disguise, 'manager', deal.manager),
    product: nameOf(disguise, 'product', deal.product),
    nextStep: hide(deal.nextStep),
    status: deal.status,
    comment: hide(deal.comment),
    source: nameOf(disguise, 'channel', deal.source),
    isDuplicate: deal.isDuplicate,
  };
}

function disguisedAccount(account: ListAccount, disguise: Disguise): ListAccount {
  return {
    sheet: disguise.words.label('sheet', ''),
    rowsRead: account.rowsRead,
    rowsUsed: account.rowsUsed,
    rowsSkipped: account.rowsSkipped,
    converted: account.converted,
    problems: account.problems.map((problem) => ({
      ...disguisedOrigin(problem, disguise),
      code: problem.code,
      column: problem.column,
      heading: problem.heading,
      value: problem.value === '' ? '' : disguise.words.hidden,
      other: problem.other,
    })),
  };
}
