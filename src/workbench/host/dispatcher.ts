import { HostError, refusal } from './errors';
import type { Faults } from './faults';
import { Arguments, HostObject } from './objectType';
import type { Outcome } from './objectType';
import { workbookOf } from './objects/workbook';
import { ActionType, PathType } from './protocol';
import type { Action, ArgumentInfo, BatchAnswer, BatchRequest, Json, QueryInfo } from './protocol';
import type { Session } from './session';

/**
 * Carries out a batch, action by action. The first that fails ends it; what ran before stays done, as in Excel.
 */
export function runBatch(session: Session, request: BatchRequest, faults: Faults): BatchAnswer {
  const batch = new Batch(session, request);
  session.objectsOfBatch = batch.objects;
  const results: { ActionId: number; Value: Json }[] = [];
  for (const [index, action] of request.Actions.entries()) {
    try {
      session.cost.actions += 1;
      faults.meetAction();
      const value = batch.perform(action);
      if (value !== undefined) results.push({ ActionId: action.Id, Value: value });
    } catch (error) {
      const { code, message, location, httpStatus } = asHostError(error);
      const Location = location ?? batch.locationOf(action);
      return {
        Results: results,
        Error: { Code: code, Message: message, Location, ActionIndex: index, HttpStatusCode: httpStatus },
      };
    }
  }
  return { Results: results };
}

/** An error of ours that no rule foresaw is Excel's `GeneralException`, with its own words to find it by. */
function asHostError(error: unknown): HostError {
  if (error instanceof HostError) return error;
  const words = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return new HostError('GeneralException', null, `The stand-in host failed: ${words}`);
}

class Batch {
  /** Objects by their path: a path is followed once, so that `add` adds once. */
  readonly objects = new Map<number, HostObject | null>();
  private readonly references = new Map<number, string>();

  constructor(
    private readonly session: Session,
    private readonly request: BatchRequest,
  ) {}

  perform(action: Action): Json | undefined {
    if (action.ActionType === ActionType.trace) return undefined;
    const object = this.objectAt(action.ObjectPathId);
    switch (action.ActionType) {
      case ActionType.instantiate:
        return object ? this.identityOf(object, action.ObjectPathId) : null;
      case ActionType.query:
        return object ? this.load(object, action.QueryInfo ?? {}) : null;
      case ActionType.method:
        return object ? this.callMethod(object, action) : null;
      case ActionType.setProperty:
        object?.write(action.Name, this.argumentsOf(action.ArgumentInfo).raw(0), this.session);
        return undefined;
      default:
        throw refusal('InvalidArgument');
    }
  }

  locationOf(action: Action): string {
    const known = this.objects.get(action.ObjectPathId);
    if (known) return known.locationOf(action.Name);
    const path = this.request.ObjectPaths[action.ObjectPathId];
    const parent = path?.ParentObjectPathId === undefined ? null : this.objects.get(path.ParentObjectPathId);
    return parent && path ? parent.locationOf(path.Name || 'GetItem') : '';
  }

  private callMethod(object: HostObject, action: Action): Json {
    if (action.Name === '_KeepReference') {
      this.references.set(action.ObjectPathId, this.session.keep(object));
      return null;
    }
    const outcome = object.call(action.Name, this.argumentsOf(action.ArgumentInfo), this.session);
    if (outcome instanceof HostObject) return outcome.identity();
    return outcome ?? null;
  }

  private objectAt(pathId: number): HostObject | null {
    const known = this.objects.get(pathId);
    if (known !== undefined) {
      known?.check(this.session);
      return known;
    }
    const object = this.follow(pathId);
    object?.check(this.session);
    this.objects.set(pathId, object);
    return object;
  }

  private follow(pathId: number): HostObject | null {
    const path = this.request.ObjectPaths[pathId];
    if (!path) throw refusal('InvalidReference');
    switch (path.ObjectPathType) {
      case PathType.global:
        return workbookOf(this.session);
      case PathType.reference:
        return this.session.kept(path.Name);
      case PathType.nullObject:
        return null;
      default:
    }
    const parent = this.objectAt(path.ParentObjectPathId ?? 0);
    // Whatever hangs on a null object is a null object too.
    if (!parent) return null;
    switch (path.ObjectPathType) {
      case PathType.method:
        return asObject(
          parent.call(path.Name, this.argumentsOf(path.ArgumentInfo), this.session),
          parent,
          path.Name,
        );
      case PathType.property:
        return parent.link(path.Name, this.session);
      case PathType.indexer:
        return parent.item(this.argumentsOf(path.ArgumentInfo).raw(0), this.session);
      default:
        throw parent.unknown(path.Name);
    }
  }

  private argumentsOf(info: ArgumentInfo | undefined): Arguments {
    const ids = info?.ReferencedObjectPathIds ?? [];
    return new Arguments(
      (info?.Arguments ?? []).map((value, index) => {
        const id = ids[index];
        return typeof id === 'number' && id !== 0 ? this.objectAt(id) : value;
      }),
    );
  }

  private identityOf(object: HostObject, pathId: number): Json {
    const reference = this.references.get(pathId);
    return reference === undefined ? object.identity() : { ...object.identity(), _ReferenceId: reference };
  }

  private load(object: HostObject, query: QueryInfo): Json {
    const tree = selectionOf([...(query.Select ?? []), ...(query.Expand ?? [])]);
    if (!object.isCollection) return this.describe(object, tree);
    return this.describeCollection(object, tree, query.Top, query.Skip);
  }

  private describe(object: HostObject, tree: Selection): Json {
    if (object.isCollection) return this.describeCollection(object, tree);
    const described: Record<string, Json> = { ...object.identity() };
    const all = tree.size === 0 || tree.has('$all');
    if (all) for (const name of object.propertyNames()) described[name] = object.read(name, this.session);
    for (const [name, below] of tree) {
      if (name === '$all') continue;
      if (object.hasProperty(name)) described[name] = object.read(name, this.session);
      else described[name] = this.describeLink(object, name, below);
    }
    return described;
  }

  private describeLink(object: HostObject, name: string, below: Selection): Json {
    const linked = object.link(name, this.session);
    return linked ? this.describe(linked, below) : null;
  }

  private describeCollection(object: HostObject, tree: Selection, top?: number, skip = 0): Json {
    const described: Record<string, Json> = {};
    const ofItems: Selection = new Map();
    for (const [name, below] of tree) {
      if (object.hasProperty(name)) described[name] = object.read(name, this.session);
      else ofItems.set(name, below);
    }
    const items = object.items(this.session).slice(skip, top === undefined ? undefined : skip + top);
    described['_Items'] = items.map((item) => this.describe(item, ofItems));
    return described;
  }
}

/** What to load, as a tree: `format/fill/color` is Format → Fill → Color. */
type Selection = Map<string, Selection>;

function selectionOf(paths: readonly string[]): Selection {
  const root: Selection = new Map();
  for (const path of paths) {
    let node = root;
    for (const part of path.split('/')) {
      const name = part.charAt(0).toUpperCase() + part.slice(1);
      if (name === '' || name === 'Items') continue;
      let below = node.get(name);
      if (!below) node.set(name, (below = new Map()));
      node = below;
    }
  }
  return root;
}

function asObject(outcome: Outcome, parent: HostObject, method: string): HostObject | null {
  if (outcome === null || outcome instanceof HostObject) return outcome;
  throw parent.unknown(method);
}
