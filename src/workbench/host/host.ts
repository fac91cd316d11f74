import type { BookModel, Calculator } from '../model/model';
import { Cost, utf8Length } from './cost';
import { cultureOf } from './culture';
import { runBatch } from './dispatcher';
import { HostError, refusal } from './errors';
import { Faults } from './faults';
import type { BatchAnswer, BatchRequest } from './protocol';
import { DELAY_FOR_CELL_EDIT } from './protocol';
import { Session } from './session';

/** Excel on the web refuses larger requests and answers. */
const PAYLOAD_LIMIT = 5 * 1024 * 1024;

export interface HostOptions {
  /** Language of the data as Excel's `cultureInfo.name`; typed numbers and dates are read in it. Default `ru-RU`. */
  readonly culture?: string;
  /** Brings formulas up to date; without one, they keep the values they have. */
  readonly calculator?: Calculator;
  /** The year of a typed day that names none; default this year. */
  readonly currentYear?: number;
}

/** Carries nothing out: for books whose formulas nobody looks at. */
const NO_CALCULATOR: Calculator = { recalculate: () => undefined };

/**
 * The part of Excel, played over a workbook model: answers the genuine client's batches, in Node and in a browser.
 * Batches are carried out one after another, in the order they came.
 */
export class Host {
  readonly cost = new Cost();
  readonly faults = new Faults();
  private readonly session: Session;
  private readonly listeners = new Set<() => void>();
  private queue: Promise<unknown> = Promise.resolve();

  constructor(
    readonly book: BookModel,
    options: HostOptions = {},
  ) {
    this.session = new Session(
      book,
      cultureOf(options.culture ?? 'ru-RU'),
      this.cost,
      options.calculator ?? NO_CALCULATOR,
      options.currentYear ?? new Date().getFullYear(),
    );
  }

  /** Answers the body of a `ProcessQuery` request with the body of its response; `flags` are the request's. */
  processBatch(bodyText: string, flags = 0): Promise<string> {
    const answer = this.queue.then(() => this.answer(bodyText, flags));
    this.queue = answer.catch(() => undefined);
    return answer;
  }

  /** Calls back after each batch that changed the book; gives a function that ends it. */
  onChange(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Recalculates and tells listeners after the book was changed from outside, e.g. by the grid. */
  bookEdited(): void {
    this.session.bookChanged();
    this.finish();
  }

  private async answer(bodyText: string, flags: number): Promise<string> {
    const request = JSON.parse(bodyText) as BatchRequest;
    if (isCleanup(request)) {
      this.cost.cleanups += 1;
      return JSON.stringify(runBatch(this.session, request, new Faults()));
    }
    const requestBytes = utf8Length(bodyText);
    this.cost.syncs += 1;
    this.cost.countRequest(requestBytes);
    const text = await this.carryOut(request, requestBytes, (flags & DELAY_FOR_CELL_EDIT) !== 0);
    this.cost.countResponse(utf8Length(text));
    if (this.faults.answerDelay > 0) await pause(this.faults.answerDelay);
    return text;
  }

  private async carryOut(request: BatchRequest, requestBytes: number, waits: boolean): Promise<string> {
    try {
      await this.faults.meetSync(this.book, waits);
      if (requestBytes > PAYLOAD_LIMIT) throw refusal('RequestPayloadSizeLimitExceeded');
      const text = JSON.stringify(runBatch(this.session, request, this.faults));
      this.finish();
      if (utf8Length(text) > PAYLOAD_LIMIT) throw refusal('ResponsePayloadSizeLimitExceeded');
      return text;
    } catch (error) {
      if (!(error instanceof HostError)) throw error;
      return JSON.stringify(refused(error));
    }
  }

  private finish(): void {
    if (!this.session.finishBatch()) return;
    for (const listener of this.listeners) listener();
  }
}

/** The answer to a batch that was refused as a whole. */
function refused(error: HostError): BatchAnswer {
  return {
    Results: [],
    Error: {
      Code: error.code,
      Message: error.message,
      Location: error.location ?? '',
      ActionIndex: -1,
      HttpStatusCode: error.httpStatus,
    },
  };
}

/** Whether the client only lets go of references: what `Excel.run` sends when it ends. */
function isCleanup(request: BatchRequest): boolean {
  return (
    request.Actions.some((action) => action.Name === '_RemoveReference') &&
    request.Actions.every((action) => action.ActionType === 1 || action.Name === '_RemoveReference')
  );
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
