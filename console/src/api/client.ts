import createClient from 'openapi-fetch';
import { Problem } from './problem.js';
import type { components, paths } from './schema.js';

/** The REST API, typed by its own description. The browser adds the session's cookie, and says that the page is ours. */
export const api = createClient<paths>({ baseUrl: '/' });

/** For what a route asks for: the page that is drawn a moment later does not ask again. */
export const A_MOMENT_MS = 3_000;

interface Answered<T> {
  readonly data?: T;
  readonly error?: unknown;
  readonly response: Response;
}

/**
 * What a request was answered with.
 * @throws Problem when it was refused, or not answered
 */
export async function answerOf<T>(request: Promise<Answered<T>>): Promise<T> {
  const { data, error, response } = await request.catch((cause: unknown) => {
    throw Problem.ofFailure(cause);
  });
  if (!response.ok) throw Problem.ofAnswer(response, error as Partial<components['schemas']['Problem']>);
  return data as T;
}

/** A page of a list that is answered as a plain array, with the next page in its `Link` header. @throws Problem as `answerOf` */
export async function pageOf<T>(
  request: Promise<Answered<T[]>>,
): Promise<{ readonly items: T[]; readonly next_cursor: string | null }> {
  const items = await answerOf(request);
  const [, next = null] =
    /<([^>]+)>; rel="next"/.exec((await request).response.headers.get('link') ?? '') ?? [];
  return {
    items,
    next_cursor: next === null ? null : new URL(next, location.href).searchParams.get('cursor'),
  };
}
