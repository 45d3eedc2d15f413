import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type TestApp } from '../support/app.js';
import { startDiscord, type TestDiscord } from '../support/discord.js';
import { eventually } from '../support/eventually.js';
import { aScene, mirrorsOf, type Scene } from '../support/scene.js';

const CREATE_EVENT = { method: 'POST', path: '/guilds/*/scheduled-events' } as const;
const CREATE_MESSAGE = { method: 'POST', path: '/channels/*/messages' } as const;

let discord: TestDiscord;
let app: TestApp;

beforeAll(async () => {
  discord = await startDiscord();
  app = await startApp({ run: 'api,worker', env: discord.env });
});

afterAll(async () => {
  await app.close();
  await discord.close();
});

/** Creates an event while Discord misbehaves, and says what Discord shows in the end. */
async function createWhile(...faults: readonly Record<string, unknown>[]) {
  const scene = await aScene(app);
  const guild = await discord.guild();
  await scene.register(guild);
  await untilSynced(scene, (await scene.event({ title: 'Before the trouble' })).id);
  await discord.faults(...faults);
  const event = await scene.event();
  const synced = () => untilSynced(scene, event.id);
  return { scene, guild, event, synced, shown: () => mirrorsOf(discord, guild, event.id) };
}

async function untilSynced(scene: Scene, eventId: string): Promise<void> {
  await eventually(async () => {
    const { body } = await scene.admin.get<object[]>(`/discord/events/events/${eventId}/discord`);
    expect(body).toMatchObject([{ sync_state: 'synced', last_error: null }]);
  }, 25_000);
}

describe('when Discord misbehaves, there is one scheduled event and one message', () => {
  it.each([
    ['the answer to the creation of the event is lost', [{ ...CREATE_EVENT, drop: 'after' }]],
    ['the answer to the posting of the message is lost', [{ ...CREATE_MESSAGE, drop: 'after' }]],
    [
      'the request is lost',
      [
        { ...CREATE_EVENT, drop: 'before' },
        { ...CREATE_MESSAGE, drop: 'before' },
      ],
    ],
    ['it answers 500 twice', [{ ...CREATE_EVENT, status: 500, times: 2 }]],
    ['it answers 429', [{ ...CREATE_EVENT, status: 429, retry_after: 1 }]],
    ['it answers 429 with a long wait', [{ ...CREATE_MESSAGE, status: 429, retry_after: 4 }]],
    ['it is slow', [{ ...CREATE_EVENT, latency_ms: 1_500 }]],
  ])(
    '%s',
    async (_what, faults) => {
      const { synced, shown } = await createWhile(...faults);
      await synced();
      const { events, messages } = await shown();
      expect([events.length, messages.length]).toEqual([1, 1]);
    },
    40_000,
  );
});

describe('when a person has to mend something', () => {
  it('says what, once, without trying again and again, and goes on when asked to', async () => {
    const { scene, guild, event, synced, shown } = await createWhile({
      ...CREATE_EVENT,
      status: 403,
      code: 50013,
      times: 99,
    });
    await eventually(async () => {
      const { body } = await scene.admin.get<object[]>(`/discord/events/events/${event.id}/discord`);
      expect(body).toMatchObject([
        { sync_state: 'failed', last_error: expect.stringContaining('50013') as string },
      ]);
    });
    const siteAdmin = await app.user({ site_admin: true });
    const { body: jobs } = await siteAdmin.get<{ id: string }[]>(
      `/discord/jobs?event_id=${event.id}&status=failed`,
    );
    expect(jobs).toMatchObject([
      { retry_count: 0, error_message: expect.stringContaining('50013') as string },
    ]);
    // The message does not need the missing permission, so it is there.
    expect((await shown()).messages).toHaveLength(1);

    await discord.control('DELETE', '/faults');
    const retried = await siteAdmin.post(`/discord/jobs/${jobs[0]?.id ?? ''}/retry`);
    expect(retried.status).toBe(200);
    await synced();
    expect((await mirrorsOf(discord, guild, event.id)).events).toHaveLength(1);
  }, 40_000);
});
