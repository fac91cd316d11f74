/** What the product asks `Office` about where it runs. */
export interface OfficeOptions {
  /** The highest ExcelApi requirement set that `isSetSupported` grants; default 1.12, the product's minimum. */
  readonly excelApi?: string;
  /** Language of the interface; default `ru-RU`. */
  readonly displayLanguage?: string;
  /** Default `PC`. */
  readonly platform?: 'PC' | 'Mac' | 'OfficeOnline' | 'iOS';
}

/** The product's minimum requirement set (design.md, “Excel API”). */
const STANDARD_EXCEL_API = '1.12';

/** Requirement sets beside ExcelApi that every Excel of that age grants. */
const OTHER_SETS: Readonly<Record<string, string>> = { DelayForCellEdit: '1.1', SharedRuntime: '1.1' };

/** A minimal `Office`: ready at once, in Excel, with the requirement sets asked for and no others. */
export function createOffice(options: OfficeOptions = {}): Record<string, unknown> {
  const { excelApi = STANDARD_EXCEL_API, displayLanguage = 'ru-RU', platform = 'PC' } = options;
  const info = { host: 'Excel', platform };
  const nothing = (): undefined => undefined;
  return {
    onReady: (callback?: (ready: typeof info) => unknown) =>
      Promise.resolve(info).then(async (ready) => {
        await callback?.(ready);
        return ready;
      }),
    context: {
      host: info.host,
      platform,
      displayLanguage,
      contentLanguage: displayLanguage,
      diagnostics: { host: info.host, platform, version: '16.0.14332.20000' },
      requirements: {
        isSetSupported(set: string, version = '1.1'): boolean {
          const granted = set === 'ExcelApi' ? excelApi : OTHER_SETS[set];
          return granted !== undefined && isAtLeast(granted, String(version));
        },
      },
    },
    actions: { associate: nothing },
    HostType: { Excel: 'Excel' },
    PlatformType: { PC: 'PC', Mac: 'Mac', OfficeOnline: 'OfficeOnline', iOS: 'iOS' },
  };
}

/** Versions compare part by part: 1.12 is at least 1.9. */
function isAtLeast(granted: string, asked: string): boolean {
  const [a = [], b = []] = [granted, asked].map((version) => version.split('.').map(Number));
  for (let index = 0; index < Math.max(a.length, b.length); index += 1) {
    const difference = (a[index] ?? 0) - (b[index] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return true;
}
