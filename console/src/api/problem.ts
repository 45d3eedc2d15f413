import type { components } from './schema.js';

type ProblemBody = components['schemas']['Problem'];
type FieldError = NonNullable<ProblemBody['errors']>[number];

/** A request that was refused, failed, or found no server: what a page can say about it. */
export class Problem extends Error {
  override readonly name = 'Problem';

  private constructor(
    /** HTTP's status; `null` when no answer came. */
    readonly status: number | null,
    readonly code: string | null,
    detail: string,
    /** By which the server's logs tell of this request. */
    readonly requestId: string | null,
    /** The fields that the server refuses, by their dotted paths. */
    readonly errors: readonly FieldError[] = [],
  ) {
    super(detail);
  }

  static ofAnswer(response: Response, body: Partial<ProblemBody> | undefined): Problem {
    const { code = null, detail = response.statusText, errors } = body ?? {};
    return new Problem(response.status, code, detail, response.headers.get('x-request-id'), errors);
  }

  /** What `fetch` threw: the server cannot be reached, or its answer broke off. */
  static ofFailure(cause: unknown): Problem {
    return new Problem(null, null, String(cause), null);
  }
}

/** Whether a change was refused because somebody else was faster. */
export const isOutdated = (error: unknown): boolean => error instanceof Problem && error.status === 412;
