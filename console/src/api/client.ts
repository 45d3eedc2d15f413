import createClient from 'openapi-fetch';
import { Problem } from './problem.js';
import type { components, paths } from './schema.js';

/** The REST API, typed by its own description. The browser adds the session's cookie, and says that the page is ours. */
export const api = createClient<paths>({ baseUrl: '/' });

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
