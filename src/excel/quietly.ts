import { withExcel } from './run';

/** How Excel calculates when the user has not been told otherwise. */
type CalculationMode = Excel.Application['calculationMode'];

/**
 * Does something long while Excel neither recalculates after each round trip nor calls event handlers, then gives back
 * what the user had and brings all results up to date at once: also after an error, a refusal or a cancellation. Where
 * the mode of calculation cannot be read or set, the work goes on without.
 */
export async function quietly<T>(work: () => Promise<T>): Promise<T> {
  const before = await silence();
  try {
    return await work();
  } finally {
    await giveBack(before);
  }
}

/** Switches events and automatic calculation off; answers the mode to be given back, or null if it stays as it is. */
async function silence(): Promise<CalculationMode | null> {
  // Read in a round trip of its own: if the answer to the change gets lost, it is still known what to give back.
  const mode = await withExcel(null, async (context) => {
    context.runtime.enableEvents = false;
    const application = context.application.load('calculationMode');
    await context.sync();
    return application.calculationMode;
  });
  if (!mode.ok || mode.value === 'Manual') return null;
  await withExcel(null, async (context) => {
    context.application.calculationMode = 'Manual';
    await context.sync();
  });
  return mode.value;
}

/** Excel must not stay in manual calculation: what fails together is tried again one by one. */
async function giveBack(mode: CalculationMode | null): Promise<void> {
  const parts: ((context: Excel.RequestContext) => void)[] = [
    (context) => {
      if (mode) context.application.calculationMode = mode;
    },
    (context) => {
      context.runtime.enableEvents = true;
    },
    // Whoever calculates by hand sees our tabs up to date too.
    (context) => context.application.calculate('Recalculate'),
  ];
  if (await carryOut(parts)) return;
  for (const part of parts) await carryOut([part]);
}

async function carryOut(parts: readonly ((context: Excel.RequestContext) => void)[]): Promise<boolean> {
  const done = await withExcel(null, async (context) => {
    for (const part of parts) part(context);
    await context.sync();
  });
  return done.ok;
}
