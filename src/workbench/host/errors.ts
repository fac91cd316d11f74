/** Excel's error codes that the host gives, with Excel's own English messages and HTTP statuses. */
const ERRORS = {
  AccessDenied: [403, "You can't perform the requested operation."],
  ApiNotFound: [
    404,
    'The API you are trying to use could not be found. It may be available in a newer version of Excel.',
  ],
  GeneralException: [500, 'There was an internal error while processing the request.'],
  InsertDeleteConflict: [409, 'The insert or delete operation attempted resulted in a conflict.'],
  InvalidArgument: [400, 'The argument is invalid or missing or has an incorrect format.'],
  InvalidOperation: [400, 'The operation attempted is invalid on the object.'],
  InvalidOperationInCellEditMode: [
    400,
    'Excel is in cell-editing mode. Please exit the edit mode by pressing ENTER or TAB or selecting another cell, and then try again.',
  ],
  InvalidReference: [400, 'This reference is not valid for the current operation.'],
  ItemAlreadyExists: [409, 'A resource with the same name or identifier already exists.'],
  ItemNotFound: [404, "The requested resource doesn't exist."],
  MergedRangeConflict: [409, "You can't perform this operation because it would affect a merged range."],
  NonBlankCellOffSheet: [
    400,
    "Microsoft Excel can't insert new cells because it would push non-empty cells off the end of the worksheet.",
  ],
  RequestAborted: [400, 'The request was aborted during run time.'],
  RequestPayloadSizeLimitExceeded: [
    413,
    'The request payload size has exceeded the limit. Please refer to the documentation.',
  ],
  ResponsePayloadSizeLimitExceeded: [
    413,
    'The response payload size has exceeded the limit. Please refer to the documentation.',
  ],
} as const satisfies Record<string, readonly [number, string]>;

export type ErrorCode = keyof typeof ERRORS;

/** A refusal with one of Excel's codes; the dispatcher turns it into the batch's error. */
export class HostError extends Error {
  readonly httpStatus: number;

  /** `location` is the member at fault, e.g. `Range.values`; the dispatcher fills it in where it is absent. */
  constructor(
    readonly code: string,
    readonly location: string | null = null,
    message?: string,
  ) {
    const known: readonly [number, string] | undefined = (
      ERRORS as Record<string, readonly [number, string] | undefined>
    )[code];
    super(message ?? known?.[1] ?? code);
    this.httpStatus = known?.[0] ?? 400;
  }
}

/** A refusal to throw: `throw refusal('ItemNotFound')`. */
export function refusal(code: ErrorCode, message?: string): HostError {
  return new HostError(code, null, message);
}
