import { SubscriptionStatus, type APIEntitlement, type APISubscription } from 'discord-api-types/v10';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSandbox, type GuildView, type Sandbox } from '../src/index.js';
import { channelNamed, control, makeGuild, rest, userNamed } from './support/http.js';
import { RawBot } from './support/raw-bot.js';

const DAY = 86_400_000;

describe('of an application', () => {
  let sandbox: Sandbox;
  let guild: GuildView;
  let path: string;
  const sku: Record<string, string> = {};
  const bought: Record<string, string> = {};

  beforeAll(async () => {
    sandbox = await createSandbox({ openapi: null });
    guild = await makeGuild(sandbox);
    path = `/applications/${sandbox.applicationId}/entitlements`;
    for (const name of ['Fuel', 'Paint']) {
      const made = await control<{ id: string }>(sandbox, 'POST', '/skus', { name, type: 3 });
      sku[name] = made.body.id;
    }
    const ada = userNamed(guild, 'ada');
    await buy('ada fuel', { sku_id: sku['Fuel'], owner_id: ada, owner_type: 2 });
    await buy('ada paint', { sku_id: sku['Paint'], owner_id: ada, owner_type: 2 });
    await buy('crew paint', { sku_id: sku['Paint'], owner_id: guild.id, owner_type: 1 });
    await buy('returned', { sku_id: sku['Fuel'], owner_id: userNamed(guild, 'bob'), owner_type: 2 });
    await rest(sandbox, 'DELETE', `${path}/${bought['returned'] ?? ''}`);
    await buy('ended', { sku_id: sku['Fuel'], owner_id: userNamed(guild, 'bob'), owner_type: 2 });
    const { entitlements } = sandbox.context.world;
    const ended = entitlements.get(bought['ended'] ?? '');
    if (ended) entitlements.patch(ended, { ends_at: '2020-01-01T00:00:00+00:00' });
  });
  afterAll(async () => {
    await sandbox.close();
  });

  async function buy(name: string, body: object): Promise<void> {
    bought[name] = (await rest<{ id: string }>(sandbox, 'POST', path, body)).body.id;
  }

  it.each([
    ['', ['ada fuel', 'ada paint', 'crew paint', 'ended']],
    ['user_id=$ada', ['ada fuel', 'ada paint']],
    ['guild_id=$guild', ['crew paint']],
    ['sku_ids=$Fuel', ['ada fuel', 'ended']],
    ['sku_ids=$Fuel,$Paint&user_id=$ada', ['ada fuel', 'ada paint']],
    ['sku_ids=$Fuel&sku_ids=$Paint&user_id=$ada', ['ada fuel', 'ada paint']],
    ['before=$crew', ['ada fuel', 'ada paint']],
    ['after=$crew', ['ended']],
    ['limit=1', ['ada fuel']],
    ['exclude_ended=true', ['ada fuel', 'ada paint', 'crew paint']],
    ['exclude_deleted=false&sku_ids=$Fuel', ['ada fuel', 'returned', 'ended']],
    ['only_active=true&exclude_deleted=false&sku_ids=$Fuel', ['ada fuel']],
  ])('what it sells is listed as asked for by "%s"', async (query, names) => {
    const known: Record<string, string> = {
      ada: userNamed(guild, 'ada'),
      guild: guild.id,
      crew: bought['crew paint'] ?? '',
      ...sku,
    };
    const filled = query.replace(/\$(\w+)/g, (_, name: string) => known[name] ?? '');
    const { body } = await rest<{ id: string }[]>(sandbox, 'GET', `${path}?${filled}`);
    expect(body.map(({ id }) => Object.keys(bought).find((name) => bought[name] === id))).toEqual(names);
  });

  it('what was taken back is gone', async () => {
    const gone = await rest(sandbox, 'GET', `${path}/${bought['returned'] ?? ''}`);
    expect(gone).toMatchObject({ status: 404, body: { code: 10029 } });
  });

  it('a subscription is renewed until it is canceled, and ends with what it gave', async () => {
    const { client } = sandbox;
    const ofAda = { user_id: userNamed(guild, 'ada') };
    const { id: skuId } = await client.makeSku({ name: 'Crew', type: 5 });
    const of = { ...ofAda, sku_id: skuId };
    const bot = await RawBot.start(sandbox);
    const { id, entitlement_ids: entitlementIds } = await client.subscribe(of);
    const place = { channel_id: channelNamed(guild, 'events'), ...ofAda };
    await bot.register([{ name: 'ping', description: 'Is it there?' }]);
    const skusOf = async (): Promise<unknown> => {
      const used = client.useCommand({ ...place, name: 'ping' });
      const interaction = await bot.interaction();
      await bot.answer(interaction, 4, { content: 'Pong' });
      await used;
      return interaction['entitlement_sku_ids'];
    };
    expect(await skusOf()).toContain(skuId);

    const seen = async (): Promise<unknown[]> => {
      const subscription = `/skus/${skuId}/subscriptions/${id}`;
      const { body } = await rest<APISubscription>(sandbox, 'GET', subscription);
      const { body: entitlement } = await rest<APIEntitlement>(
        sandbox,
        'GET',
        `${path}/${entitlementIds[0] ?? ''}`,
      );
      const days = Date.parse(body.current_period_end) - Date.parse(entitlement.starts_at ?? '');
      return [body.status, Math.round(days / DAY), entitlement.ends_at === null];
    };
    const { Active, Ending, Inactive } = SubscriptionStatus;
    expect(await seen()).toEqual([Active, 30, true]);
    await client.moveClock({ advance_ms: 31 * DAY });
    expect(await seen()).toEqual([Active, 60, true]);
    await client.cancelSubscription(of);
    await client.subscribe(of);
    expect(await seen()).toEqual([Active, 60, true]);
    await client.cancelSubscription(of);
    expect(await seen()).toEqual([Ending, 60, true]);
    await client.moveClock({ advance_ms: 30 * DAY });
    expect(await seen()).toEqual([Inactive, 60, false]);
    expect(await skusOf()).not.toContain(skuId);

    await bot.client.settle();
    const told = bot.client.names.filter((name) => /^(SUBSCR|ENTITLE)/.test(name ?? ''));
    expect(told).toEqual([
      ...['SUBSCRIPTION_CREATE', 'ENTITLEMENT_CREATE', 'SUBSCRIPTION_UPDATE', 'SUBSCRIPTION_UPDATE'],
      ...['SUBSCRIPTION_UPDATE', 'SUBSCRIPTION_UPDATE', 'SUBSCRIPTION_UPDATE', 'ENTITLEMENT_UPDATE'],
    ]);
  });

  it('subscriptions are listed by their ids', async () => {
    const { client } = sandbox;
    const userId = userNamed(guild, 'bob');
    const { id: skuId } = await client.makeSku({ name: 'Lounge', type: 5 });
    const of = { user_id: userId, sku_id: skuId };
    const { id } = await client.subscribe({ ...of, guild_id: guild.id });
    const listed = async (query: string): Promise<string[]> => {
      const subscriptions = `/skus/${skuId}/subscriptions?user_id=${userId}&${query}`;
      return (await rest<APISubscription[]>(sandbox, 'GET', subscriptions)).body.map((one) => one.id);
    };
    expect([await listed('after=1'), await listed(`after=${id}`), await listed(`before=${id}`)]).toEqual([
      [id],
      [],
      [],
    ]);
    const foreign = `/skus/${skuId}/subscriptions/${id}?user_id=${userNamed(guild, 'ada')}`;
    expect((await rest(sandbox, 'GET', foreign)).status).toBe(404);
  });

  it('subscriptions are asked for by their user', async () => {
    const subscriptions = `/skus/${sku['Fuel'] ?? ''}/subscriptions`;
    expect((await rest(sandbox, 'GET', subscriptions)).status).toBe(400);
    expect((await rest(sandbox, 'GET', `${subscriptions}?user_id=1&limit=101`)).status).toBe(400);
    expect((await rest(sandbox, 'GET', `${subscriptions}?user_id=1`)).body).toEqual([]);
  });

  it('commands are listed without their translations unless these are asked for', async () => {
    const commands = `/applications/${sandbox.applicationId}/commands`;
    const option = { type: 3, name: 'which', description: 'Which', name_localizations: { fr: 'laquelle' } };
    const translated = { name_localizations: { fr: 'la-liste' } };
    const command = { name: 'list', description: 'Lists', ...translated, options: [option] };
    await rest(sandbox, 'PUT', commands, [command]);
    const [bare] = (await rest<object[]>(sandbox, 'GET', commands)).body;
    expect(JSON.stringify(bare)).not.toContain('localizations');
    const [whole] = (await rest<object[]>(sandbox, 'GET', `${commands}?with_localizations=true`)).body;
    expect(whole).toMatchObject({ ...translated, options: [option] });
  });
});
