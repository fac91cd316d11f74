/** @jest-environment jsdom */
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { profileText } from '../../src/app/profile';
import { withPreset } from '../../src/domain/presets';
import { DEFAULT_SETTINGS } from '../../src/domain/settings';
import type { ExcelSerial } from '../../src/domain/shared/dates';
import { fail, ok } from '../../src/domain/shared/result';
import { App } from '../../src/taskpane/App';
import { createFlow } from '../../src/taskpane/flow';
import { fakeClientele } from './fakeClientele';
import './patience';

beforeAll(() => {
  // Fluent's MessageBar watches its own size; jsdom has no layout.
  globalThis.ResizeObserver = class {
    observe(): void {}
    unobserve(): void {}
    disconnect(): void {}
  };
});

const saved: string[] = [];

beforeEach(() => {
  saved.length = 0;
  URL.createObjectURL = () => 'blob:profile';
  URL.revokeObjectURL = () => undefined;
  HTMLAnchorElement.prototype.click = function click(this: HTMLAnchorElement) {
    saved.push(this.download);
  };
});

afterEach(cleanup);

const busy = { kind: 'excel', error: { code: 'busy', place: null, details: '' } } as const;

async function openRules(clientele = fakeClientele()) {
  const flow = createFlow({
    clientele,
    now: () => 0,
    today: () => 46_000 as ExcelSerial,
    displayLanguage: 'en',
  });
  render(<App flow={flow} version="0.1.0" officeColours={() => undefined} />);
  const user = userEvent.setup();
  await screen.findByRole('region', { name: 'What was understood' });
  await user.click(screen.getByRole('button', { name: 'Rules and appearance' }));
  const panel = within(screen.getByRole('region', { name: 'Rules of calculation' }));
  return { clientele, flow, user, panel };
}

const fileOf = (text: string) => new File([text], 'profile.json', { type: 'application/json' });
const chosenFile = (panel: Awaited<ReturnType<typeof openRules>>['panel']) =>
  panel.getByLabelText<HTMLInputElement>('Profile file', { selector: 'input' });

describe('a preset', () => {
  it('says what it will change before anything changes, and lands in the workbook at a press', async () => {
    const { clientele, user, panel } = await openRules();
    await user.selectOptions(panel.getByRole('combobox'), 'Distribution');
    const sentence = await panel.findByText(/^Will change:/);
    expect(sentence.textContent).toContain('“Type of sales”: detect from the data → transactional');
    expect(sentence.textContent).toMatch(/“Lost not before”: 90\sdays → 60\sdays/);
    expect(clientele.applyRules).not.toHaveBeenCalled();

    const previews = clientele.preview.mock.calls.length;
    await user.click(panel.getByRole('button', { name: 'Apply' }));
    expect(clientele.applyRules).toHaveBeenCalledWith(withPreset(rulesOf(), 'distribution'));
    expect(await panel.findByText(/Written into “Settings”/)).toBeTruthy();
    await waitFor(() => expect(clientele.preview.mock.calls.length).toBe(previews + 1));
    expect(panel.queryByText(/^Will change:/)).toBeNull();
  });

  it('is compared with what the cells hold now, not with what the pane read at the start', async () => {
    const { clientele, user, panel } = await openRules();
    clientele.loadSettings.mockResolvedValue(
      ok({ ...DEFAULT_SETTINGS, ...withPreset(rulesOf(), 'services') }),
    );
    await user.selectOptions(panel.getByRole('combobox'), 'Services');
    expect(await panel.findByText('Nothing will change: these values are set already.')).toBeTruthy();
  });

  it('offers to update tabs that stand', async () => {
    const { clientele, user, panel } = await openRules();
    await user.click(screen.getByRole('button', { name: 'Build the tabs' }));
    await screen.findByRole('region', { name: 'Verdict' });
    await user.selectOptions(panel.getByRole('combobox'), 'Project B2B');
    await user.click(await panel.findByRole('button', { name: 'Apply' }));
    await waitFor(() =>
      expect(panel.getByRole<HTMLButtonElement>('button', { name: 'Update the tabs now' }).disabled).toBe(
        false,
      ),
    );
    await user.click(panel.getByRole('button', { name: 'Update the tabs now' }));
    await waitFor(() => expect(clientele.run).toHaveBeenCalledTimes(2));
  });

  it('is not said to be applied when Excel refuses', async () => {
    const { clientele, user, panel } = await openRules();
    clientele.applyRules.mockResolvedValue(fail(busy));
    await user.selectOptions(panel.getByRole('combobox'), 'Services');
    await user.click(await panel.findByRole('button', { name: 'Apply' }));
    expect(await screen.findAllByText(/Excel is busy/)).not.toEqual([]);
    expect(panel.queryByText(/Written into/)).toBeNull();
    expect(panel.getByText(/^Will change:/)).toBeTruthy();
  });
});

describe('a profile', () => {
  it('is saved as a file, with its text at hand where downloads are blocked', async () => {
    const { user, panel } = await openRules();
    await user.click(panel.getByRole('button', { name: 'Save profile' }));
    const text = await panel.findByRole<HTMLTextAreaElement>('textbox', { name: 'Text of the profile' });
    expect(text.value).toBe(profileText(rulesOf()));
    expect(saved).toEqual(['clientele-profile.json']);
  });

  it('is read, told and applied', async () => {
    const { clientele, user, panel } = await openRules();
    const rules = { ...rulesOf(), thresholds: { ...rulesOf().thresholds, classA: 0.7 } };
    await user.upload(chosenFile(panel), fileOf(profileText(rules)));
    expect((await panel.findByText(/^Will change:/)).textContent).toBe(
      'Will change: “Bound of class A”: 80% → 70%.',
    );
    await user.click(panel.getByRole('button', { name: 'Apply' }));
    expect(clientele.applyRules).toHaveBeenCalledWith(rules);
  });

  it('of another kind is refused with a sentence', async () => {
    const { user, panel } = await openRules();
    await user.upload(chosenFile(panel), fileOf('{"hello":1}'));
    expect(await panel.findByText('This is no Clientele profile.')).toBeTruthy();
    expect(panel.queryByRole('button', { name: 'Apply' })).toBeNull();
  });

  it('names what it holds beyond our knowledge', async () => {
    const { user, panel } = await openRules();
    const text = '{"kind":"clientele-profile","version":1,"thresholds":{"classE":1,"classA":7}}';
    await user.upload(chosenFile(panel), fileOf(text));
    expect(await panel.findByText('This version does not know: thresholds.classE. Left out.')).toBeTruthy();
    expect(panel.getByText(/^Cannot be used: thresholds\.classA\./)).toBeTruthy();
  });
});

test('the panel leads to the tab with all thresholds', async () => {
  const { clientele, user, panel } = await openRules();
  await user.click(panel.getByRole('button', { name: 'Open “Settings”' }));
  expect(clientele.showTab).toHaveBeenCalledWith('settings');
});

describe('dates of one’s own', () => {
  it('read the source for a span, as of a day', async () => {
    const { clientele, user } = await openRules();
    await user.click(screen.getByRole('button', { name: /Own dates/ }));
    fireEvent.change(screen.getByLabelText('Period from'), { target: { value: '2025-01-01' } });
    expect(screen.getByText('Give both dates of the period, or none.')).toBeTruthy();
    fireEvent.change(screen.getByLabelText('Period to'), { target: { value: '2024-03-31' } });
    expect(screen.getByText('The period begins after its end.')).toBeTruthy();
    fireEvent.change(screen.getByLabelText('Period to'), { target: { value: '2025-03-31' } });
    fireEvent.change(screen.getByLabelText('As-of date'), { target: { value: '2025-04-15' } });
    await user.click(screen.getByRole('button', { name: 'Apply dates' }));
    await waitFor(() =>
      expect(clientele.preview.mock.lastCall?.[1]).toMatchObject({
        period: { from: '2025-01-01', to: '2025-03-31' },
        asOf: '2025-04-15',
      }),
    );
  });

  it('can be taken back: the last 12 months, as of the latest sale', async () => {
    const clientele = fakeClientele();
    const period = { from: '2025-01-01', to: '2025-03-31' };
    clientele.loadSettings.mockResolvedValue(ok({ ...DEFAULT_SETTINGS, period, asOf: '2025-04-15' }));
    const { user } = await openRules(clientele);
    for (const label of ['Period from', 'Period to', 'As-of date'])
      fireEvent.change(await screen.findByLabelText(label), { target: { value: '' } });
    await user.click(screen.getByRole('button', { name: 'Apply dates' }));
    await waitFor(() =>
      expect(clientele.preview.mock.lastCall?.[1]).toMatchObject({ period: 'last12', asOf: null }),
    );
  });
});

function rulesOf() {
  const { thresholds, choices, stages } = DEFAULT_SETTINGS;
  return { thresholds, choices, stages };
}
