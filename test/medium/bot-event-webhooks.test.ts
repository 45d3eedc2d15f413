import { afterAll, beforeAll, expect, it } from 'vitest';
import { BOT_EVENT_TYPES } from '../../src/features/bot-events/rules/bot-event.js';
import { INTERNAL_SECRET, nextDiscordId } from '../support/app.js';
import { Client } from '../support/client.js';
import { eventually } from '../support/eventually.js';
import { startWebhooks, type WebhookScene } from '../support/webhooks.js';

let scene: WebhookScene;

beforeAll(async () => {
  scene = await startWebhooks();
});

afterAll(() => scene.close());

it.each(BOT_EVENT_TYPES)('a report of %s reaches whoever subscribed to it', async (eventType) => {
  const webhook = await scene.subscribe({ events: [eventType] });
  await new Client(scene.app.url, INTERNAL_SECRET).post('/internal/event/notify', {
    event_type: eventType,
    discord_id: nextDiscordId(),
  });
  await eventually(async () => {
    expect(await scene.deliveries(webhook, '?status=delivered')).toMatchObject([{ type: eventType }]);
  });
});

it('what the bot reports reaches the webhooks subscribed to it, once, and no others', async () => {
  const interested = await scene.subscribe({ events: ['member_joined'] });
  const other = await scene.subscribe({ events: ['member_left'] });
  const discordId = nextDiscordId();
  const body = {
    event_type: 'member_joined',
    discord_id: discordId,
    metadata: { guild_id: nextDiscordId() },
  };
  for (let time = 0; time < 2; time++) {
    const answer = await new Client(scene.app.url, INTERNAL_SECRET).raw('POST', '/internal/event/notify', {
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json', 'idempotency-key': `join-${discordId}` },
    });
    expect(answer.status).toBe(200);
  }
  await eventually(async () => {
    expect(await scene.deliveries(interested, '?status=delivered')).toHaveLength(1);
  });
  expect(await scene.deliveries(other, '')).toHaveLength(0);
});
