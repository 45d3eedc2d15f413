import {
  ChannelType,
  type Client,
  Events,
  GatewayIntentBits,
  PermissionFlagsBits,
  type AnyThreadChannel,
  type Guild,
  type GuildAuditLogsEntry,
  type TextChannel,
} from 'discord.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSandbox, type GuildView, type Sandbox } from '../src/index.js';
import { botFor, loggedIn, next } from './support/bot.js';
import { channelNamed, makeGuild, userNamed } from './support/http.js';

describe('the real discord.js, about what few bots do', { timeout: 20_000 }, () => {
  let sandbox: Sandbox;
  let view: GuildView;
  let client: Client;
  let guild: Guild;
  let channel: TextChannel;

  beforeAll(async () => {
    sandbox = await createSandbox({ rateLimits: { enabled: false } });
    view = await makeGuild(sandbox, { bot_permissions: String(PermissionFlagsBits.Administrator) });
    const { Guilds, GuildMembers, GuildMessages, GuildMessageReactions, GuildModeration } = GatewayIntentBits;
    const intents = [Guilds, GuildMembers, GuildMessages, GuildMessageReactions, GuildModeration];
    client = await loggedIn(botFor(sandbox, { intents }), sandbox);
    guild = await client.guilds.fetch(view.id);
    channel = (await guild.channels.fetch(channelNamed(view, 'events'))) as TextChannel;
  }, 30_000);
  afterAll(async () => {
    await client.destroy();
    await sandbox.close();
  });

  it('starts a thread, brings somebody in, archives it and finds it again', async () => {
    const heard = next<AnyThreadChannel>(client, Events.ThreadCreate);
    const message = await channel.send('Questions?');
    const thread = await message.startThread({ name: 'Questions', autoArchiveDuration: 60 });
    expect((await heard).id).toBe(thread.id);
    await thread.members.add(userNamed(view, 'ada'));
    expect((await thread.members.fetch()).size).toBe(2);
    await thread.setArchived(true);
    const archived = await channel.threads.fetchArchived();
    expect(archived.threads.map((t) => t.name)).toEqual(['Questions']);
  });

  it('pins, reacts, and deletes in bulk', async () => {
    const first = await channel.send('one');
    const second = await channel.send('two');
    await first.pin();
    expect((await channel.messages.fetchPins()).items.map((pin) => pin.message.content)).toEqual(['one']);
    const reaction = await first.react('🚀');
    expect((await reaction.users.fetch()).map((user) => user.id)).toEqual([client.user?.id]);
    expect((await channel.bulkDelete([first, second])).size).toBe(2);
  });

  it('writes by a webhook under another name', async () => {
    const hook = await channel.createWebhook({ name: 'Herald', reason: 'news' });
    const message = await hook.send({ content: 'Hear ye', username: 'Bell' });
    expect(message.author.username).toBe('Bell');
    expect((await hook.editMessage(message, 'All is well')).content).toBe('All is well');
    expect((await guild.fetchWebhooks()).size).toBe(1);
    await hook.delete();
  });

  it('bans with a reason that stands in the audit log', async () => {
    const heard = next<GuildAuditLogsEntry>(client, Events.GuildAuditLogEntryCreate);
    await guild.bans.create(userNamed(view, 'bob'), { reason: 'prêt à partir' });
    expect((await heard).reason).toBe('prêt à partir');
    const log = await guild.fetchAuditLogs({ limit: 1 });
    expect(log.entries.first()?.reason).toBe('prêt à partir');
    expect((await guild.bans.fetch()).size).toBe(1);
  });

  it('makes roles and channels, and puts them in order', async () => {
    const role = await guild.roles.create({ name: 'Gunner', colors: { primaryColor: 0xff0000 } });
    await guild.roles.setPosition(role, 2);
    const category = await guild.channels.create({ name: 'Wing', type: ChannelType.GuildCategory });
    const made = await guild.channels.create({ name: 'Briefing', parent: category });
    await made.permissionOverwrites.create(role, { SendMessages: false });
    expect(made.permissionOverwrites.cache.get(role.id)?.deny.has('SendMessages')).toBe(true);
    await guild.edit({ name: 'Les Corsaires du Verse' });
    expect((await guild.fetch()).name).toBe('Les Corsaires du Verse');
  });
});
