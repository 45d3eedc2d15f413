import type { Sandbox } from '../../src/index.js';

/** What the steps know by now: ids by the name of the path parameter that they fill. */
export type State = Record<string, string>;

/** One call of an operation, and what its answer must be. */
export interface Step {
  /** As Discord's description names it: `POST /channels/{channel_id}/messages`. */
  op: string;
  /** Path parameters that differ from the state's: another name of the state, or the text itself. */
  with?: Record<string, string>;
  query?: string;
  body?: unknown;
  /** The answer's status; 200 unless told. */
  status?: number;
  /** Why it is refused, where nothing else can be had of the operation. */
  why?: string;
  /** Under which name to keep the `id` of the answer. */
  keep?: string;
  /** Sent as a form instead of JSON. */
  form?: boolean;
  /** Sent as a multipart form, the body as its fields beside this file. */
  upload?: { field: string; filename: string; type: string; data: Buffer };
  auth?: 'bot' | 'bearer' | 'none';
  headers?: Record<string, string>;
  /** What must have happened before. */
  before?: (state: State, sandbox: Sandbox) => Promise<void> | void;
  /** What else the answer is for. */
  after?: (answer: Record<string, unknown>, state: State) => void;
}

/** Texts `$name` inside a body stand for what the state holds under that name. */
function filled(value: unknown, state: State): unknown {
  const text = JSON.stringify(value).replace(/\$(\w+)/g, (_, name: string) => state[name] ?? `no ${name}`);
  return JSON.parse(text) as unknown;
}

/** Makes a step's call; gives the status of the answer. */
export async function drive(sandbox: Sandbox, state: State, step: Step): Promise<number> {
  await step.before?.(state, sandbox);
  const [method = '', route = ''] = step.op.split(' ');
  const path = route.replace(/\{(\w+)\}/g, (_, name: string) => {
    const wanted = step.with?.[name] ?? name;
    return encodeURIComponent(state[wanted] ?? wanted).replaceAll('%40', '@');
  });
  const query = step.query === undefined ? '' : `?${String(filled(step.query, state))}`;
  const body = step.body === undefined ? null : filled(step.body, state);
  const response = await fetch(`${sandbox.apiUrl}/v10${path}${query}`, {
    method,
    headers: {
      ...authorization(sandbox, state, step.auth ?? 'bot'),
      ...(body === null || step.upload ? {} : { 'content-type': step.form ? FORM : 'application/json' }),
      ...step.headers,
    },
    ...sent(step, body),
  });
  const text = await response.text();
  const isJson = text !== '' && response.headers.get('content-type') === 'application/json';
  const answer = (isJson ? JSON.parse(text) : {}) as Record<string, unknown>;
  if (step.keep !== undefined) state[step.keep] = String(answer['id']);
  step.after?.(answer, state);
  return response.status;
}

function sent({ form, upload }: Step, body: unknown): { body?: string | FormData } {
  if (upload) {
    const fields = new FormData();
    for (const [name, value] of Object.entries((body ?? {}) as State)) fields.set(name, value);
    fields.set(upload.field, new Blob([new Uint8Array(upload.data)], { type: upload.type }), upload.filename);
    return { body: fields };
  }
  if (body === null) return {};
  return { body: form ? String(new URLSearchParams(body as State)) : JSON.stringify(body) };
}

const FORM = 'application/x-www-form-urlencoded';

function authorization(
  sandbox: Sandbox,
  state: State,
  auth: 'bot' | 'bearer' | 'none',
): Record<string, string> {
  if (auth === 'none') return {};
  return { authorization: auth === 'bot' ? `Bot ${sandbox.token}` : `Bearer ${state['access_token'] ?? ''}` };
}
