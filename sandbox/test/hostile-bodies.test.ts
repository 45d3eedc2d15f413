import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { createSandbox, type Sandbox } from '../src/index.js';
import { drive, type State, type Step } from './conformance/drive.js';
import { firstState, STEPS } from './conformance/steps.js';
import { channelNamed, makeGuild, rest } from './support/http.js';

/** What no description asks for, in the place of each part of a body. */
const HOSTILE: readonly unknown[] = [
  ...[null, true, -1, 1.5, 1e308, '', '\u0000', '\ud800', 'a'.repeat(7_000), '9999999-99-99'],
  ...['99999999999999999999999', [], {}, [null], { id: null }, ['x']],
];
/** Names that every object of JavaScript has. */
const INHERITED = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'];

let sandbox: Sandbox;
let state: State;

beforeAll(async () => {
  sandbox = await createSandbox({ rateLimits: { enabled: false }, checkAnswers: true });
  state = await firstState(sandbox);
});
afterAll(async () => {
  await sandbox.close();
});

it(
  'answers no body with a server’s error, whatever stands in any place of it',
  { timeout: 60_000 },
  async () => {
    const wrong: string[] = [];
    for (const step of STEPS) {
      for (const [body, status] of await hostileAnswers(step)) {
        if (status >= 500) wrong.push(`${step.op} ${status} ${body}`);
      }
      wrong.push(...(await faultsOfAnswers(step.op)));
      // What comes after it needs what it makes, if it still can.
      await drive(sandbox, state, {
        ...step,
        after: (answer, known) => attempt(() => step.after?.(answer, known)),
      });
    }
    expect(wrong).toEqual([]);
  },
);

it('refuses a list of very many faults at once', { timeout: 20_000 }, async () => {
  const guild = await makeGuild(sandbox);
  const path = `/channels/${channelNamed(guild, 'events')}/messages`;
  const started = performance.now();
  const answer = await rest(sandbox, 'POST', path, { content: 'x', embeds: Array(100_000).fill(1) });
  expect(answer.status).toBe(400);
  // It took twenty seconds while every fault was looked for.
  expect(performance.now() - started).toBeLessThan(5_000);
  const { requests } = sandbox.context.rest;
  await vi.waitFor(() => expect(requests.since({}).at(-1)?.faults).toHaveLength(1), 10_000);
});

/** Sends a step's body with one hostile part each time; gives what was sent and the answer's status. */
async function hostileAnswers(step: Step): Promise<[string, number][]> {
  const isMeant = (step.status ?? 200) < 400 && !step.op.startsWith('DELETE');
  if (!isMeant || step.body === undefined || step.form || step.upload) return [];
  await step.before?.(state, sandbox);
  const { op, query, with: given, auth, headers } = step;
  const bare = {
    op,
    ...(query && { query }),
    ...(given && { with: given }),
    ...(auth && { auth }),
    ...(headers && { headers }),
  };
  const answers: [string, number][] = [];
  for (const body of spoilt(step.body)) {
    answers.push([JSON.stringify(body).slice(0, 200), await drive(sandbox, state, { ...bare, body })]);
  }
  return answers;
}

/** A body with each of its parts replaced in turn, left out, or joined by one whose name every object has. */
function* spoilt(value: unknown): Generator {
  yield* HOSTILE;
  if (Array.isArray(value)) {
    for (const [i, inner] of value.entries()) for (const bad of spoilt(inner)) yield value.with(i, bad);
  } else if (typeof value === 'object' && value !== null) {
    for (const name of INHERITED) yield Object.fromEntries([...Object.entries(value), [name, { x: 1 }]]);
    for (const [name, inner] of Object.entries(value)) {
      yield { ...value, [name]: undefined };
      for (const bad of spoilt(inner)) yield { ...value, [name]: bad };
    }
  }
}

/** What Discord's description finds wrong in the answers, where it is at hand. */
async function faultsOfAnswers(operation: string): Promise<string[]> {
  const { requests } = sandbox.context.rest;
  await vi.waitFor(() => expect(requests.since({}).every(({ status }) => status > 0)).toBe(true));
  const faults = requests.since({}).flatMap((entry) => entry.answer_faults);
  requests.clear();
  return [...new Set(faults)].map((fault) => `${operation} ${fault}`);
}

function attempt(act: () => void): void {
  try {
    act();
  } catch {
    // An answer without what was to be kept of it.
  }
}
