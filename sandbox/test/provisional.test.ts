import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSandbox, type GuildView, type Sandbox } from '../src/index.js';
import { makeGuild, rest, userNamed } from './support/http.js';

const BACK = 'http://127.0.0.1/back';

interface Tokens {
  access_token: string;
}

describe('a provisional account', () => {
  let sandbox: Sandbox;
  let guild: GuildView;

  beforeAll(async () => {
    sandbox = await createSandbox({ openapi: null, rateLimits: { enabled: false } });
    guild = await makeGuild(sandbox);
  });
  afterAll(async () => {
    await sandbox.close();
  });

  const player = { external_user_id: 'player-1' };
  const tokenOfPlayer = async (): Promise<string> =>
    (await rest<Tokens>(sandbox, 'POST', '/partner-sdk/token/bot', player)).body.access_token;
  const idOf = (token: string): string | undefined => sandbox.context.world.grants.get(token)?.user_id;
  /** Ada lets the application act for her, and brings the player's account along. */
  async function merge(token: string): Promise<Response> {
    const asked = {
      user_id: userNamed(guild, 'ada'),
      redirect_uri: BACK,
      scope: 'identify sdk.social_layer',
    };
    const { code } = await sandbox.client.authorize(asked);
    const form = {
      ...{ grant_type: 'authorization_code', code, redirect_uri: BACK },
      ...{ client_id: sandbox.applicationId, client_secret: sandbox.clientSecret },
      ...{ external_auth_type: 'DISCORD_BOT_ISSUED_ACCESS_TOKEN', external_auth_token: token },
    };
    return fetch(`${sandbox.apiUrl}/oauth2/token`, { method: 'POST', body: new URLSearchParams(form) });
  }

  it('becomes part of its user’s own, and a new one when it is taken out of it', async () => {
    const token = await tokenOfPlayer();
    const before = idOf(token);
    const { body: lobby } = await rest<{ id: string }>(sandbox, 'POST', '/lobbies', {
      members: [{ id: before }],
    });
    const merged = (await (await merge(token)).json()) as Tokens;
    const ada = userNamed(guild, 'ada');
    expect(idOf(merged.access_token)).toBe(ada);
    expect((await rest(sandbox, 'GET', `/lobbies/${lobby.id}`)).body).toMatchObject({
      members: [{ id: ada }],
    });
    expect(await tokenOfPlayer()).toBeUndefined();

    const unmerge = '/partner-sdk/provisional-accounts/unmerge/bot';
    expect((await rest(sandbox, 'POST', unmerge, player)).status).toBe(204);
    expect([idOf(token), idOf(merged.access_token)]).toEqual([undefined, undefined]);
    const after = idOf(await tokenOfPlayer());
    expect(after).toMatch(/^\d+$/);
    expect(after).not.toBe(before);
    expect((await rest(sandbox, 'POST', unmerge, player)).body).toMatchObject({ code: 50229 });
  });

  it('is not merged by a token of nobody', async () => {
    expect((await merge('x')).status).toBe(401);
  });
});
