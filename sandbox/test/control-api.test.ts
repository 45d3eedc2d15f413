import { Ajv2020 } from 'ajv/dist/2020.js';
import { fastify } from 'fastify';
import openapiTypes, { astToString } from 'openapi-typescript';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSandbox, SandboxRefusal, type Sandbox, type SandboxClient } from '../src/index.js';
import { controlRoutes } from '../src/control/routes.js';
import { controlDocument, OPERATIONS } from '../src/control/description/document.js';
import { ALL_INTENTS } from '../src/rules/application-flags.js';
import { rest } from './support/http.js';
import { RawBot } from './support/raw-bot.js';
import { RawClient } from './support/raw-client.js';

const HEAD = `// Made from the description of the control calls; not to be edited. To make it anew:
// npx vitest run sandbox/test/control-api.test.ts --update
`;
const HOUR = 3_600_000;
/** For how long the listening bot reads nothing when a call is made. */
const BUSY_MS = 20;

describe('the description of the control calls', () => {
  it('is what the types of the client were made from', async () => {
    const used = new Set<string>();
    const types = await openapiTypes(JSON.stringify(controlDocument('0')), {
      transform(schema) {
        const name = (schema as { 'x-discord-type'?: string })['x-discord-type'];
        if (name === undefined) return undefined;
        used.add(name);
        return ts.factory.createTypeReferenceNode(name);
      },
    });
    const names = [...used].sort().map((name) => `  ${name},\n`);
    const imports = `import type {\n${names.join('')}} from 'discord-api-types/v10';\n\n`;
    await expect(HEAD + imports + astToString(types)).toMatchFileSnapshot('../src/client/operations.ts');
  });
});

it('describes every control call there is, and no other', async () => {
  const sandbox = await createSandbox({ openapi: null });
  const routes = new Set<string>();
  const app = fastify();
  app.addHook('onRoute', ({ method, url }) => {
    if (method !== 'HEAD') routes.add(`${String(method)} ${url.replace(/:(\w+)/g, '{$1}')}`);
  });
  controlRoutes(app, sandbox.context, () => undefined);
  routes.delete('GET /openapi.json');
  expect([...routes].sort()).toEqual(Object.keys(OPERATIONS).sort());
  await sandbox.close();
});

describe('the client', () => {
  let sandbox: Sandbox;
  let client: SandboxClient;
  const called = new Set<string>();
  /** A bot that hears everything, and how many dispatches there were for it. */
  let listener: RawClient | undefined;
  let dispatched = 0;
  let check: (call: string, value: unknown) => unknown;

  beforeAll(async () => {
    sandbox = await createSandbox({ openapi: null, rateLimits: { enabled: false } });
    const document: unknown = await (await fetch(`${sandbox.url}/sandbox/openapi.json`)).json();
    const ajv = new Ajv2020({ strict: false, validateFormats: false });
    ajv.addSchema(document as object, 'control');
    check = (call, value) => {
      const [method = '', path = ''] = call.split(' ');
      const pointer = encodeURIComponent(path.replaceAll('/', '~1'));
      const status = OPERATIONS[call]?.status ?? 200;
      const schema = ajv.getSchema(
        `control#/paths/${pointer}/${method.toLowerCase()}/responses/${status}/content/application~1json/schema`,
      );
      return schema?.(value) === true ? null : (schema?.errors ?? 'no schema');
    };
    // Every method as it is, with its answer checked.
    const calls = Object.entries(OPERATIONS).map(([call, { id }]) => [
      id,
      async (input: unknown) => {
        const method = sandbox.client[id as keyof SandboxClient] as (input: unknown) => Promise<unknown>;
        const busy = !id.startsWith('read') && !id.startsWith('list') && id !== 'disturbGateway';
        if (busy) listener?.holdFor(BUSY_MS);
        const answer = await method(input);
        called.add(id);
        // What a call does the bot has heard of by then, however slow it is.
        if (busy) expect({ call, heard: heard() }).toEqual({ call, heard: dispatched });
        expect({ call, faults: check(call, answer) }).toEqual({ call, faults: null });
        return answer;
      },
    ]);
    client = Object.fromEntries(calls) as SandboxClient;
  });
  afterAll(async () => {
    await sandbox.close();
  });

  it('makes every call there is, and each answer is as described', async () => {
    const guild = await client.makeGuild({
      name: 'Crew',
      members: [{ username: 'ada' }, { username: 'bob', roles: ['Pilot'] }],
      roles: [{ name: 'Pilot' }],
      channels: [{ name: 'general' }, { name: 'Bridge', type: 2 }],
    });
    const guildId = guild.id;
    const of = { guild_id: guildId };
    const [ada = '', bob = ''] = guild.members.map(({ user }) => user.id);
    const [channelId = '', voice = ''] = guild.channels.map(({ id }) => id);
    expect(await client.listGuilds()).toContainEqual({ id: guildId, name: 'Crew', owner_id: ada });
    const bot = await RawBot.start(sandbox);
    listener = await RawClient.identified(sandbox, { intents: ALL_INTENTS });
    await listener.settle();
    dispatched = heard();
    sandbox.context.bus.subscribe(({ kind }) => {
      if (kind === 'dispatch') dispatched += 1;
    });

    await client.putMember({ ...of, user_id: '200000000000000001', username: 'carl', roles: ['Pilot'] });
    await client.enterVoice({ ...of, user_id: bob, channel_id: voice, self_mute: true });
    await client.leaveVoice({ ...of, user_id: bob });
    expect(await client.changeUser({ user_id: bob, status: 'idle' })).toMatchObject({ status: 'idle' });
    await client.listDirectMessages({ user_id: bob });
    await client.beginOutage({ ...of });
    await client.endOutage({ ...of });

    const event = await client.makeScheduledEvent({
      ...{ ...of, user_id: ada, name: 'Raid', privacy_level: 2, entity_type: 3 },
      entity_metadata: { location: 'Stanton' },
      scheduled_start_time: new Date(Date.now() + HOUR).toISOString(),
      scheduled_end_time: new Date(Date.now() + 2 * HOUR).toISOString(),
    });
    await client.showInterest({ event_id: event.id, user_id: bob });
    await client.withdrawInterest({ event_id: event.id, user_id: bob });
    await client.changeScheduledEvent({ event_id: event.id, user_id: ada, status: 2 });

    const message = await client.writeMessage({ channel_id: channelId, user_id: bob, content: 'Hello' });
    const to = { message_id: message.id };
    await client.editMessage({ ...to, user_id: bob, content: 'Hello again' });
    await client.addReaction({ ...to, emoji: '👍', user_id: ada });
    await client.removeReaction({ ...to, emoji: '👍', user_id: ada });
    await client.pinMessage({ ...to, user_id: ada });
    await client.unpinMessage({ ...to, user_id: ada });
    await client.makeWebhook({ channel_id: channelId, user_id: ada, name: 'Herald' });
    const thread = await client.startThread({ channel_id: channelId, user_id: bob, name: 'Plan', ...to });
    const inside = { channel_id: thread.id, user_id: ada };
    await client.joinThread(inside);
    await client.leaveThread(inside);
    expect(await client.changeThread({ ...inside, name: 'Plans' })).toMatchObject({ name: 'Plans' });
    await client.deleteMessage({ ...to, user_id: bob });
    expect(await client.openDirectMessages({ user_id: bob })).toMatchObject({ type: 1 });
    await client.uploadFile({ filename: 'a.txt', data: 'aGVsbG8=' });

    expect(await client.makeSku({ name: 'Fuel', type: 3 })).toMatchObject({ slug: 'fuel' });
    const { id: crewPass } = await client.makeSku({ name: 'Crew pass', type: 5 });
    await client.subscribe({ user_id: ada, sku_id: crewPass });
    await client.cancelSubscription({ user_id: ada, sku_id: crewPass });
    await client.addBoost({ ...of, user_id: ada });
    await client.removeBoost({ ...of, user_id: ada });
    await client.setVanityUrl({ ...of, code: 'crew' });
    await client.putMember({ ...of, user_id: '200000000000000002', username: 'dora' });
    await client.removeMember({ ...of, user_id: '200000000000000002' });
    await client.askToJoin({ ...of, user_id: '200000000000000002' });
    await client.acceptInvite({ code: 'crew', user_id: '200000000000000002' });
    const poll = await rest<{ id: string }>(sandbox, 'POST', `/channels/${channelId}/messages`, {
      poll: {
        question: { text: 'When?' },
        answers: ['Today', 'Later'].map((text) => ({ poll_media: { text } })),
      },
    });
    const vote = { message_id: poll.body.id, answer_id: '1', user_id: bob };
    await client.addVote(vote);
    await client.removeVote(vote);

    await interactions(bot, { ...of, channel_id: channelId, user_id: bob });
    await client.listEphemerals({ user_id: bob });
    expect(await client.probeEndpoint()).toEqual({ verified: false });
    const location = await client.authorize({
      ...{ user_id: ada, redirect_uri: 'http://localhost/back', scope: 'identify', state: 'x' },
    });
    expect(location.location).toContain('state=x');

    await client.addFaults([
      { path: '/users/@me', status: 500 },
      { path: '/gateway', status: 500 },
    ]);
    await client.addFaults({ path: '/gateway', latency_ms: 1 });
    const [first] = await client.listFaults();
    expect(await client.removeFault({ fault_id: String(first?.id) })).toHaveLength(2);
    expect(await client.clearFaults()).toEqual([]);
    expect((await client.listRequests({ since: '1' })).length).toBeGreaterThan(0);
    expect(await client.readGateway()).toEqual({ connections: 2 });
    expect(await client.disturbGateway({ action: 'close', code: 4000 })).toEqual({ connections: 2 });
    const lost = listener;
    listener = await RawClient.open(sandbox);
    listener.resume(lost);
    await listener.dispatched('RESUMED');
    dispatched = heard();

    await client.readGuild({ ...of });
    await client.saveFixture({ name: 'crew', ...of });
    await client.removeMember({ ...of, user_id: bob });
    expect(await client.listFixtures()).toEqual(['crew']);
    const kept = await client.readFixture({ name: 'crew' });
    await client.loadFixture({ name: 'crew' });
    await client.deleteFixture({ name: 'crew' });
    await client.saveFixture({ name: 'again', ...kept });
    await client.removeBot({ ...of });
    expect(await client.loadFixture({ name: 'again' })).toMatchObject({ id: guildId });

    await client.moveClock({ advance_ms: HOUR });
    expect((await client.readClock()).ahead_ms).toBe(HOUR);
    await client.reset();
    expect(called).toEqual(new Set(Object.values(OPERATIONS).map(({ id }) => id)));
  });

  /** How many dispatches the listener has got. */
  function heard(): number {
    return listener?.names.length ?? 0;
  }

  async function interactions(
    bot: RawBot,
    place: { guild_id: string; channel_id: string; user_id: string },
  ): Promise<void> {
    const option = { type: 3, name: 'ship', description: 'Which?', autocomplete: true };
    await bot.register([{ name: 'fly', description: 'Fly', options: [option] }]);
    const offered = client.autocomplete({ ...place, name: 'fly', options: { ship: 'Id' }, focused: 'ship' });
    await bot.answer(await bot.interaction(), 8, { choices: [{ name: 'Idris', value: 'Idris' }] });
    expect(await offered).toMatchObject({ type: 8 });

    const used = client.useCommand({ ...place, name: 'fly', options: { ship: 'Idris' } });
    const button = { type: 1, components: [{ type: 2, style: 1, label: 'Go', custom_id: 'go' }] };
    await bot.answer(await bot.interaction(), 4, { content: 'Fly?', components: [button] });
    const { message, interaction_id } = await used;
    await client.readInteraction({ interaction_id });

    const by = { user_id: place.user_id };
    const clicked = client.useComponent({ ...by, message_id: message?.id ?? '', custom_id: 'go' });
    const input = { type: 4, custom_id: 'why', label: 'Why?', style: 1 };
    const components = [{ type: 1, components: [input] }];
    await bot.answer(await bot.interaction(), 9, { custom_id: 'form', title: 'Form', components });
    const opened = await clicked;
    const sent = client.submitModal({
      ...{ ...by, interaction_id: opened.interaction_id, custom_id: 'form', fields: { why: 'Because' } },
    });
    await bot.answer(await bot.interaction(), 4, { content: 'Thanks', flags: 64 });
    expect(await sent).toMatchObject({ message: { content: 'Thanks' }, failed: null });

    const launched = client.useCommand({ ...place, name: 'fly', options: { ship: 'Idris' } });
    await bot.answer(await bot.interaction(), 12);
    await launched;
    const [instance = ''] = [...sandbox.context.world.activities.values()].map((activity) => activity.id);
    const { users } = await client.joinActivity({ instance, ...by });
    expect(users).toEqual([place.user_id]);
    await client.leaveActivity({ instance, ...by });
  }

  it('throws what the sandbox refuses', async () => {
    const refused = client.readGuild({ guild_id: '1' });
    await expect(refused).rejects.toThrow(SandboxRefusal);
    await expect(refused).rejects.toMatchObject({ status: 404, body: { code: 10004 } });
    await expect(client.makeGuild({ name: '' })).rejects.toThrow('Must be between 1 and 100 in length.');
    await expect(client.readFixture({ name: '../x' })).rejects.toMatchObject({ status: 400 });
  });
});
