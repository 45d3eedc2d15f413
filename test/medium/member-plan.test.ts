import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { INTERNAL_SECRET, nextDiscordId } from '../support/app.js';
import { Client } from '../support/client.js';
import type { Acknowledged } from '../support/discord.js';
import { aPlansStage, ROLES, type Payer, type PlansStage } from '../support/plans-stage.js';

/** 2026-01-07 and 2026-02-07, at noon. */
const [SINCE, UNTIL] = [1_767_787_200, 1_770_465_600];

let stage: PlansStage;
let nova: Payer;

beforeAll(async () => {
  stage = await aPlansStage();
  nova = await stage.payer();
  await nova.created(0, { start_date: SINCE, current_period_end: UNTIL });
});
afterAll(() => stage.close());

describe('GET /internal/users/{discord_id}/plan', () => {
  const planOf = (discordId: string, secret = INTERNAL_SECRET) =>
    new Client(stage.app.url, secret).get(`/internal/users/${discordId}/plan`);

  it('tells the backend what a member has', async () => {
    const { discord_id } = nova.user;
    expect(await planOf(discord_id)).toMatchObject({
      status: 200,
      body: {
        success: true,
        plan_found: true,
        discord_id,
        plan: 'basic',
        status: 'active',
        since: '2026-01-07T12:00:00.000Z',
        until: '2026-02-07T12:00:00.000Z',
        renews: true,
        source: 'stripe',
        roles: [ROLES.basic],
      },
    });
    expect((await planOf(nextDiscordId())).body).toMatchObject({ success: true, plan_found: false });
    expect(await planOf('nobody')).toMatchObject({ status: 422, body: { error: 'Validation failed' } });
  });

  it('is for holders of the secret, and for site admins over REST', async () => {
    expect((await planOf(nova.user.discord_id, 'another-secret-of-more-than-32-characters')).status).toBe(
      403,
    );
    const path = `/users/${nova.user.discord_id}/plan`;
    expect((await nova.user.get(path)).status).toBe(403);
    expect(await stage.siteAdmin.get(path)).toMatchObject({
      status: 200,
      body: { entitled: true, plan: 'basic' },
    });
    expect(await stage.siteAdmin.get(`/users/${nextDiscordId()}/plan`)).toMatchObject({
      status: 200,
      body: { entitled: false, plan: null, roles: [] },
    });
  });
});

describe('/premium', () => {
  const premium = async (userId: string): Promise<string | undefined> => {
    const answered = await stage.discord.control<Acknowledged>('POST', '/interactions/command', {
      guild_id: stage.guild.id,
      channel_id: stage.guild.channelId,
      user_id: userId,
      name: 'premium',
    });
    expect(answered.failed).toBeNull();
    return answered.data?.content;
  };

  it('shows the plan, since when, until when and what it gives', async () => {
    await nova.user.patch('/users/me', { email: 'nova@example.com' });
    const shown = await premium(nova.user.discord_id);
    expect(shown?.split('\n')).toEqual([
      '📧 Email: nova@example.com',
      expect.stringMatching(/^📅 Compte créé : <t:\d+:D>$/),
      '✅ Vous avez un abonnement actif !',
      '💎 Plan : **basic**',
      `🗓️ Depuis le <t:${String(SINCE)}:D>`,
      `🔁 Se renouvelle le <t:${String(UNTIL)}:D>`,
      `🎁 Rôles : <@&${ROLES.basic}>`,
    ]);
  });

  it('says when it ends, once it is cancelled', async () => {
    await nova.updated(1, { start_date: SINCE, current_period_end: UNTIL, cancel_at: UNTIL });
    expect(await premium(nova.user.discord_id)).toContain(`⏳ Se termine le <t:${String(UNTIL)}:D>`);
  });

  it('says so to who has no plan, and to who has no account, and makes none', async () => {
    const orion = await stage.payer();
    expect(await premium(orion.user.discord_id)).toContain("ℹ️ Vous n'avez pas d'abonnement.");
    const stranger = nextDiscordId();
    await stage.guild.admit(stranger, []);
    for (let time = 0; time < 2; time++) {
      expect(await premium(stranger)).toBe(
        `❌ Vous n'avez pas de compte sur le site.\nCréez-en un sur ${stage.app.config.publicUrl}`,
      );
    }
  });
});
