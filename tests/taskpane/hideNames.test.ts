import type { ExcelSerial } from '../../src/domain/shared/dates';
import { fail, ok } from '../../src/domain/shared/result';
import { createFlow } from '../../src/taskpane/flow';
import { shownPreview, shownResult } from '../../src/taskpane/state';
import { fakeClientele, outcomeOf, previewWith } from './fakeClientele';

async function opened() {
  const clientele = fakeClientele();
  clientele.run.mockImplementation(async (preview, settings) =>
    ok({ ...outcomeOf(preview), isAnonymous: settings.isAnonymous }),
  );
  const flow = createFlow({
    clientele,
    now: () => 0,
    today: () => 46_000 as ExcelSerial,
    displayLanguage: 'ru',
  });
  await flow.start();
  return { clientele, flow };
}

describe('hiding names in the pane', () => {
  it('rewrites the tabs that stand, at once', async () => {
    const { clientele, flow } = await opened();
    await flow.build();
    await flow.hideNames(true);
    expect(clientele.run.mock.calls.map(([, settings]) => settings.isAnonymous)).toEqual([false, true]);
    expect(shownResult(flow.getState())?.outcome.isAnonymous).toBe(true);
    await flow.hideNames(false);
    expect(clientele.run).toHaveBeenCalledTimes(3);
  });

  it('rewrites tabs left by an earlier session too', async () => {
    const { clientele, flow } = await opened();
    clientele.tabsStand.mockResolvedValue(ok(true));
    await flow.hideNames(true);
    expect(clientele.run).toHaveBeenCalledTimes(1);
  });

  it('makes no tabs where none stand: the choice is kept for the first ones', async () => {
    const { clientele, flow } = await opened();
    await flow.hideNames(true);
    expect(clientele.run).not.toHaveBeenCalled();
    expect(clientele.saveSettings.mock.calls[0]?.[0]).toMatchObject({ isAnonymous: true });
  });

  it('shows no result with names when the tabs could not be rewritten', async () => {
    const { clientele, flow } = await opened();
    await flow.build();
    clientele.run.mockResolvedValue(
      fail({ kind: 'excel', error: { code: 'busy', place: null, details: '' } }),
    );
    await flow.hideNames(true);
    expect(flow.getState().stage.status).toBe('failed');
    expect(shownResult(flow.getState())).toBeNull();
  });

  it('keeps rows and samples of the sheet from view meanwhile, and brings them back', async () => {
    const { flow } = await opened();
    const samples = () =>
      shownPreview(flow.getState())?.understanding.columns.flatMap((column) => column.samples);
    expect(samples()).not.toEqual([]);
    await flow.hideNames(true);
    expect(samples()).toEqual([]);
    expect(shownPreview(flow.getState())?.firstRows).toEqual([]);
    await flow.hideNames(false);
    expect(samples()).toEqual(previewWith().understanding.columns.flatMap((column) => column.samples));
  });
});
