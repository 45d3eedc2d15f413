import { beforeEach, describe, expect, it } from 'vitest';
import { FaultStage, LONG, stageForAll } from '../support/fault-stage.js';
import { eventually } from '../support/eventually.js';
import type { TestGuild } from '../support/discord.js';

// What people do on Discord, and a gateway that comes and goes, while organizers and members go on.

const ACTS = LONG ? 60 : 25;
const ROUNDS = LONG ? 10 : 3;
const SEND_MESSAGES = String(1 << 11);

const stageNow = stageForAll(() => FaultStage.open(['api', 'bot', 'worker']));
let stage: FaultStage;
beforeEach(async () => {
  stage = stageNow();
  await stage.create(4);
  await stage.expectAllWell();
}, 180_000);

const aServer = (): TestGuild => {
  const [guild] = stage.guilds;
  if (guild === undefined) throw new Error('no server');
  return guild;
};
async function shownOf(guild: TestGuild, eventId: string) {
  const { events, messages } = await stage.shownOn(guild);
  const event = events.find(({ description }) => description?.includes(eventId));
  const message = messages.find(({ components }) => JSON.stringify(components).includes(eventId));
  return { path: `/guilds/${guild.id}/scheduled-events/${event?.id ?? ''}`, messageId: message?.id ?? '' };
}

describe('in the end each event is shown once on each server', { timeout: 900_000 }, () => {
  // First, while there is little to show anew on the server.
  it('when the bot is kicked and invited again', async () => {
    const guild = aServer();
    await stage.discord.control('DELETE', `/guilds/${guild.id}`);
    await stage.play(ACTS);
    await stage.discord.control('POST', '/guilds', {
      id: guild.id,
      name: 'Test server',
      owner_id: guild.ownerId,
      members: [
        { id: guild.ownerId, username: 'owner' },
        ...guild.memberIds.map((id) => ({ id, username: 'pilot', locale: 'fr' })),
      ],
      channels: [{ id: guild.channelId, name: 'events', type: 0 }],
      roles: [],
    });
    await stage.expectAllWell();
  });

  it('when people rename, start, end and delete what it shows, and ask for it anew', async () => {
    const guild = aServer();
    const [renamed = '', started = '', deleted = '', unposted = ''] = stage.openIds.slice(-4);
    await stage.discord.asBot('PATCH', (await shownOf(guild, renamed)).path, { name: 'Renamed by hand' });
    const running = (await shownOf(guild, started)).path;
    await stage.discord.asBot('PATCH', running, { status: 2 });
    await stage.discord.asBot('PATCH', running, { status: 3 });
    await stage.discord.asBot('DELETE', (await shownOf(guild, deleted)).path);
    const { messageId } = await shownOf(guild, unposted);
    await stage.discord.asBot('DELETE', `/channels/${guild.channelId}/messages/${messageId}`);
    stage.becomes(started, 'completed');
    await stage.detached(2);
    for (const id of [deleted, unposted]) await stage.ask('post', `/discord/events/events/create/${id}`, {});
    await stage.expectAllWell();
  });

  it('when a permission is taken and given back', async () => {
    const guild = aServer();
    const overwrite = `/channels/${guild.channelId}/permissions/${guild.id}`;
    await stage.discord.asBot('PUT', overwrite, { type: 0, allow: '0', deny: SEND_MESSAGES });
    await stage.create(3);
    await stage.play(ACTS);
    await eventually(async () => {
      const refused = (await stage.discord.requests()).filter(({ status }) => status === 403);
      expect(refused).not.toEqual([]);
    });
    await stage.discord.asBot('DELETE', overwrite);
    await stage.expectAllWell();
  });

  it('when the gateway is cut while members click and organizers edit', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const playing = stage.play(ACTS);
      await stage.discord.control('POST', '/gateway', {
        action: stage.chance.pick(['close', 'reconnect', 'invalid_session']),
      });
      await playing;
    }
    await stage.expectAllWell();
  });
});
