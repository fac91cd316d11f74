import type { Outcome, Source, Trouble } from '../../src/app/types';
import { NO_COLUMN } from '../../src/domain/sales/types';
import { DEFAULT_SETTINGS } from '../../src/domain/settings';
import type { ExcelSerial } from '../../src/domain/shared/dates';
import { fail, ok } from '../../src/domain/shared/result';
import type { Result } from '../../src/domain/shared/result';
import { createFlow } from '../../src/taskpane/flow';
import { isBusy, isEmptyWorkbook, primaryAction } from '../../src/taskpane/state';
import {
  ARCHIVE,
  EMPTY_SHEET,
  SALES,
  deferred,
  fakeClientele,
  outcomeOf,
  previewWith,
} from './fakeClientele';

const TODAY = 46_000 as ExcelSerial;

const busy: Trouble = { kind: 'excel', error: { code: 'busy', place: null, details: 'InactiveWorkbook' } };

function flowOver(clientele = fakeClientele()) {
  const flow = createFlow({ clientele, now: () => 0, today: () => TODAY, displayLanguage: 'ru' });
  return { flow, clientele, status: () => flow.getState().stage.status };
}

describe('opening the workbook', () => {
  it('previews the sheet the user looks at with the settings of the workbook', async () => {
    const { flow, clientele, status } = flowOver();
    const settings = { ...DEFAULT_SETTINGS, period: 'all' as const };
    clientele.loadSettings.mockResolvedValue(ok(settings));
    await flow.start();
    expect(status()).toBe('ready');
    expect(clientele.preview).toHaveBeenCalledWith(
      SALES,
      settings,
      null,
      expect.objectContaining({ today: TODAY }),
    );
  });

  it('opens once, however often it is asked to', async () => {
    const { flow, clientele } = flowOver();
    await Promise.all([flow.start(), flow.start()]);
    expect(clientele.preview).toHaveBeenCalledTimes(1);
  });

  it('takes the first sheet with data when the active one is empty', async () => {
    const { flow } = flowOver(fakeClientele([EMPTY_SHEET, ARCHIVE]));
    await flow.start();
    expect(flow.getState().source).toEqual(ARCHIVE);
  });

  it('knows an empty workbook, and reads it once something has been pasted', async () => {
    const { flow, clientele, status } = flowOver(fakeClientele([EMPTY_SHEET]));
    await flow.start();
    expect(isEmptyWorkbook(flow.getState())).toBe(true);
    expect(primaryAction(flow.getState())).toBeNull();
    clientele.listSources.mockResolvedValue(ok([SALES]));
    await flow.refreshSources();
    expect(status()).toBe('ready');
  });

  it('fails with the trouble when the sheets cannot be listed', async () => {
    const { flow, clientele } = flowOver();
    clientele.listSources.mockResolvedValue(fail(busy));
    await flow.start();
    expect(flow.getState().stage).toEqual({ status: 'failed', trouble: busy, preview: null });
  });
});

describe('a preview overtaken by another', () => {
  it('is told to stop, and its late answer is ignored', async () => {
    const { flow, clientele, status } = flowOver();
    await flow.start();
    const slow = deferred<ReturnType<typeof ok<ReturnType<typeof previewWith>>>>();
    clientele.preview.mockReturnValueOnce(slow.promise);
    const first = flow.choosePeriod('all');
    await new Promise((resolve) => setTimeout(resolve));
    const hooks = clientele.preview.mock.lastCall?.[3];
    await flow.chooseSource(ARCHIVE);
    expect(hooks?.signal.aborted).toBe(true);
    slow.resolve(ok(previewWith({ clients: 1 })));
    await first;
    const { stage } = flow.getState();
    expect(status()).toBe('ready');
    expect(stage.status === 'ready' && stage.preview.source).toEqual(ARCHIVE);
  });

  it('cannot move the progress of the one that overtook it', async () => {
    const { flow, clientele } = flowOver();
    await flow.start();
    const stale = clientele.preview.mock.lastCall?.[3];
    const slow = deferred<ReturnType<typeof ok<ReturnType<typeof previewWith>>>>();
    clientele.preview.mockReturnValueOnce(slow.promise);
    const reading = flow.read();
    await new Promise((resolve) => setTimeout(resolve));
    stale?.onProgress('analyse', 0.9);
    expect(flow.getState().stage).toMatchObject({ progress: { phase: 'read', fraction: 0 } });
    slow.resolve(ok(previewWith()));
    await reading;
  });
});

describe('corrections', () => {
  it('preview again with the column chosen, remembered by its heading', async () => {
    const { flow, clientele } = flowOver();
    await flow.start();
    await flow.correctColumn('amount', 3, 'Прибыль');
    const [, settings, mapping] = clientele.preview.mock.lastCall ?? [];
    expect(mapping).toEqual({ amount: 3 });
    expect(settings?.columns).toEqual({ amount: 'Прибыль' });
  });

  it('give a column one role: the role it had by hand before is left to the reader again', async () => {
    const { flow, clientele } = flowOver();
    await flow.start();
    await flow.correctColumn('amount', 3, 'Прибыль');
    await flow.correctColumn('price', 3, 'Прибыль');
    const [, settings, mapping] = clientele.preview.mock.lastCall ?? [];
    expect(mapping).toEqual({ price: 3 });
    expect(settings?.columns).toEqual({ price: 'Прибыль' });
  });

  it('can be taken back', async () => {
    const { flow, clientele } = flowOver();
    await flow.start();
    await flow.correctColumn('amount', 3, 'Прибыль');
    await flow.correctColumn('amount', null, '');
    const [, settings, mapping] = clientele.preview.mock.lastCall ?? [];
    expect(mapping).toEqual({});
    expect(settings?.columns).toEqual({});
  });

  it('can say that no column has a role, for several roles at once', async () => {
    const { flow, clientele } = flowOver();
    await flow.start();
    await flow.correctColumn('profit', NO_COLUMN, '');
    await flow.correctColumn('manager', NO_COLUMN, '');
    expect(clientele.preview.mock.lastCall?.[2]).toEqual({ profit: NO_COLUMN, manager: NO_COLUMN });
  });

  it('of one sheet do not follow to another', async () => {
    const { flow, clientele } = flowOver();
    await flow.start();
    await flow.correctColumn('amount', 3, 'Прибыль');
    await flow.chooseSource(ARCHIVE);
    expect(clientele.preview.mock.lastCall?.[2]).toBeNull();
  });

  it('survive a failure: nothing chosen is lost', async () => {
    const { flow, clientele, status } = flowOver();
    await flow.start();
    clientele.preview.mockResolvedValueOnce(fail(busy));
    await flow.correctColumn('amount', 3, 'Прибыль');
    expect(status()).toBe('failed');
    expect(primaryAction(flow.getState())).toBe('read');
    await flow.read();
    expect(status()).toBe('ready');
    expect(clientele.preview.mock.lastCall?.[2]).toEqual({ amount: 3 });
  });

  it('use the thresholds as they stand in the cells of the workbook now', async () => {
    const { flow, clientele } = flowOver();
    await flow.start();
    const thresholds = { ...DEFAULT_SETTINGS.thresholds, classA: 0.7 };
    clientele.loadSettings.mockResolvedValue(ok({ ...DEFAULT_SETTINGS, thresholds }));
    await flow.choosePeriod('all');
    expect(clientele.preview.mock.lastCall?.[1]).toMatchObject({ period: 'all', thresholds });
  });
});

describe('building the tabs', () => {
  it('writes what was shown', async () => {
    const { flow, clientele, status } = flowOver();
    await flow.start();
    expect(await flow.build()).toBe(true);
    expect(status()).toBe('done');
    expect(clientele.preview).toHaveBeenCalledTimes(1);
    expect(flow.getState().built?.language).toBe('ru');
  });

  it('reads the sheet again if the user has been in the grid meanwhile', async () => {
    const { flow, clientele } = flowOver();
    await flow.start();
    flow.leave();
    await flow.build();
    expect(clientele.preview).toHaveBeenCalledTimes(2);
  });

  it('reads the sheet again for every update', async () => {
    const { flow, clientele } = flowOver();
    await flow.start();
    await flow.build();
    expect(primaryAction(flow.getState())).toBe('update');
    expect(await flow.build()).toBe(true);
    expect(clientele.preview).toHaveBeenCalledTimes(2);
    expect(clientele.run).toHaveBeenCalledTimes(2);
  });

  it('cannot be started twice', async () => {
    const { flow, clientele } = flowOver();
    await flow.start();
    const [first, second] = await Promise.all([flow.build(), flow.build()]);
    expect([first, second]).toEqual([true, false]);
    expect(clientele.run).toHaveBeenCalledTimes(1);
  });

  it('lets nothing change the source or the columns while it runs', async () => {
    const { flow, clientele, status } = flowOver();
    await flow.start();
    const slow = deferred<ReturnType<typeof ok<ReturnType<typeof outcomeOf>>>>();
    clientele.run.mockReturnValueOnce(slow.promise);
    const running = flow.build();
    await flow.chooseSource(ARCHIVE);
    await flow.correctColumn('amount', 3, 'Прибыль');
    await flow.refreshSources();
    expect(status()).toBe('running');
    expect(flow.getState().source).toEqual(SALES);
    slow.resolve(ok(outcomeOf(previewWith())));
    await running;
    expect(status()).toBe('done');
  });

  it('keeps what was understood when it fails, and can be tried again', async () => {
    const { flow, clientele, status } = flowOver();
    await flow.start();
    clientele.run.mockResolvedValueOnce(fail(busy));
    expect(await flow.build()).toBe(false);
    const { stage } = flow.getState();
    expect(stage.status === 'failed' && stage.preview).toBeTruthy();
    expect(await flow.build()).toBe(true);
    expect(status()).toBe('done');
  });

  it('waits for the answer when cancelled, for a tab may be half written', async () => {
    const { flow, clientele } = flowOver();
    await flow.start();
    const slow = deferred<ReturnType<typeof fail<Trouble>>>();
    clientele.run.mockReturnValueOnce(slow.promise);
    const running = flow.build();
    flow.cancel();
    expect(flow.getState().stage).toMatchObject({ status: 'running', cancelling: true });
    expect(clientele.run.mock.lastCall?.[2].signal.aborted).toBe(true);
    slow.resolve(fail({ kind: 'cancelled' }));
    await running;
    expect(flow.getState()).toMatchObject({ stage: { status: 'ready' }, notice: { kind: 'cancelled' } });
  });

  it('shows an exception as trouble without quoting its message, which may hold cell values', async () => {
    const { flow, clientele } = flowOver();
    await flow.start();
    clientele.run.mockRejectedValueOnce(new TypeError('cannot read ООО «Ромашка»'));
    await flow.build();
    const { stage } = flow.getState();
    const trouble = stage.status === 'failed' ? JSON.stringify(stage.trouble) : '';
    expect(trouble).toContain('TypeError');
    expect(trouble).not.toContain('Ромашка');
  });

  it('remains on show, as outdated, while something is corrected afterwards', async () => {
    const { flow, status } = flowOver();
    await flow.start();
    await flow.build();
    await flow.choosePeriod('all');
    expect(status()).toBe('ready');
    expect(flow.getState().built).not.toBeNull();
  });
});

describe('cancelling a preview', () => {
  it('drops it at once and offers to read again', async () => {
    const { flow, clientele, status } = flowOver();
    await flow.start();
    const slow = deferred<ReturnType<typeof ok<ReturnType<typeof previewWith>>>>();
    clientele.preview.mockReturnValueOnce(slow.promise);
    const reading = flow.choosePeriod('all');
    await new Promise((resolve) => setTimeout(resolve));
    flow.cancel();
    expect(status()).toBe('choosing');
    expect(primaryAction(flow.getState())).toBe('read');
    slow.resolve(ok(previewWith()));
    await reading;
    expect(status()).toBe('choosing');
  });
});

describe('the list of sheets', () => {
  it('is looked at again without reading a sheet whose size has not changed', async () => {
    const { flow, clientele } = flowOver();
    await flow.start();
    await flow.refreshSources();
    expect(clientele.listSources).toHaveBeenCalledTimes(2);
    expect(clientele.preview).toHaveBeenCalledTimes(1);
  });

  it('leads to a new preview when the sheet has grown', async () => {
    const { flow, clientele } = flowOver();
    await flow.start();
    const grown: Source = { ...SALES, address: 'A1:E1300', rows: 1300 };
    clientele.listSources.mockResolvedValue(ok([grown]));
    await flow.refreshSources();
    expect(clientele.preview.mock.lastCall?.[0]).toEqual(grown);
  });

  it('falls back to another sheet when the chosen one has gone', async () => {
    const { flow, clientele } = flowOver();
    await flow.start();
    await flow.chooseSource(ARCHIVE);
    clientele.listSources.mockResolvedValue(ok([SALES]));
    await flow.refreshSources();
    expect(flow.getState().source).toEqual(SALES);
  });
});

describe('rules of a preset or a profile', () => {
  const { thresholds, choices } = DEFAULT_SETTINGS;
  const rules = { thresholds: { ...thresholds, classA: 0.7 }, choices, stages: null };

  it('are put into the workbook, and the source is read again with what it then holds', async () => {
    const { flow, clientele } = flowOver();
    await flow.start();
    clientele.loadSettings.mockResolvedValue(ok({ ...DEFAULT_SETTINGS, ...rules }));
    expect(await flow.applyRules(rules)).toBe(true);
    expect(clientele.applyRules).toHaveBeenCalledWith(rules);
    while (isBusy(flow.getState())) await Promise.resolve();
    expect(clientele.preview.mock.lastCall?.[1].thresholds.classA).toBe(0.7);
    expect(await flow.currentRules()).toEqual(rules);
  });

  it('are not put there while a run writes the same cells', async () => {
    const { flow, clientele } = flowOver();
    await flow.start();
    const running = deferred<Result<Outcome, Trouble>>();
    clientele.run.mockReturnValueOnce(running.promise);
    const built = flow.build();
    expect(await flow.applyRules(rules)).toBe(false);
    expect(clientele.applyRules).not.toHaveBeenCalled();
    running.resolve(fail(busy));
    await built;
  });

  it('are unknown, and said to be, while the workbook does not answer', async () => {
    const { flow, clientele } = flowOver();
    await flow.start();
    clientele.loadSettings.mockResolvedValue(fail(busy));
    expect(await flow.currentRules()).toBeNull();
    expect(flow.getState().notice).toEqual(busy);
  });
});

describe('the language', () => {
  it('follows Office until one is chosen, which is then kept in the workbook', async () => {
    const { flow, clientele } = flowOver();
    await flow.start();
    expect(flow.language()).toBe('ru');
    await flow.chooseLanguage('en');
    expect(flow.language()).toBe('en');
    expect(clientele.saveSettings).toHaveBeenCalledWith({ ...DEFAULT_SETTINGS, language: 'en' });
  });

  it('is not written over settings that could not be read', async () => {
    const { flow, clientele } = flowOver();
    clientele.loadSettings.mockResolvedValue(fail(busy));
    await flow.start();
    await flow.chooseLanguage('en');
    expect(clientele.saveSettings).not.toHaveBeenCalled();
  });

  it('says so, and goes on, when it cannot be kept', async () => {
    const { flow, clientele, status } = flowOver();
    await flow.start();
    clientele.saveSettings.mockResolvedValueOnce(fail(busy));
    await flow.chooseLanguage('en');
    expect(flow.getState().notice).toEqual(busy);
    expect(status()).toBe('ready');
    flow.dismissNotice();
    expect(flow.getState().notice).toBeNull();
  });
});
