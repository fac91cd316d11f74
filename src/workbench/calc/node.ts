import { readFileSync } from 'node:fs';

/** The bytes of IronCalc's engine, for {@link createCalculator} in Node; the browser fetches the same file. */
export function loadIronCalcNode(): Uint8Array {
  return readFileSync(require.resolve('@ironcalc/wasm/wasm_bg.wasm'));
}
