import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { SignupsService } from '../../src/features/events/signups.service.js';
import type { EventWithRoster } from '../../src/features/events/rules/event-record.js';
import { startApp, type TestApp } from '../support/app.js';
import { startDiscord, type TestDiscord } from '../support/discord.js';
import { aScene } from '../support/scene.js';

const LANGUAGES = ['fr', 'en', 'fr', 'fr', 'en', 'fr'];

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

it('reads what a message shows once for each look, on however many servers', async () => {
  const scene = await aScene(app);
  for (const locale of LANGUAGES) {
    const guild = await discord.guild();
    await scene.register(guild);
    await scene.admin.patch(`/discord/guilds/${guild.id}`, { locale });
  }
  const peopleRead = vi.spyOn(app.verselink.app.get(SignupsService, { strict: false }), 'listShown');
  const timesRead = (id: string): number =>
    peopleRead.mock.calls.filter(([event]: [EventWithRoster]) => event.id === id).length;

  const { id } = await scene.event();
  await expect.poll(() => titlesOf(id)).toEqual(LANGUAGES.map(() => 'Night raid'));
  expect(timesRead(id)).toBe(1);

  await scene.admin.patch(`/events/${id}`, { title: 'Morning raid' });
  await expect.poll(() => titlesOf(id)).toEqual(LANGUAGES.map(() => 'Morning raid'));
  expect(timesRead(id)).toBe(2);

  /** What the servers show of it, once nothing more is to be done. */
  async function titlesOf(eventId: string): Promise<string[]> {
    const path = `/discord/events/events/${eventId}/discord`;
    const { body } = await scene.admin.get<{ name: string; sync_state: string }[]>(path);
    return body.filter(({ sync_state }) => sync_state === 'synced').map(({ name }) => name);
  }
});
