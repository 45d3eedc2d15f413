import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { INTERNAL_SECRET, nextDiscordId, startApp, type TestApp } from '../support/app.js';
import { Client } from '../support/client.js';
import { startDiscord, type DiscordGuild, type TestDiscord } from '../support/discord.js';

const GUILD = '1394001780148535387';
const MAX = '1424149819185827954';
const BASIC = '1234567890123456789';
const ABOVE = '1424149819185827999';

let discord: TestDiscord;
let app: TestApp;
let backend: Client;
const french = nextDiscordId();
const closed = nextDiscordId();

beforeAll(async () => {
  discord = await startDiscord();
  await discord.control('POST', '/guilds', {
    id: GUILD,
    name: 'Main server',
    members: [
      { id: french, username: 'nova', locale: 'fr' },
      { id: closed, username: 'shy', dms_open: false },
    ],
    channels: [{ name: 'general', type: 0 }],
    roles: [
      { id: MAX, name: 'Moddy Max', position: 2 },
      { id: BASIC, name: 'Moddy Basic', position: 1 },
      { id: ABOVE, name: 'Owner', position: 99 },
    ],
  });
  app = await startApp({ run: 'bot', env: { ...discord.env, MAIN_GUILD_ID: GUILD } });
  backend = new Client(app.internalUrl, INTERNAL_SECRET);
});

afterAll(async () => {
  await app.close();
  await discord.close();
});

const rolesOf = async (userId: string): Promise<readonly string[]> => {
  const { members } = await discord.control<DiscordGuild>('GET', `/guilds/${GUILD}`);
  const member = members.find(({ user }) => user.id === userId) as
    { readonly roles?: readonly string[] } | undefined;
  return member?.roles ?? [];
};

it('accepts the bearer that the backend shows to the bot when it differs, and the secret as before', async () => {
  const token = 'another-bearer-for-the-bot-of-32-characters';
  const other = await startApp({ run: 'bot', env: { ...discord.env, DISCORD_BOT_API_TOKEN: token } });
  try {
    const ask = (bearer: string) =>
      new Client(other.internalUrl, bearer).post('/internal/roles/update', {
        discord_id: french,
        plan: 'max',
      });
    const unset = { status: 503, body: { detail: expect.stringContaining('MAIN_GUILD_ID') as string } };
    expect(await ask(token)).toMatchObject(unset);
    expect(await ask(INTERNAL_SECRET)).toMatchObject(unset);
    expect((await ask('neither-of-the-two-is-accepted-here')).status).toBe(403);
  } finally {
    await other.close();
  }
});

describe('POST /internal/notify', () => {
  it('sends the direct message of the examples and answers as they do', async () => {
    const answer = await backend.post('/internal/notify', {
      discord_id: french,
      action: 'subscription_created',
      plan: 'moddy_max',
      metadata: { customer_id: 'cus_ABC123', email: 'user@example.com', subscription_type: 'month' },
    });
    expect(answer).toMatchObject({ status: 200 });
    expect(answer.body).toEqual({
      success: true,
      message: 'User notified successfully',
      notification_sent: true,
    });
    const dms = await discord.control<{ content: string }[]>('GET', `/users/${french}/dms`);
    expect(dms.at(-1)?.content).toBe(
      "🎉 Votre abonnement moddy_max a été activé avec succès !\n\n📧 Email: user@example.com\n\nMerci d'utiliser Moddy ! 🤖",
    );
  });

  it('sends one message for a repeat with the same Idempotency-Key', async () => {
    const before = (await discord.control<object[]>('GET', `/users/${french}/dms`)).length;
    for (let time = 0; time < 2; time++) {
      const answer = await backend.raw('POST', '/internal/notify', {
        body: JSON.stringify({ discord_id: french, action: 'plan_downgraded', plan: 'moddy_basic' }),
        headers: { 'content-type': 'application/json', 'idempotency-key': 'change-1' },
      });
      expect(answer).toMatchObject({ status: 200, body: { notification_sent: true } });
    }
    expect(await discord.control<object[]>('GET', `/users/${french}/dms`)).toHaveLength(before + 1);
  });

  it('says so when the member takes no direct messages', async () => {
    const { status, body } = await backend.post('/internal/notify', {
      discord_id: closed,
      action: 'plan_upgraded',
    });
    expect([status, body]).toEqual([
      200,
      { success: true, message: 'User found but DM failed', notification_sent: false },
    ]);
  });

  it('says so when there is no such user', async () => {
    const { status, body } = await backend.post('/internal/notify', {
      discord_id: nextDiscordId(),
      action: 'plan_upgraded',
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({ success: false, notification_sent: false });
  });

  it.each([
    [{}],
    [{ discord_id: 'x', action: 'plan_upgraded' }],
    [{ discord_id: french, action: 'dance' }],
    [{ discord_id: { $gt: '' }, action: 'plan_upgraded' }],
    [{ discord_id: french, action: 'plan_upgraded', metadata: 'text' }],
    [{ discord_id: french, action: 'plan_upgraded', surprise: 1 }],
  ])('refuses %j', async (bad) => {
    const { status, body } = await backend.post<{ error: string; details: object[] }>(
      '/internal/notify',
      bad,
    );
    expect([status, body.error]).toEqual([422, 'Validation failed']);
    expect(body.details.length).toBeGreaterThan(0);
  });

  it('fails plainly, with nothing of the inside, when Discord is away', async () => {
    await discord.faults({ method: 'POST', path: '/users/@me/channels', status: 500, times: 1 });
    const { status, headers, body } = await backend.post('/internal/notify', {
      discord_id: french,
      action: 'plan_upgraded',
    });
    expect([status, body]).toEqual([503, { detail: 'Failed to notify user: Discord asks to wait' }]);
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
  });
});

it.each([
  ['/internal/notify', { action: 'plan_upgraded' }, { method: 'POST', path: '/channels/*/messages' }],
  ['/internal/roles/update', { add_roles: [MAX] }, { method: 'GET', path: '/guilds/*/members/*' }],
])(
  '%s answers 503 and says when to come again, when Discord asks to wait or is away',
  async (path, body, call) => {
    const ask = () => backend.post<{ detail?: string }>(path, { discord_id: french, ...body });
    await discord.faults({ ...call, status: 429, retry_after: 4, times: 1 });
    const limited = await ask();
    expect(limited).toMatchObject({
      status: 503,
      body: { detail: expect.stringContaining('Failed to') as string },
    });
    expect(Number(limited.headers.get('retry-after'))).toBeGreaterThanOrEqual(3);
    await discord.faults({ ...call, status: 502, times: 1 });
    const away = await ask();
    expect(away.status).toBe(503);
    expect(Number(away.headers.get('retry-after'))).toBeGreaterThan(0);
  },
);

describe('POST /internal/roles/update', () => {
  const update = (body: object) =>
    backend.post<object>('/internal/roles/update', { discord_id: french, ...body });

  it('gives and takes roles, idempotently', async () => {
    const first = await update({ plan: 'moddy_max', add_roles: [BASIC], remove_roles: [] });
    expect(first.body).toEqual({
      success: true,
      message: 'Roles updated successfully',
      roles_updated: true,
      guild_id: GUILD,
    });
    expect(await rolesOf(french)).toEqual([BASIC]);
    for (let time = 0; time < 2; time++) {
      const both = await update({ plan: 'moddy_max', add_roles: [MAX], remove_roles: [BASIC] });
      expect(both.body).toMatchObject({ roles_updated: true });
      expect(await rolesOf(french)).toEqual([MAX]);
    }
  });

  it('names each role that cannot be changed, and changes the others', async () => {
    const nothing = nextDiscordId();
    const { body } = await update({ add_roles: [BASIC, ABOVE, nothing] });
    expect(body).toMatchObject({
      success: true,
      roles_updated: false,
      failed_roles: [
        { role_id: ABOVE, reason: expect.any(String) as string },
        { role_id: nothing, reason: expect.any(String) as string },
      ],
    });
    expect(await rolesOf(french)).toContain(BASIC);
  });

  it('says so when the user is not a member', async () => {
    const { status, body } = await backend.post('/internal/roles/update', {
      discord_id: nextDiscordId(),
      add_roles: [MAX],
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({ success: false, roles_updated: false });
  });
});
