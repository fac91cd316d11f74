/** @jest-environment jsdom */
import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { DossierChoice, MadePages, PageResult, TemplateSheet, Trouble } from '../../src/app/types';
import type { ClientKey } from '../../src/domain/sales/types';
import type { Language } from '../../src/domain/settings';
import type { ExcelSerial } from '../../src/domain/shared/dates';
import { fail, ok } from '../../src/domain/shared/result';
import type { Result } from '../../src/domain/shared/result';
import { App } from '../../src/taskpane/App';
import { createFlow } from '../../src/taskpane/flow';
import { CHOICES, deferred, fakeClientele, outcomeOf, pageOf } from './fakeClientele';
import './patience';

beforeAll(() => {
  // Fluent's MessageBar watches its own size; jsdom has no layout.
  globalThis.ResizeObserver = class {
    observe(): void {}
    unobserve(): void {}
    disconnect(): void {}
  };
});

afterEach(cleanup);

const busy: Trouble = { kind: 'excel', error: { code: 'busy', place: null, details: '' } };

interface Options {
  readonly choices?: readonly DossierChoice[];
  readonly standing?: readonly PageResult[];
  readonly language?: Language;
}

/** The pane after a run, with its card. */
async function openCard({ choices = CHOICES, standing = [], language = 'en' }: Options = {}) {
  const clientele = fakeClientele();
  clientele.dossierChoices.mockReturnValue(choices);
  clientele.run.mockImplementation(async (preview) => ok({ ...outcomeOf(preview), dossiers: standing }));
  const flow = createFlow({
    clientele,
    now: () => 0,
    today: () => 46_000 as ExcelSerial,
    displayLanguage: language,
  });
  render(<App flow={flow} version="0.1.0" officeColours={() => undefined} />);
  await act(async () => {
    await flow.start();
    await flow.build();
  });
  const name = language === 'en' ? 'Dossiers' : 'Досье';
  const card = within(await screen.findByRole('region', { name }));
  const press = (label: string | RegExp) =>
    act(async () => card.getByRole('button', { name: label }).click());
  return { clientele, flow, card, press, user: userEvent.setup() };
}

const requests = (clientele: ReturnType<typeof fakeClientele>) =>
  clientele.createDossiers.mock.calls.map(([request]) => request);
const announced = () =>
  screen
    .getAllByRole('status')
    .map(({ textContent }) => textContent ?? '')
    .find((text) => text !== '');

describe('key clients without dossiers', () => {
  it('are counted in a sentence, and their dossiers made at one press', async () => {
    const { clientele, card, press } = await openCard({ standing: [pageOf('Ромашка', 4)] });
    expect(card.getByText(/^No dossier yet for 2\skey clients of 3\./)).toBeTruthy();
    await press(/^Make dossiers of key clients.\(2\)$/);
    expect(requests(clientele)).toEqual([{ clients: ['Северный альянс', 'Надежда'], variant: 'key' }]);
    expect(card.getByText('All key clients have a dossier (3).')).toBeTruthy();
    expect(card.queryByRole('button', { name: /^Make dossiers of key clients/ })).toBeNull();
  });

  it.each([
    [1, 'Ещё нет досье у 1 ключевого клиента из 3.'],
    [2, 'Ещё нет досье у 2 ключевых клиентов из 3.'],
    [3, 'Досье ключевых клиентов (3) ещё не составлены.'],
  ])('are counted in Russian grammar: %i', async (missing, sentence) => {
    const standing = CHOICES.slice(0, 3 - missing).map(({ name }, at) => pageOf(name, at + 1));
    const { card } = await openCard({ standing, language: 'ru' });
    const spaced = (text: string | null) => text?.replaceAll('\u00a0', ' ') ?? '';
    expect(card.getByText((text) => spaced(text).startsWith(sentence))).toBeTruthy();
  });

  it('need not exist: any client can have one', async () => {
    const { card } = await openCard({ choices: CHOICES.filter(({ isKey }) => !isKey) });
    expect(card.getByText(/^There are no key clients\./)).toBeTruthy();
    expect(card.getByRole('button', { name: 'Choose clients' })).toBeTruthy();
  });
});

describe('the choice of clients', () => {
  it('offers key clients first and ticked; those with a dossier lead to it instead', async () => {
    const { clientele, card, press } = await openCard({ standing: [pageOf('Ромашка', 7)] });
    await press('Choose clients');
    const boxes = card.getAllByRole<HTMLInputElement>('checkbox');
    expect(boxes.map(({ checked, disabled }) => (disabled ? 'has one' : checked))).toEqual([
      'has one',
      true,
      true,
      false,
      false,
      false,
    ]);
    expect(card.getByRole('checkbox', { name: 'Ромашка key · 34% of revenue · has a dossier' })).toBeTruthy();
    expect(card.getByRole('checkbox', { name: 'Ладога 9% of revenue' })).toBeTruthy();
    await press('Open the dossier: Ромашка');
    expect(clientele.showTab).toHaveBeenCalledWith('dossier7');
  });

  it('makes dossiers of those ticked, and of a kind that says what it adds', async () => {
    const { clientele, card, press } = await openCard();
    await press('Choose clients');
    await press('Untick all');
    expect(card.getByRole<HTMLButtonElement>('button', { name: 'Make (0)' }).disabled).toBe(true);
    fireEvent.click(card.getByRole('checkbox', { name: /^Ладога/ }));
    fireEvent.click(card.getByRole('radio', { name: 'Strategic client' }));
    expect(card.getByText(/^Adds strategy and structure/)).toBeTruthy();
    await press('Make (1)');
    expect(requests(clientele)).toEqual([{ clients: ['Ладога'], variant: 'strategic' }]);
  });

  it('lets a key dossier become strategic, and no strategic one lose its sections', async () => {
    const standing = [pageOf('Ромашка', 1), pageOf('Надежда', 2, 'strategic')];
    const { card, press } = await openCard({ standing });
    await press('Choose clients');
    const isOffered = (name: RegExp) => !card.getByRole<HTMLInputElement>('checkbox', { name }).disabled;
    expect([isOffered(/^Ромашка/), isOffered(/^Надежда/)]).toEqual([false, false]);
    fireEvent.click(card.getByRole('radio', { name: 'Strategic client' }));
    expect([isOffered(/^Ромашка/), isOffered(/^Надежда/)]).toEqual([true, false]);
  });

  it('ticks the largest by revenue, whether they are key or not', async () => {
    const { clientele, card, press } = await openCard();
    await press('Choose clients');
    fireEvent.change(card.getByRole('spinbutton'), { target: { value: '3' } });
    await press('Tick the largest');
    await press('Make (3)');
    expect(requests(clientele)[0]?.clients).toEqual(['Ромашка', 'Северный альянс', 'Ладога']);
  });

  it('finds clients by a part of the name, whatever its case and ё', async () => {
    const { card, press } = await openCard();
    await press('Choose clients');
    fireEvent.change(card.getByRole('searchbox'), { target: { value: 'семен' } });
    expect(card.getAllByRole('checkbox')).toHaveLength(1);
    expect(card.getByRole('checkbox', { name: /^Семёновы/ })).toBeTruthy();
    fireEvent.change(card.getByRole('searchbox'), { target: { value: 'нет таких' } });
    expect(card.getByText('There is no such client.')).toBeTruthy();
    // What is ticked out of sight counts on.
    expect(card.getByRole('button', { name: 'Make (3)' })).toBeTruthy();
  });

  it('draws some dozens of fifty thousand, and finds the last of them', async () => {
    const many = Array.from({ length: 50_000 }, (_unused, at): DossierChoice => {
      const name = `Клиент ${at + 1}`;
      return { key: name as ClientKey, name, isKey: at < 3, share: 1 / 50_000 };
    });
    const { card, press } = await openCard({ choices: many });
    await press('Choose clients');
    expect(card.getAllByRole('checkbox')).toHaveLength(30);
    expect(card.getByText('The first 30 are shown. Search finds the others.')).toBeTruthy();
    fireEvent.change(card.getByRole('searchbox'), { target: { value: 'клиент 49999' } });
    expect(card.getAllByRole('checkbox')).toHaveLength(1);
  });
});

describe('own templates', () => {
  const sheetOf = (name: string, problems: TemplateSheet['problems'] = []): TemplateSheet => ({
    id: name,
    name,
    cells: 4,
    problems,
  });

  it('are offered beside our variants, and dossiers on them stand beside ours', async () => {
    const { clientele, card, press } = await openCard({ standing: [pageOf('Ромашка', 1)] });
    clientele.dossierTemplates.mockResolvedValue(ok([sheetOf('Карта клиента')]));
    await press('Choose clients');
    fireEvent.click(card.getByRole('radio', { name: 'Own template: “Карта клиента”' }));
    await press('Make (3)');
    expect(requests(clientele)[0]).toEqual({
      clients: ['Ромашка', 'Северный альянс', 'Надежда'],
      variant: 'key',
      template: 'Карта клиента',
    });
  });

  it('with mistakes cannot be chosen, and say what to mend', async () => {
    const { clientele, card, press } = await openCard();
    clientele.dossierTemplates.mockResolvedValue(ok([sheetOf('Карта клиента', [{ kind: 'protected' }])]));
    await press('Choose clients');
    const own = card.getByRole<HTMLInputElement>('radio', { name: /^Own template/ });
    expect(own.disabled).toBe(true);
    expect(
      card.getByText(/^Sheet “Карта клиента” cannot be a template\. the sheet is protected/),
    ).toBeTruthy();
  });

  it('start from a sheet made of ours, which is offered at once', async () => {
    const { clientele, card, press } = await openCard();
    await press('Choose clients');
    clientele.dossierTemplates.mockResolvedValue(ok([sheetOf('Шаблон досье (ключевой)')]));
    await press('Key template');
    expect(clientele.exportTemplate).toHaveBeenCalledWith('key', 'en');
    expect(card.getByText(/^The sheet “Шаблон досье \(ключевой\)” is ready/)).toBeTruthy();
    expect(card.getByRole('radio', { name: /^Own template/ })).toBeTruthy();
  });
});

describe('while dossiers are made', () => {
  async function making() {
    const opened = await openCard();
    const answer = deferred<Result<MadePages, Trouble>>();
    opened.clientele.createDossiers.mockReturnValueOnce(answer.promise);
    await opened.user.click(opened.card.getByRole('button', { name: /^Make dossiers of key clients/ }));
    const hooks = opened.clientele.createDossiers.mock.lastCall?.[1];
    const end = (result: Result<MadePages, Trouble>) => act(async () => answer.resolve(result));
    return { ...opened, hooks, end };
  }

  it('counts them, and keeps everything else from changing the workbook', async () => {
    const { hooks, end, card } = await making();
    expect(screen.getByText('Making dossiers: 0 of 3')).toBeTruthy();
    act(() => hooks?.onProgress('write', 2 / 3));
    expect(screen.getByText('Making dossiers: 2 of 3')).toBeTruthy();
    expect(announced()).toBe('Making dossiers');
    expect(screen.queryByRole('button', { name: 'Update the tabs' })).toBeNull();
    expect(screen.getByRole<HTMLSelectElement>('combobox', { name: 'Where the sales are' }).disabled).toBe(
      true,
    );
    expect(screen.queryByText(/before the latest changes/)).toBeNull();
    await end(ok({ pages: [pageOf('Ромашка', 1)], left: 0, trouble: null }));
    expect(card.getByText(/^Made 1\sdossier\.$/)).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Update the tabs' })).toBeTruthy();
  });

  it('stops when asked, keeps those finished and says so', async () => {
    const { hooks, end, card, clientele } = await making();
    await act(async () => screen.getByRole('button', { name: 'Stop' }).click());
    expect(hooks?.signal.aborted).toBe(true);
    expect(screen.getByRole('button', { name: 'Stopping…' })).toBeTruthy();
    await end(ok({ pages: [pageOf('Ромашка', 1)], left: 2, trouble: null }));
    expect(card.getByText(/^Stopped\. Made 1\sdossier, left: 2\./)).toBeTruthy();
    expect(card.getByRole('button', { name: /^Make dossiers of key clients.\(2\)$/ })).toBeTruthy();
    await act(async () => card.getByRole('button', { name: 'Досье Ромашка' }).click());
    expect(clientele.showTab).toHaveBeenCalledWith('dossier1');
  });

  it('stopped before the first, says that none was made', async () => {
    const { end, card } = await making();
    await end(fail({ kind: 'cancelled' }));
    expect(card.getByText('Stopped: no dossier was made.')).toBeTruthy();
  });

  it('tells of trouble half-way beside the pages that stand', async () => {
    const { end, card } = await making();
    await end(ok({ pages: [pageOf('Ромашка', 1)], left: 2, trouble: busy }));
    expect(card.getByText(/^Made 1\sdossier, not made: 2\./)).toBeTruthy();
    expect(card.getByText(/^Excel is busy/)).toBeTruthy();
    expect(
      screen.getAllByRole('alert').some(({ textContent }) => textContent?.startsWith('Excel is busy')),
    ).toBe(true);
  });

  it('tells of trouble at once, and can be tried again', async () => {
    const { end, card } = await making();
    await end(fail(busy));
    expect(card.getByText(/^Excel is busy/)).toBeTruthy();
    expect(card.getByRole('button', { name: /^Make dossiers of key clients.\(3\)$/ })).toBeTruthy();
  });

  it('says what was made to those who hear the pane, and puts the keyboard there', async () => {
    const { end, card } = await making();
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Stop'));
    await end(
      ok({ pages: CHOICES.slice(0, 3).map(({ name }, at) => pageOf(name, at + 1)), left: 0, trouble: null }),
    );
    expect(announced()).toMatch(/^Made 3\sdossiers\.$/);
    expect(document.activeElement?.contains(card.getByText(/^Made 3/))).toBe(true);
  });
});

describe('dossiers that stand', () => {
  it('are opened at a press, and start the report of a meeting at another, whose form is shown', async () => {
    const { clientele, card, press } = await openCard({ standing: [pageOf('Ромашка', 7)] });
    await press('Ромашка');
    expect(clientele.showTab).toHaveBeenLastCalledWith('dossier7');
    clientele.createMeeting.mockResolvedValueOnce(
      ok({ pages: [pageOf('Ромашка', 7), pageOf('Ромашка', 2, null)], left: 0, trouble: null }),
    );
    await press('Meeting report: Ромашка');
    expect(clientele.createMeeting.mock.lastCall?.[0]).toBe('Ромашка');
    expect(clientele.showTab).toHaveBeenLastCalledWith('meeting2');
    expect(card.getByText('The meeting report is ready to be filled in.')).toBeTruthy();
    const links = card.getAllByRole('button', { name: /^(Досье|Встреча) / });
    expect(links.map(({ textContent }) => textContent)).toEqual(['Встреча Ромашка']);
  });

  it('come by revenue, the first in view, the others behind a press, not all of a thousand', async () => {
    const many = Array.from({ length: 1000 }, (_unused, at): DossierChoice => {
      const name = `Клиент ${at + 1}`;
      return { key: name as ClientKey, name, isKey: false, share: at / 1e6 };
    });
    const standing = many.map(({ name }, at) => pageOf(name, at + 1));
    const { card, press } = await openCard({ choices: many, standing });
    const lists = () => card.getAllByRole('list', { name: 'Dossiers made' });
    expect(
      within(lists()[0] as HTMLElement)
        .getAllByRole('listitem')
        .map(({ textContent }) => textContent),
    ).toEqual([1000, 999, 998, 997, 996].map((number) => `Клиент ${number}Meeting report`));
    await press(/^More dossiers/);
    expect(within(lists()[1] as HTMLElement).getAllByRole('listitem')).toHaveLength(35);
  });

  it('of clients that vanished from the sales are called by their tabs', async () => {
    const { card } = await openCard({ standing: [pageOf('Ушедший', 9)] });
    expect(card.getByRole('button', { name: 'Досье Ушедший' })).toBeTruthy();
  });
});

describe('the report of a meeting', () => {
  it('is made for any client, those with dossiers first', async () => {
    const { clientele, card, press } = await openCard({ standing: [pageOf('Ладога', 3)] });
    await press('Meeting report');
    const list = card.getByRole('list', { name: 'Clients' });
    expect(
      within(list)
        .getAllByRole('button')
        .map(({ textContent }) => textContent),
    ).toEqual(['Ладога', 'Ромашка', 'Северный альянс', 'Надежда', 'Семёновы', 'Возврат']);
    await act(async () => within(list).getByRole('button', { name: 'Надежда' }).click());
    expect(clientele.createMeeting.mock.lastCall?.[0]).toBe('Надежда');
    expect(clientele.showTab).toHaveBeenLastCalledWith('meeting1');
  });

  it('that was stopped shows no tab', async () => {
    const { clientele, card, press } = await openCard({ standing: [pageOf('Ладога', 3)] });
    clientele.createMeeting.mockResolvedValueOnce(fail({ kind: 'cancelled' }));
    await press('Meeting report: Ладога');
    expect(card.getByText('Stopped: no report was made.')).toBeTruthy();
    expect(clientele.showTab).not.toHaveBeenCalled();
  });
});

describe('for everybody', () => {
  it('names every control of the card, unfolded', async () => {
    const { press } = await openCard({ standing: [pageOf('Ромашка', 7)] });
    await press('Choose clients');
    await press('Meeting report');
    const controls = ['button', 'checkbox', 'radio', 'searchbox', 'spinbutton'].flatMap((role) =>
      screen.getAllByRole(role),
    );
    const nameless = controls.filter(
      (control) =>
        screen
          .queryAllByRole(control.getAttribute('role') ?? roleOf(control), { name: /\S/ })
          .indexOf(control) < 0,
    );
    expect(nameless).toEqual([]);
  });

  it('is away while names are hidden from a result that tells them', async () => {
    const { clientele, flow } = await openCard();
    clientele.run.mockResolvedValue(fail(busy));
    await act(() => flow.hideNames(true));
    expect(screen.queryByRole('region', { name: 'Dossiers' })).toBeNull();
  });
});

function roleOf(control: HTMLElement): string {
  if (control.tagName === 'BUTTON') return 'button';
  const type = (control as HTMLInputElement).type;
  return type === 'search' ? 'searchbox' : type === 'number' ? 'spinbutton' : type;
}
