import type { MadePages, Outcome, Trouble } from '../../src/app/types';
import type { ClientKey } from '../../src/domain/sales/types';
import type { ExcelSerial } from '../../src/domain/shared/dates';
import { fail, ok } from '../../src/domain/shared/result';
import type { Result } from '../../src/domain/shared/result';
import { createFlow } from '../../src/taskpane/flow';
import { deferred, fakeClientele, outcomeOf, pageOf } from './fakeClientele';

const ROMASHKA = 'Ромашка' as ClientKey;
const busy: Trouble = { kind: 'excel', error: { code: 'busy', place: null, details: '' } };

async function opened() {
  const clientele = fakeClientele();
  const flow = createFlow({
    clientele,
    now: () => 0,
    today: () => 46_000 as ExcelSerial,
    displayLanguage: 'ru',
  });
  await flow.start();
  return { clientele, flow, make: () => flow.createDossiers({ clients: [ROMASHKA], variant: 'key' }) };
}

describe('making pages', () => {
  it('needs a run of this session: there is nothing to make them of', async () => {
    const { clientele, make } = await opened();
    await make();
    expect(clientele.createDossiers).not.toHaveBeenCalled();
  });

  it('waits for a run, and a run for it: both write', async () => {
    const { clientele, flow, make } = await opened();
    await flow.build();
    const run = deferred<Result<Outcome, Trouble>>();
    clientele.run.mockReturnValueOnce(run.promise);
    const built = flow.build();
    // The run starts once the sheet is read again.
    while (clientele.run.mock.calls.length < 2) await Promise.resolve();
    await make();
    expect(clientele.createDossiers).not.toHaveBeenCalled();
    run.resolve(fail(busy));
    await built;

    const made = deferred<Result<MadePages, Trouble>>();
    clientele.createDossiers.mockReturnValueOnce(made.promise);
    const making = make();
    const runs = clientele.run.mock.calls.length;
    expect(await flow.build()).toBe(false);
    await flow.choosePeriod('all');
    expect(clientele.run).toHaveBeenCalledTimes(runs);
    expect(flow.getState().settings.period).toBe('last12');
    made.resolve(ok({ pages: [], left: 0, trouble: null }));
    await making;
  });

  it('leaves the pane as it was, with the dossiers added', async () => {
    const { clientele, flow, make } = await opened();
    const outdated = pageOf(ROMASHKA, 1);
    clientele.run.mockImplementation(async (preview) => ok({ ...outcomeOf(preview), dossiers: [outdated] }));
    await flow.build();
    const before = flow.getState();
    clientele.createDossiers.mockResolvedValueOnce(
      ok({ pages: [pageOf(ROMASHKA, 1, 'strategic'), pageOf('Ладога', 2)], left: 0, trouble: null }),
    );
    await make();
    const { stage, built } = flow.getState();
    expect(stage).toBe(before.stage);
    expect(built?.outcome).toBe(before.built?.outcome);
    expect(built?.dossiers.map(({ key, variant }) => [key, variant])).toEqual([
      ['dossier1', 'strategic'],
      ['dossier2', 'key'],
    ]);
  });

  it('that throws is trouble without quoting the message, which may hold what people wrote', async () => {
    const { clientele, flow, make } = await opened();
    await flow.build();
    clientele.createDossiers.mockRejectedValueOnce(new TypeError('cannot read ООО «Ромашка»'));
    await make();
    const { made } = flow.getState();
    expect(made).toMatchObject({ pages: [], left: 1, trouble: { kind: 'excel' } });
    expect(JSON.stringify(made)).not.toContain('Ромашка');
  });

  it('is told of until something else is done', async () => {
    const { flow, make } = await opened();
    await flow.build();
    await make();
    expect(flow.getState().made?.pages).toHaveLength(1);
    await flow.read();
    expect(flow.getState().made).toBeNull();
    expect(flow.getState().built?.dossiers).toHaveLength(1);
  });

  it('counts the dossiers of the next run anew: tabs may have been deleted', async () => {
    const { flow, make } = await opened();
    await flow.build();
    await make();
    await flow.build();
    expect(flow.getState().built?.dossiers).toEqual([]);
  });
});
