import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSandbox, type GuildView, type Sandbox } from '../src/index.js';
import { control, makeGuild, rest, userNamed } from './support/http.js';

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
