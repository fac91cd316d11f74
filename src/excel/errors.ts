import type { ExcelTrouble, ExcelTroubleCode } from './types';

/** Excel's error codes by what the user can do about them. Codes absent here are `unexpected`. */
const TROUBLE_OF_CODE: Readonly<Record<string, ExcelTroubleCode>> = {
  InvalidOperationInCellEditMode: 'cellEditMode',
  AccessDenied: 'protectedSheet',
  ItemNotFound: 'itemNotFound',
  InvalidReference: 'itemNotFound',
  InvalidBinding: 'itemNotFound',
  ItemAlreadyExists: 'nameTaken',
  RequestPayloadSizeLimitExceeded: 'tooLarge',
  ResponsePayloadSizeLimitExceeded: 'tooLarge',
  RangeExceedsLimit: 'tooLarge',
  OperationCellsExceedLimit: 'tooLarge',
  RequestAborted: 'busy',
  InactiveWorkbook: 'busy',
  Conflict: 'busy',
  ActivityLimitReached: 'busy',
  ServiceNotAvailable: 'busy',
  ApiNotFound: 'unsupported',
  NotImplemented: 'unsupported',
  UnsupportedSheet: 'unsupported',
  UnsupportedFeature: 'unsupported',
  UnsupportedOperation: 'unsupported',
  HostRestartNeeded: 'unsupported',
};

/** What Excel says when it refuses under workbook protection: the structure, not the cells. */
const STRUCTURE_LOCATIONS = /^(WorksheetCollection\.|Worksheet\.(copy|delete|name|position|visibility)\b)/;

/** An error of Excel's client: a code, and where in the batch it happened. */
interface OfficeError {
  readonly code: string;
  readonly debugInfo?: { readonly errorLocation?: string };
}

/** Expected trouble found by our own checks within a batch; `withExcel` turns it into a value. */
export class ExcelRefusal extends Error {
  constructor(
    readonly code: ExcelTroubleCode,
    readonly place: string | null,
    details: string,
  ) {
    super(details);
    this.name = 'ExcelRefusal';
  }
}

/** The trouble behind an error thrown in a batch, or null if it is not Excel's doing but a bug of ours. */
export function troubleOf(error: unknown, place: string | null): ExcelTrouble | null {
  if (error instanceof ExcelRefusal) {
    return { code: error.code, place: error.place ?? place, details: error.message };
  }
  if (!isOfficeError(error)) return null;
  const location = error.debugInfo?.errorLocation ?? '';
  const code = TROUBLE_OF_CODE[error.code] ?? 'unexpected';
  return {
    code: code === 'protectedSheet' && STRUCTURE_LOCATIONS.test(location) ? 'protectedWorkbook' : code,
    place,
    details: location ? `${error.code} (${location})` : error.code,
  };
}

/** Whether a request or an answer was too big for Excel, so that half of it may pass. */
export function isTooLarge(error: unknown): boolean {
  return troubleOf(error, null)?.code === 'tooLarge';
}

/** Whether a single optional part (a chart, the page set-up) was refused while Excel itself is well. */
export function isRefusedPart(error: unknown): boolean {
  const code = troubleOf(error, null)?.code;
  return code === 'unsupported' || code === 'unexpected';
}

function isOfficeError(error: unknown): error is OfficeError {
  return error instanceof Error && typeof (error as Partial<OfficeError>).code === 'string';
}
