import { refusal, HostError } from './errors';
import type { Json } from './protocol';
import type { Session } from './session';

/** What tells an object from its siblings and lets the client find it again after its batch. */
export type Identity = Readonly<Record<string, Json>>;

export interface Property<T> {
  readonly get: (target: T, session: Session) => Json;
  /** Absent: the property is read-only. */
  readonly set?: (target: T, value: Json, session: Session) => void;
}

/** What a method gives: another object, a plain value, null for a null object, or nothing. */
export type Outcome = HostObject | Json | undefined;

/** A method with an outcome, or one that only acts. */
export type Method<T> =
  | ((target: T, args: Arguments, session: Session) => Outcome)
  | ((target: T, args: Arguments, session: Session) => void);

/**
 * One class of Excel's object model: its members by their PascalCase names. A member that is not listed here
 * answers `ApiNotFound`, so that a gap shows at once.
 */
export interface ObjectType<T> {
  /** Excel's name of the class, for error locations. */
  readonly name: string;
  readonly identity?: (target: T) => Identity;
  readonly properties?: Readonly<Record<string, Property<T>>>;
  /** Objects under the object, e.g. `Format` of a range. */
  readonly links?: Readonly<Record<string, (target: T, session: Session) => HostObject | null>>;
  readonly methods?: Readonly<Record<string, Method<T>>>;
  /** For collections: the members in order, and how a key finds one (null: no such item). */
  readonly items?: (target: T, session: Session) => readonly HostObject[];
  readonly item?: (target: T, key: Json, session: Session) => HostObject | null;
  /** Ranges live beyond their batch by a reference id instead of an identity. */
  readonly keptByReference?: boolean;
  /** Throws where the object has gone meanwhile (a range whose sheet a co-author deleted). */
  readonly check?: (target: T, session: Session) => void;
}

/** A member of the model as the dispatcher sees it: one target behind the members of its class. */
export class HostObject<T = unknown> {
  private constructor(
    private readonly type: ObjectType<T>,
    readonly target: T,
  ) {}

  static of<T>(type: ObjectType<T>, target: T): HostObject {
    return new HostObject(type, target) as HostObject;
  }

  /** The target, if the object is of that class: how a method takes a range as its argument. */
  as<U>(type: ObjectType<U>): U | null {
    return (this.type as unknown) === type ? (this.target as unknown as U) : null;
  }

  get className(): string {
    return this.type.name;
  }

  get isKeptByReference(): boolean {
    return this.type.keptByReference ?? false;
  }

  get isCollection(): boolean {
    return this.type.items !== undefined;
  }

  identity(): Identity {
    return this.type.identity?.(this.target) ?? {};
  }

  check(session: Session): void {
    this.type.check?.(this.target, session);
  }

  hasProperty(name: string): boolean {
    return this.type.properties !== undefined && Object.hasOwn(this.type.properties, name);
  }

  propertyNames(): readonly string[] {
    return Object.keys(this.type.properties ?? {});
  }

  read(name: string, session: Session): Json {
    return this.property(name).get(this.target, session);
  }

  write(name: string, value: Json, session: Session): void {
    const { set } = this.property(name);
    if (!set) throw this.unknown(name);
    set(this.target, value, session);
  }

  link(name: string, session: Session): HostObject | null {
    const links = this.type.links;
    const follow = links && Object.hasOwn(links, name) ? links[name] : undefined;
    if (!follow) throw this.unknown(name);
    return follow(this.target, session);
  }

  call(name: string, args: Arguments, session: Session): Outcome {
    const methods = this.type.methods;
    const method = methods && Object.hasOwn(methods, name) ? methods[name] : undefined;
    if (method) return method(this.target, args, session) as Outcome;
    return this.callCommon(name, args, session);
  }

  items(session: Session): readonly HostObject[] {
    return this.type.items?.(this.target, session) ?? [];
  }

  /** Finds an item of a collection by its key, or refuses with `ItemNotFound`. */
  item(key: Json, session: Session): HostObject {
    const found = this.itemOrNull(key, session);
    if (!found) throw refusal('ItemNotFound');
    return found;
  }

  unknown(name: string): HostError {
    return new HostError('ApiNotFound', this.locationOf(name));
  }

  /** `Range.values`: the member as the client names it. */
  locationOf(name: string): string {
    return name === '' ? this.type.name : `${this.type.name}.${name.charAt(0).toLowerCase()}${name.slice(1)}`;
  }

  /** Methods that every collection has. */
  private callCommon(name: string, args: Arguments, session: Session): Outcome {
    if (!this.isCollection) throw this.unknown(name);
    switch (name) {
      case 'GetCount':
        return this.items(session).length;
      case 'GetItem':
        return this.item(args.raw(0), session);
      case 'GetItemOrNullObject':
        return this.itemOrNull(args.raw(0), session);
      case 'GetItemAt': {
        const found = this.items(session)[args.number(0)];
        if (!found) throw refusal('InvalidArgument');
        return found;
      }
      default:
        throw this.unknown(name);
    }
  }

  private itemOrNull(key: Json, session: Session): HostObject | null {
    if (!this.type.item) throw this.unknown('GetItem');
    return this.type.item(this.target, key, session);
  }

  private property(name: string): Property<T> {
    const properties = this.type.properties;
    const property = properties && Object.hasOwn(properties, name) ? properties[name] : undefined;
    if (!property) throw this.unknown(name);
    return property;
  }
}

/** The arguments of a call, checked as they are taken: a wrong kind is Excel's `InvalidArgument`. */
export class Arguments {
  constructor(private readonly values: readonly (Json | HostObject)[]) {}

  has(index: number): boolean {
    const value = this.values[index];
    return value !== undefined && value !== null;
  }

  raw(index: number): Json {
    const value = this.values[index];
    if (value instanceof HostObject) throw refusal('InvalidArgument');
    return value ?? null;
  }

  text(index: number): string {
    return textOf(this.raw(index));
  }

  textOr(index: number, standard: string): string {
    return this.has(index) ? this.text(index) : standard;
  }

  number(index: number): number {
    return numberOf(this.raw(index));
  }

  numberOr(index: number, standard: number): number {
    return this.has(index) ? this.number(index) : standard;
  }

  flag(index: number): boolean {
    return this.has(index) && flagOf(this.raw(index));
  }

  /** The object given as an argument, or null where it is a plain value. */
  object(index: number): HostObject | null {
    const value = this.values[index];
    return value instanceof HostObject ? value : null;
  }
}

export function textOf(value: Json): string {
  if (typeof value !== 'string') throw refusal('InvalidArgument');
  return value;
}

export function numberOf(value: Json): number {
  if (typeof value !== 'number') throw refusal('InvalidArgument');
  return value;
}

export function flagOf(value: Json): boolean {
  if (typeof value !== 'boolean') throw refusal('InvalidArgument');
  return value;
}

/** One of the names allowed, whatever its case of the first letter; anything else is `InvalidArgument`. */
export function oneOf<const Name extends string>(value: Json, names: readonly Name[]): Name {
  const text = textOf(value).toLowerCase();
  const found = names.find((name) => name.toLowerCase() === text);
  if (found === undefined) throw refusal('InvalidArgument');
  return found;
}

/** A value object such as a rule or a set of options; anything else is `InvalidArgument`. */
export function recordOf(value: Json): { readonly [key: string]: Json } {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw refusal('InvalidArgument');
  return value as { readonly [key: string]: Json };
}
