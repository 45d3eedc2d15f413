/** How a rule was broken. Doors translate it (HTTP status, Discord answer); rules never mention either. */
export type ErrorKind =
  'invalid' | 'unauthenticated' | 'forbidden' | 'not_found' | 'conflict' | 'outdated' | 'unavailable';

/** One field of an input that breaks a rule. `field` is a dotted path such as `roles.0.capacity`. */
export interface FieldError {
  readonly field: string;
  readonly message: string;
}

/** A broken business rule: a stable `code` for programs, a `message` for people. */
export class DomainError extends Error {
  override readonly name = 'DomainError';

  constructor(
    readonly kind: ErrorKind,
    /** Stable, `snake_case`, part of the public contract of the error. */
    readonly code: string,
    message: string,
    readonly errors: readonly FieldError[] = [],
  ) {
    super(message);
  }
}

/** The thing does not exist, or the actor may not know that it does. */
export const notFound = (what: string): DomainError =>
  new DomainError('not_found', `${what}_not_found`, `No such ${what.replaceAll('_', ' ')}.`);

/**
 * Does work on what a thing belongs to: where that is hidden, the thing is answered like one that is not there, so that nothing can be
 * told from the difference. @throws what the work throws
 */
export async function hiddenAs<T>(what: string, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw error instanceof DomainError && error.kind === 'not_found' ? notFound(what) : error;
  }
}

/** The actor is known but may not do this. */
export const forbidden = (message: string, code = 'forbidden'): DomainError =>
  new DomainError('forbidden', code, message);

/** The object's present state does not allow this. */
export const conflict = (code: string, message: string): DomainError =>
  new DomainError('conflict', code, message);

/** Somebody else has changed the thing since the editor saw it. */
export const outdated = (what: string): DomainError =>
  new DomainError(
    'outdated',
    'revision_changed',
    `The ${what} has been changed since: read it again and repeat your edit.`,
  );

/** The input breaks a rule that only the domain knows. */
export const invalid = (errors: readonly FieldError[]): DomainError =>
  new DomainError('invalid', 'validation_failed', 'The request has invalid fields.', errors);

/** No one is signed in, or the proof of it is not good. */
export const unauthenticated = (message: string): DomainError =>
  new DomainError('unauthenticated', 'unauthenticated', message);

/** A part that is needed for this does not answer. The same request may work later. */
export const unavailable = (message: string): DomainError =>
  new DomainError('unavailable', 'unavailable', message);
