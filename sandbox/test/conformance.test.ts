import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createSandbox, type RequestEntry, type Sandbox } from '../src/index.js';
import { drive, type State, type Step } from './conformance/drive.js';
import { UNREAD, WatchedDoor, withWholeQuery } from './conformance/queries.js';
import { firstState, STEPS } from './conformance/steps.js';

/** Served by Discord and by the sandbox, but absent from Discord's description. */
const UNDESCRIBED = [
  'POST /oauth2/token',
  'POST /oauth2/token/revoke',
  'POST /channels/{channel_id}/thread-members/@me',
  'GET /applications/{application_id}/skus',
  'PATCH /guilds/{guild_id}/members/@me/nick',
];
const HOW_TO_GET = `Skipped: no OpenAPI description of Discord at hand. Get it with
  curl -Lo ../shared/discord-openapi.json https://raw.githubusercontent.com/discord/discord-api-spec/main/specs/openapi.json
or tell where it is by DISCORD_OPENAPI.`;

describe('conformance with Discord’s OpenAPI description', () => {
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
    'drives every operation it has, and finds no fault in any request or answer',
    { tags: ['discord-openapi'], timeout: 60_000 },
    async (test) => {
      const { openapi, operations, requests } = sandbox.context.rest;
      if (!openapi) {
        console.log(HOW_TO_GET);
        test.skip();
        return;
      }
      const door = new WatchedDoor();
      await door.open(sandbox);
      const watched = { ...sandbox, apiUrl: `${door.url}/api` };
      const calls: Step[] = [];
      const results = [];
      for (const step of STEPS) {
        const status = await drive(watched, state, step);
        calls.push(step);
        results.push({ op: step.op, status, expected: step.status ?? 200 });
        const whole = withWholeQuery(step, openapi);
        if (!whole) continue;
        const answer = await drive(watched, state, whole);
        calls.push({ ...whole, status: answer });
      }
      await door.close();
      expect(results.filter((r) => r.status !== r.expected)).toEqual([]);
      // An answer is written down after it was sent.
      await vi.waitFor(() => expect(requests.since({})).toHaveLength(calls.length));
      expect(faultsOf(requests.since({}), calls)).toEqual([]);

      const driven = new Set(STEPS.map((step) => step.op));
      expect(operations.filter((op) => !driven.has(op))).toEqual([]);
      const described = openapi.operations();
      const queries = described.flatMap((op) => openapi.queryNames(op).map((name) => `${op}?${name}`));
      expect(queries.filter((query) => !door.read.has(query)).sort()).toEqual(Object.keys(UNREAD).sort());
      expect(operations.filter((op) => !described.includes(op) && !UNDESCRIBED.includes(op))).toEqual([]);
      const missing = described.filter((op) => !driven.has(op));
      expect(missing).toEqual([]);
      const refused = refusedOf(described);
      expect(refused.filter(({ why }) => why === '')).toEqual([]);
      const lines = refused.map(({ op, status, why }) => `  ${op}: ${status}, ${why}`);
      console.log(
        `Conformance: ${described.length - missing.length} of ${described.length} operations driven, ` +
          `${STEPS.length} calls. Always refused:\n${lines.join('\n')}`,
      );
    },
  );
});

/** The operations of which nothing but refusals can be had, and why. */
function refusedOf(operations: readonly string[]): { op: string; status: number; why: string }[] {
  return operations.flatMap((op) => {
    const steps = STEPS.filter((step) => step.op === op);
    const status = steps[0]?.status ?? 200;
    if (steps.some((step) => (step.status ?? 200) < 400)) return [];
    return [{ op, status, why: steps.find((step) => step.why !== undefined)?.why ?? '' }];
  });
}

/** What the description finds wrong. The requests that are meant to be refused may well be at fault. */
function faultsOf(entries: RequestEntry[], steps: Step[]): string[] {
  return entries.flatMap((entry, i) => {
    const meant = (steps[i]?.status ?? 200) < 400;
    const faults = [...(meant ? entry.faults : []), ...entry.answer_faults];
    return faults.map((fault) => `${entry.method} ${entry.route ?? entry.path} ${entry.status}: ${fault}`);
  });
}
