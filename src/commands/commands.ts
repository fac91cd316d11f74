/** Id of the ribbon's “Refresh” in `manifest.xml`. */
export const REFRESH_COMMAND = 'refreshTabs';

/** The ribbon and the pane of the host, as far as a command needs them. */
export interface RibbonHost {
  /** Binds a function to a button that names it in the manifest. */
  readonly associate: (id: string, handler: (event: CommandEvent) => void) => void;
  /** Brings the pane to the front. Rejects where the host cannot. */
  readonly showPane: () => Promise<void>;
}

/** What the host hands to a command; Excel keeps the button busy until it is completed. */
export interface CommandEvent {
  readonly completed: () => void;
}

/**
 * “Refresh”: opens the workbook if that has not happened yet and builds the tabs again with the remembered settings.
 * The pane lives in the same runtime, so a failure is already told in it: it only has to be shown.
 */
export function registerCommands(
  host: RibbonHost,
  pane: { readonly start: () => Promise<void>; readonly build: () => Promise<boolean> },
): void {
  host.associate(REFRESH_COMMAND, (event) => {
    void refresh(host, pane).finally(event.completed);
  });
}

async function refresh(host: RibbonHost, pane: Parameters<typeof registerCommands>[1]): Promise<void> {
  await pane.start();
  const built = await pane.build();
  if (built) return;
  try {
    await host.showPane();
  } catch {
    // Hosts without a shared runtime cannot open the pane from code; the user finds the message on opening it.
  }
}
