import { OPERATIONS } from '../control/description/document.js';
import type { operations } from './operations.js';

type Name = keyof operations;
/** A part of the input; `unknown`, which adds nothing, where there is none. */
type Part<T> = [NonNullable<T>] extends [never] ? unknown : NonNullable<T>;
type PathOf<One> = One extends { parameters: { path?: infer P } } ? Part<P> : unknown;
type QueryOf<One> = One extends { parameters: { query?: infer Q } } ? Part<Q> : unknown;
type BodyOf<One> = One extends { requestBody: { content: { 'application/json': infer B } } } ? B : unknown;
type InputOf<One> = PathOf<One> & QueryOf<One> & BodyOf<One>;
type ContentOf<Response> = Response extends { content: { 'application/json': infer A } } ? A : never;
type AnswerOf<One> = One extends { responses: infer R } ? ContentOf<R[keyof R & (200 | 201)]> : never;

/** One method for each control call. Fields of the path, the query and the body are given together. */
export type SandboxClient = {
  [One in Name]: unknown extends InputOf<operations[One]>
    ? () => Promise<AnswerOf<operations[One]>>
    : (input: InputOf<operations[One]>) => Promise<AnswerOf<operations[One]>>;
};

/** The sandbox has refused a control call. */
export class SandboxRefusal extends Error {
  override readonly name = 'SandboxRefusal';

  constructor(
    call: string,
    readonly status: number,
    /** In the form of Discord's errors. */
    readonly body: { message: string; code: number; errors?: unknown },
  ) {
    const { message, errors } = body;
    super(`${call}: ${status} ${message}${errors === undefined ? '' : ` ${JSON.stringify(errors)}`}`);
  }
}

type Input = Record<string, unknown>;

/** A client of the sandbox at an address, such as `http://127.0.0.1:4000`. */
export function connectTo(url: string): SandboxClient {
  const methods = Object.entries(OPERATIONS).map(([call, { id, query }]) => {
    const inQuery = Object.keys(query ?? {});
    return [id, async (input: Input = {}) => perform(url, call, input, inQuery)];
  });
  return Object.fromEntries(methods) as SandboxClient;
}

async function perform(url: string, call: string, input: Input, inQuery: string[]): Promise<unknown> {
  const [method = '', path = ''] = call.split(' ');
  const rest = Array.isArray(input) ? input : { ...input };
  const take = (name: string): string => {
    const value = String(input[name]);
    Reflect.deleteProperty(rest, name);
    return encodeURIComponent(value);
  };
  const place = path.replace(/\{(\w+)\}/g, (_, name: string) => take(name));
  const query = inQuery.filter((name) => name in input).map((name) => `${name}=${take(name)}`);
  const address = `${url}/sandbox${place}${query.length > 0 ? `?${query.join('&')}` : ''}`;
  const body = Object.keys(rest).length > 0 ? JSON.stringify(rest) : null;
  const headers = body === null ? {} : { 'content-type': 'application/json' };
  const response = await fetch(address, { method, headers, body });
  const answer: unknown = await response.json();
  if (!response.ok) throw new SandboxRefusal(call, response.status, answer as SandboxRefusal['body']);
  return answer;
}
