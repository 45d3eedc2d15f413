/**
 * How fast and how large the Discord sandbox is, beside a bare Fastify and ws in the same run; what counts are the ratios.
 *
 *     npm run build -w sandbox && node bench/sandbox.mjs
 *
 * The load comes from this process, the sandbox is another: the aims of 1,000 requests and 5,000 events a second are for two cores.
 * SECONDS (2) is how long each is measured, CHECKED=1 has requests checked against Discord's OpenAPI description,
 * CPU_PROF=DIR writes the sandbox's CPU profile there.
 */
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { WebSocket } from 'ws';
import { call, memory, rate, start } from './support/load.mjs';

const MS = Number(process.env.SECONDS ?? 2) * 1_000;
const LISTENERS = 10;
const path = (file) => fileURLToPath(new URL(file, import.meta.url));

const floor = await start(path('support/floor.mjs'));
const sandbox = await startSandbox(process.env.CHECKED ? [] : ['--openapi', 'none']);
const rows = [];
try {
  await requests();
  await events();
} finally {
  floor.child.kill();
  sandbox.child.kill();
}
await once(sandbox.child, 'exit');
await size();
console.table(rows);

async function startSandbox(extra) {
  const profile = process.env.CPU_PROF ? ['--cpu-prof', `--cpu-prof-dir=${process.env.CPU_PROF}`] : [];
  const cli = path('../sandbox/dist/cli.js');
  const args = [cli, '--port', '0', '--no-rate-limits', ...extra];
  const { child, line } = await (profile.length > 0
    ? start(profile[0], [profile[1], ...args])
    : start(cli, args.slice(1)));
  const [, api, token] = /API (\S+?), token (\S+?)\)/.exec(line);
  const headers = { authorization: `Bot ${token}` };
  return {
    child,
    token,
    ws: api.replace(/^http(.*)\/api$/, 'ws$1'),
    rest: (method, to, body) => call(method, `${api}/v10${to}`, body, headers),
    control: async (method, to, body) =>
      JSON.parse((await call(method, `${api.replace(/api$/, 'sandbox')}${to}`, body)).text),
  };
}

/** Messages with an embed and buttons, as a bot posts and edits them, and what it reads. */
async function requests() {
  const bare = floor.line.trim().split(' ').at(-1);
  const body = message();
  const most = await rate(floor.child.pid, () => call('POST', `${bare}/message`, body), MS);
  note('requests, the floor', most, most);
  const guild = await sandbox.control('POST', '/guilds', community(0, 20));
  const messages = `/channels/${guild.channels[0].id}/messages`;
  const one = JSON.parse((await sandbox.rest('POST', messages, body)).text).id;
  const event = JSON.parse(
    (await sandbox.rest('POST', `/guilds/${guild.id}/scheduled-events`, scheduled())).text,
  );
  const work = {
    'POST message': () => sandbox.rest('POST', messages, body),
    'PATCH message': () => sandbox.rest('PATCH', `${messages}/${one}`, body),
    'GET member': () => sandbox.rest('GET', `/guilds/${guild.id}/members/${guild.owner_id}`),
    'PATCH scheduled event': (n) =>
      sandbox.rest('PATCH', `/guilds/${guild.id}/scheduled-events/${event.id}`, { name: `Raid ${n}` }),
  };
  for (const [name, act] of Object.entries(work)) note(name, await rate(sandbox.child.pid, act, MS), most);
}

/** Each message reaches all sessions. */
async function events() {
  const bare = floor.line.trim().split(' ').at(-1);
  await listen(bare.replace(/^http/, 'ws'));
  const most = await rate(floor.child.pid, () => call('POST', `${bare}/event`, message()), MS);
  note(`events to ${LISTENERS} sessions, the floor`, most, most, LISTENERS);
  const guild = await sandbox.control('POST', '/guilds', community(1, 20));
  const messages = `/channels/${guild.channels[0].id}/messages`;
  const count = await listen(sandbox.ws, identify());
  const got = await rate(sandbox.child.pid, () => sandbox.rest('POST', messages, message()), MS);
  if (count.events === 0) throw new Error('no event came');
  note(`events to ${LISTENERS} sessions`, got, most, LISTENERS);
}

async function listen(url, first) {
  const count = { events: 0 };
  for (let i = 0; i < LISTENERS; i += 1) {
    const socket = new WebSocket(`${url}/?v=10&encoding=json`);
    let ready = () => undefined;
    const isReady = new Promise((resolve) => (ready = resolve));
    socket.on('message', (data) => {
      // Reading is the client's work, not what is measured: the name of the dispatch is enough.
      if (data.includes('"MESSAGE_CREATE"')) count.events += 1;
      else if (data.includes('"READY"')) ready();
    });
    await once(socket, 'open');
    if (first === undefined) continue;
    socket.send(first);
    await isReady;
  }
  return count;
}

/** 1,000 servers of 100 members, and a bot that has received them all. */
async function size() {
  const fresh = await startSandbox([]);
  const before = memory(fresh.child.pid);
  for (let i = 0; i < 1_000; i += 1) await fresh.control('POST', '/guilds', community(i, 100));
  const socket = new WebSocket(`${fresh.ws}/?v=10&encoding=json`);
  await once(socket, 'open');
  socket.send(identify());
  let guilds = 0;
  await new Promise((resolve) => {
    socket.on('message', (data) => {
      if (data.includes('"GUILD_CREATE"')) guilds += 1;
      if (guilds === 1_000) resolve();
    });
  });
  const { now, most } = memory(fresh.child.pid);
  rows.push({ what: 'empty', MB: before.now });
  rows.push({
    what: '1,000 guilds of 100, a bot connected',
    MB: now,
    'of empty': ratio(now / before.now),
  });
  rows.push({ what: 'the same at most', MB: most, 'of empty': ratio(most / before.now) });
  socket.terminate();
  fresh.child.kill();
}

function note(what, got, most, times = 1) {
  rows.push({
    what,
    'a second': Math.round(got.perSecond * times),
    'of the floor': ratio(got.perSecond / most.perSecond),
    'a second of the processor': Math.round(got.perProcessorSecond * times),
    'of the floor’s': ratio(got.perProcessorSecond / most.perProcessorSecond),
  });
}

function ratio(value) {
  return Number(value.toFixed(2));
}

function identify() {
  return JSON.stringify({ op: 2, d: { token: sandbox.token, intents: 53_608_447, properties: {} } });
}

function community(number, people) {
  return {
    name: `Server ${number}`,
    members: Array.from({ length: people }, (_, i) => ({ username: `member ${number} ${i}` })),
    roles: [{ name: 'Pilot' }, { name: 'Medic' }],
    channels: [
      { name: 'events', type: 0 },
      { name: 'Bridge', type: 2 },
    ],
  };
}

function message() {
  return {
    content: 'Who comes?',
    embeds: [
      {
        title: 'Raid',
        description: 'x'.repeat(300),
        fields: [{ name: 'Pilot', value: '0/2', inline: true }],
      },
    ],
    components: [
      { type: 1, components: ['a', 'b', 'c'].map((id) => ({ type: 2, style: 1, label: id, custom_id: id })) },
    ],
  };
}

function scheduled() {
  const at = (hours) => new Date(Date.now() + hours * 3_600_000).toISOString();
  return {
    name: 'Raid',
    privacy_level: 2,
    entity_type: 3,
    entity_metadata: { location: 'Stanton' },
    scheduled_start_time: at(1),
    scheduled_end_time: at(2),
  };
}
