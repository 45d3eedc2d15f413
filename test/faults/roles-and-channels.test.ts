import { once } from 'node:events';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { startApp, type TestApp, type TestUser } from '../support/app.js';
import { openDatabases } from '../support/databases.js';
import { startDiscord, type TestDiscord } from '../support/discord.js';
import { startAppProcess, type Program } from '../support/process.js';
import { aRolesStage, type RolesStage } from '../support/roles-stage.js';

// Whatever happens between Discord and us at any step of what an event gives: afterwards there are exactly the right roles,
// channels and threads, with exactly the right people in them. Three workers. Wants `npm run build`.

const SOON = { timeout: 90_000, interval: 250 };
/** Long enough for all steps to be under way at once. */
const UNDER_WAY_MS = 6_000;
const SEND = 1n << 11n;
const KINDS: Readonly<Record<number, string>> = { 0: 'text', 2: 'voice', 4: 'category', 12: 'thread' };

type Act = 'publish' | 'sign up' | 'withdraw' | 'cancel';

/** What an event gives on a server: before anybody has a seat, and when Nova has one. */
interface Form {
  readonly settings: object;
  readonly empty: readonly string[];
  readonly seated: readonly string[];
}

/** One call to Discord, on a server of its own. */
interface Step {
  readonly what: string;
  readonly form: Form;
  /** The last one leads to the call. */
  readonly acts: readonly Act[];
  readonly call: (stage: RolesStage, idOf: (kind: string) => string) => Place['call'];
  readonly then: readonly string[];
  /** How many such calls come before it. */
  readonly after: number;
  /** How many such calls follow from the last act, when nothing goes wrong. */
  readonly calls: number;
}

interface Place extends RolesStage {
  readonly step: Step;
  call: readonly [method: string, path: string];
  eventId: string;
}

const open = (who: string) => [`category Night raid${who}`, `text discussion${who}`, `voice Vocal${who}`];
const CHANNELS: Form = {
  settings: { auto_create_channels: true },
  empty: open(''),
  seated: open(' with Nova'),
};
const THREAD: Form = {
  settings: { auto_create_channels: true, channel_layout: 'thread' },
  empty: ['thread Night raid'],
  seated: ['thread Night raid with Nova'],
};
const OWN_ROLE: Form = {
  settings: { auto_manage_roles: true },
  empty: ['role Night raid'],
  seated: ['role Night raid with Nova'],
};
const MAPPED_ROLE: Form = { settings: {}, empty: ['role Raiders'], seated: ['role Raiders with Nova'] };
const deletedAfterwards = (form: Form): Form => ({
  ...form,
  settings: { ...form.settings, channel_retention_days: 0 },
});

const anyChannel: Step['call'] = ({ guild }) => ['POST', `/guilds/${guild.id}/channels`];
const one = (method: string, kind: string): Step['call'] => {
  return (_place, idOf) => [method, `/channels/${idOf(kind)}`];
};
const inThread = (method: string): Step['call'] => {
  return ({ nova }, idOf) => [method, `/channels/${idOf('thread')}/thread-members/${nova.discord_id}`];
};
const ofMember = (method: string): Step['call'] => {
  return ({ guild, nova, roleId }) => [
    method,
    `/guilds/${guild.id}/members/${nova.discord_id}/roles/${roleId}`,
  ];
};
const ofRoles = (method: string): Step['call'] => {
  return ({ guild }) => [method, `/guilds/${guild.id}/roles`];
};
const step = (
  what: string,
  form: Form,
  acts: readonly Act[],
  call: Step['call'],
  then: readonly string[],
  { after = 0, calls = 1 } = {},
): Step => ({ what, form, acts, call, then, after, calls });

const STEPS: readonly Step[] = [
  step('a category is made', CHANNELS, ['publish'], anyChannel, CHANNELS.empty, { calls: 3 }),
  step('a voice channel is made', CHANNELS, ['publish'], anyChannel, CHANNELS.empty, { after: 2, calls: 3 }),
  step('somebody is let in', CHANNELS, ['publish', 'sign up'], one('PATCH', 'text'), CHANNELS.seated),
  step(
    'somebody is shut out',
    CHANNELS,
    ['publish', 'sign up', 'withdraw'],
    one('PATCH', 'voice'),
    CHANNELS.empty,
  ),
  step('channels are archived', CHANNELS, ['publish', 'sign up', 'cancel'], one('PATCH', 'text'), [
    'category Night raid with Nova, read-only',
    'text discussion with Nova, read-only',
  ]),
  step('channels are deleted', deletedAfterwards(CHANNELS), ['publish', 'cancel'], one('DELETE', 'text'), []),
  step(
    'a thread is made',
    THREAD,
    ['publish'],
    ({ guild }) => ['POST', `/channels/${guild.channelId}/threads`],
    THREAD.empty,
  ),
  step('somebody is let into it', THREAD, ['publish', 'sign up'], inThread('PUT'), THREAD.seated),
  step(
    'somebody is put out of it',
    THREAD,
    ['publish', 'sign up', 'withdraw'],
    inThread('DELETE'),
    THREAD.empty,
  ),
  step('a thread is locked', THREAD, ['publish', 'sign up', 'cancel'], one('PATCH', 'thread'), [
    'thread Night raid with Nova, read-only',
  ]),
  step('a thread is deleted', deletedAfterwards(THREAD), ['publish', 'cancel'], one('DELETE', 'thread'), []),
  step('a role is made', OWN_ROLE, ['publish'], ofRoles('POST'), OWN_ROLE.empty),
  step('a role is deleted', OWN_ROLE, ['publish', 'cancel'], ofRoles('DELETE'), []),
  step('a role is given', MAPPED_ROLE, ['publish', 'sign up'], ofMember('PUT'), MAPPED_ROLE.seated),
  step(
    'a role is taken',
    MAPPED_ROLE,
    ['publish', 'sign up', 'withdraw'],
    ofMember('DELETE'),
    MAPPED_ROLE.empty,
  ),
];

let discord: TestDiscord;
let databases: Awaited<ReturnType<typeof openDatabases>>;
let api: TestApp;
let root: TestUser;
let workers: Program[] = [];

beforeEach(() => discord.control('DELETE', '/faults'));
beforeAll(async () => {
  discord = await startDiscord({ rateLimits: { enabled: false } });
  databases = await openDatabases();
  api = await startApp({ run: 'api', env: discord.env, databases });
  root = await api.user({ site_admin: true });
  startWorkers();
});
afterAll(async () => {
  await killWorkers();
  await api.close();
  await discord.close();
  await databases.drop();
});

it('all at once: there is one of each, by one call', async () => {
  const places = await prepare();
  const before = (await discord.requests()).length;
  await lastActs(places);
  // Every edit has all of it looked at again.
  for (let time = 0; time < 2; time++)
    await Promise.all(
      places.map(({ scene, eventId }) =>
        scene.admin.patch(`/events/${eventId}`, { description: `A raid, told ${time} times.` }),
      ),
    );
  await everythingIsRight(places);
  const requests = (await discord.requests()).slice(before);
  const counts = places.map(({ step: at, call: [method, path] }) => [
    at.what,
    requests.filter((request) => request.method === method && request.path.includes(path)).length,
  ]);
  expect(counts).toEqual(places.map(({ step: at }) => [at.what, at.calls]));
}, 120_000);

it('when a call does not arrive, its answer is lost, Discord fails, and says to wait', async () => {
  const places = await prepare();
  const wait = { status: 429, retry_after: 0.2 };
  await trouble(places, { drop: 'before' }, { status: 500 }, wait, { drop: 'after' });
  await lastActs(places);
  await everythingIsRight(places);
  expect(await discord.control('GET', '/faults')).toEqual([]);
}, 120_000);

it('when every worker is killed before it hears what Discord has done', async () => {
  const places = await prepare();
  await trouble(places, { latency_ms: UNDER_WAY_MS });
  await lastActs(places);
  await expect.poll(() => discord.control('GET', '/faults'), { ...SOON, interval: 20 }).toEqual([]);
  await killWorkers();
  startWorkers();
  await everythingIsRight(places);
}, 180_000);

/** A server for each step, on which everything is done but the last act. */
async function prepare(): Promise<Place[]> {
  const places = await Promise.all(STEPS.map(prepareOne));
  await expect
    .poll(() => linesOfAll(places), SOON)
    .toEqual(places.map(({ step: at }) => [at.what, ...linesBefore(at)]));
  await expect.poll(openJobs, SOON).toBe(0);
  for (const place of places) {
    const made = await madeOn(place);
    place.call = place.step.call(place, (kind) => made.find(({ line }) => line.startsWith(kind))?.id ?? '');
  }
  return places;
}

async function prepareOne(at: Step): Promise<Place> {
  const settings = { ...at.form.settings, sync_enabled: false, reminder_enabled: false };
  const stage = await aRolesStage(api, discord, { settings });
  if (at.form === MAPPED_ROLE) await stage.map({});
  const place: Place = { ...stage, step: at, call: ['', ''], eventId: '' };
  for (const each of at.acts.slice(0, -1)) await act(place, each);
  return place;
}

function linesBefore({ form, acts }: Step): readonly string[] {
  const before = acts.at(-2);
  if (before === undefined) return form === MAPPED_ROLE ? form.empty : [];
  return before === 'sign up' ? form.seated : form.empty;
}

async function act(place: Place, what: Act | undefined): Promise<void> {
  const { scene, nova, eventId } = place;
  if (what === 'publish') place.eventId = (await scene.event()).id;
  else if (what === 'sign up') await nova.post(`/events/${eventId}/signups`, {});
  else if (what === 'withdraw') await nova.delete(`/events/${eventId}/signups/me`);
  else await scene.admin.post(`/events/${eventId}/cancel`);
}

/** What leads to the calls. */
async function lastActs(places: readonly Place[]): Promise<void> {
  await Promise.all(places.map(async (place) => act(place, place.step.acts.at(-1))));
}

/** These faults, one after the other, for the call of each step. */
async function trouble(places: readonly Place[], ...faults: readonly object[]): Promise<void> {
  for (const { call, step: at } of places) {
    const which = { method: call[0], path: call[1] };
    const before = at.after > 0 ? [{ ...which, latency_ms: 0, times: at.after }] : [];
    await discord.faults(...before, ...faults.map((fault) => ({ ...which, ...fault })));
  }
}

async function everythingIsRight(places: readonly Place[]): Promise<void> {
  const right = places.map(({ step: at }) => [at.what, ...at.then]);
  await expect.poll(() => linesOfAll(places), SOON).toEqual(right);
  await expect.poll(openJobs, SOON).toBe(0);
  expect(await linesOfAll(places)).toEqual(right);
}

async function openJobs(): Promise<number> {
  const lists = ['pending', 'processing'].map((status) =>
    root.get<object[]>(`/discord/jobs?status=${status}&limit=100`),
  );
  return (await Promise.all(lists)).flatMap(({ body }) => body).length;
}

async function linesOfAll(places: readonly Place[]): Promise<string[][]> {
  return Promise.all(
    places.map(async (place) => [place.step.what, ...(await madeOn(place)).map(({ line }) => line)]),
  );
}

interface Shown {
  readonly channels: readonly {
    readonly id: string;
    readonly name: string;
    readonly type: number;
    readonly permission_overwrites?: readonly { readonly id: string; readonly deny: string }[];
    readonly thread_metadata?: { readonly archived: boolean; readonly locked: boolean };
  }[];
  readonly roles: readonly { readonly id: string; readonly name: string }[];
}

/** What stands on a server beside its event channel, in words. */
async function madeOn(place: Place): Promise<{ readonly id: string; readonly line: string }[]> {
  const { guild, nova, roleId, step: at } = place;
  const { channels, roles } = await discord.control<Shown>('GET', `/guilds/${guild.id}`);
  const held = (await place.held(nova)) ?? [];
  const made = channels
    .filter(({ id }) => id !== guild.channelId)
    .map(async (channel) => {
      const { id, name, type, permission_overwrites: overwrites = [], thread_metadata: state } = channel;
      const inside = type === 12 ? await membersOf(id) : overwrites.map((overwrite) => overwrite.id);
      const denied = BigInt(overwrites.find((overwrite) => overwrite.id === guild.id)?.deny ?? 0);
      const isReadOnly = state === undefined ? (denied & SEND) !== 0n : state.archived && state.locked;
      const who = inside.includes(nova.discord_id) ? ' with Nova' : '';
      return { id, line: `${KINDS[type]} ${name}${who}${isReadOnly ? ', read-only' : ''}` };
    });
  const counted = roles.filter(
    ({ id, name }) => name === 'Night raid' || (at.form === MAPPED_ROLE && id === roleId),
  );
  const given = counted.map(({ id, name }) => ({
    id,
    line: `role ${name}${held.includes(id) ? ' with Nova' : ''}`,
  }));
  return [...(await Promise.all(made)), ...given].sort((a, b) => a.line.localeCompare(b.line));
}

async function membersOf(threadId: string): Promise<string[]> {
  const members = await discord.asBot<{ user_id: string }[]>('GET', `/channels/${threadId}/thread-members`);
  return members.map(({ user_id }) => user_id);
}

/** What was tried in vain is tried again soon. */
function startWorkers(): void {
  const policy = { backoff_ms: 200, max_backoff_ms: 200 };
  const policies = { create_channels: policy, archive_channels: policy, manage_roles: policy };
  const env = { ...discord.env, JOB_POLICIES: JSON.stringify(policies) };
  workers = [1, 2, 3].map(() => startAppProcess('worker', databases, env));
}

async function killWorkers(): Promise<void> {
  const exits = workers.map(({ child }) => once(child, 'exit'));
  for (const { child } of workers) child.kill('SIGKILL');
  await Promise.all(exits);
}
