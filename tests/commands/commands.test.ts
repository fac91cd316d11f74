import type { CommandEvent } from '../../src/commands/commands';
import { REFRESH_COMMAND, registerCommands } from '../../src/commands/commands';

/** Presses “Refresh” in a host whose pane builds, fails or cannot be shown, and waits for the button to be released. */
async function pressRefresh(pane: { built: boolean; showable?: boolean }) {
  const calls: string[] = [];
  const handlers = new Map<string, (event: CommandEvent) => void>();
  registerCommands(
    {
      associate: (id, handler) => void handlers.set(id, handler),
      showPane: async () => {
        calls.push('show');
        if (pane.showable === false) throw new Error('No shared runtime');
      },
    },
    {
      start: async () => void calls.push('start'),
      build: async () => {
        calls.push('build');
        return pane.built;
      },
    },
  );
  await new Promise<void>((resolve) => handlers.get(REFRESH_COMMAND)?.({ completed: resolve }));
  return calls;
}

describe('the ribbon’s “Refresh”', () => {
  it('opens the workbook and builds the tabs without showing the pane', async () => {
    expect(await pressRefresh({ built: true })).toEqual(['start', 'build']);
  });

  it('shows the pane, where the trouble is told, when it fails', async () => {
    expect(await pressRefresh({ built: false })).toEqual(['start', 'build', 'show']);
  });

  it('releases the button even where the pane cannot be shown from code', async () => {
    expect(await pressRefresh({ built: false, showable: false })).toEqual(['start', 'build', 'show']);
  });
});
