/** Expected trouble as a value: either what was asked for, or what stood in the way. Exceptions are for broken promises. */
export type Result<T, E> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E };

export function ok<T>(value: T): Result<T, never> {
  return { ok: true, value };
}

export function fail<E>(error: E): Result<never, E> {
  return { ok: false, error };
}

/** Closes a `switch` over a union: the compiler refuses a forgotten case. */
export function assertNever(value: never): never {
  throw new Error(`Unexpected case: ${String(value)}`);
}
