import {
  AutoModerationActionType,
  AutoModerationRuleEventType,
  AutoModerationRuleTriggerType,
  ChannelFlags,
  ChannelType,
  type Client,
  Events,
  ForumLayoutType,
  type ForumThreadChannel,
  GatewayIntentBits as I,
  GuildFeature,
  type AutoModerationActionExecution,
  type Guild,
  type GuildMember,
  type Invite,
  type Message,
  MessageFlags,
  MessageType,
  PermissionFlagsBits,
  type TextChannel,
  SortOrderType,
  type VoiceChannelEffect,
  WebhookType,
} from 'discord.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSandbox, type GuildView, type Sandbox } from '../src/index.js';
import { botFor, loggedIn, next } from './support/bot.js';
import { channelNamed, control, makeGuild, rest, userNamed } from './support/http.js';
import { PNG } from './support/pictures.js';

describe('a community, by the real discord.js', { timeout: 20_000 }, () => {
  let sandbox: Sandbox;
  let view: GuildView;
  let client: Client;
  let guild: Guild;
  let channel: TextChannel;

  const say = (username: string, content: string) =>
    control<{ id: string; code?: number }>(sandbox, 'POST', '/messages', {
      channel_id: channel.id,
      user_id: userNamed(view, username),
      content,
    });

  beforeAll(async () => {
    sandbox = await createSandbox({ rateLimits: { enabled: false } });
    view = await makeGuild(sandbox, { bot_permissions: String(PermissionFlagsBits.Administrator) });
    const intents = [
      ...[I.Guilds, I.GuildMembers, I.GuildMessages, I.MessageContent, I.GuildInvites],
      ...[I.GuildExpressions, I.GuildVoiceStates, I.GuildModeration],
      ...[I.AutoModerationConfiguration, I.AutoModerationExecution],
    ];
    client = await loggedIn(botFor(sandbox, { intents }), sandbox);
    guild = await client.guilds.fetch(view.id);
    channel = (await guild.channels.fetch(channelNamed(view, 'events'))) as TextChannel;
  }, 30_000);
  afterAll(async () => {
    await client.destroy();
    await sandbox.close();
  });

  /** A person who is in no server yet. */
  async function stranger(username: string): Promise<string> {
    const other = await makeGuild(sandbox, { name: 'Elsewhere', members: [{ username }] });
    return userNamed(other, username);
  }

  it('invites somebody with a role; who comes by it is welcomed, and the last use ends it', async () => {
    await guild.setSystemChannelFlags([]);
    const made = next<Invite>(client, Events.InviteCreate);
    const gone = next<Invite>(client, Events.InviteDelete);
    const joined = next<GuildMember>(client, Events.GuildMemberAdd);
    const welcomed = next<Message>(client, Events.MessageCreate, (m) => m.type === MessageType.UserJoin);
    const invite = await channel.createInvite({ maxUses: 1, maxAge: 60, unique: true });
    expect((await made).code).toBe(invite.code);
    expect((await client.fetchInvite(invite.code)).memberCount).toBe(guild.memberCount);
    const zoe = await stranger('zoe');
    expect((await control(sandbox, 'POST', `/invites/${invite.code}`, { user_id: zoe })).status).toBe(200);
    expect([(await joined).id, (await welcomed).author.id]).toEqual([zoe, zoe]);
    expect((await gone).code).toBe(invite.code);
    expect((await control(sandbox, 'POST', `/invites/${invite.code}`, { user_id: zoe })).status).toBe(404);
    expect((await guild.invites.fetch()).size).toBe(0);
  });

  it('lets in by an invitation only those whose ids it lists, and nobody while they are paused', async () => {
    const invite = await channel.createInvite({ unique: true });
    const [yan, xia] = [await stranger('yan'), await stranger('xia')];
    const form = new FormData();
    form.set('target_users_file', new Blob([`user_id\n${yan}`], { type: 'text/csv' }), 'users.csv');
    const headers = { authorization: `Bot ${sandbox.token}` };
    const url = `${sandbox.apiUrl}/v10/invites/${invite.code}/target-users`;
    await fetch(url, { method: 'PUT', headers, body: form });
    expect(await (await fetch(url, { headers })).text()).toBe(`user_id\n${yan}`);
    const comes = async (userId: string): Promise<number> =>
      (await control(sandbox, 'POST', `/invites/${invite.code}`, { user_id: userId })).status;
    await guild.setIncidentActions({ invitesDisabledUntil: Date.now() + 60_000 });
    expect(await comes(yan)).toBe(403);
    await guild.setIncidentActions({ invitesDisabledUntil: null });
    expect([await comes(xia), await comes(yan)]).toEqual([404, 200]);
    await invite.delete();
  });

  it('is served by an application that says what it is', async () => {
    const changed = await client.application?.edit({ description: 'Events', tags: ['events'], icon: PNG });
    expect([changed?.description, changed?.tags]).toEqual(['Events', ['events']]);
    const icon = `${sandbox.url}/app-icons/${sandbox.applicationId}/${changed?.icon ?? ''}.png`;
    expect((await fetch(icon)).headers.get('content-type')).toBe('image/png');
    await client.application?.edit({ icon: null });
    expect(client.application?.icon).toBeNull();
  });

  it('lets nobody in while its invitations are switched off', async () => {
    const invite = await channel.createInvite({ unique: true });
    await guild.disableInvites();
    expect(guild.features).toContain('INVITES_DISABLED');
    const comes = await control(sandbox, 'POST', `/invites/${invite.code}`, {
      user_id: await stranger('vic'),
    });
    expect(comes.status).toBe(403);
    await guild.disableInvites(false);
    expect(guild.features).not.toContain('INVITES_DISABLED');
    await invite.delete();
  });

  it('becomes a community server with the channels that one needs, which then cannot be deleted', async () => {
    await expect(guild.edit({ features: [GuildFeature.Community] })).rejects.toMatchObject({ code: 50035 });
    const rules = await guild.channels.create({ name: 'rules' });
    await guild.edit({
      features: [GuildFeature.Community],
      rulesChannel: rules,
      publicUpdatesChannel: rules,
      premiumProgressBarEnabled: true,
    });
    expect([guild.rulesChannelId, guild.features]).toEqual([rules.id, ['COMMUNITY']]);
    await expect(rules.delete()).rejects.toMatchObject({ code: 50074 });
    await guild.edit({ features: [] });
    await rules.delete();
  });

  it('has a forum with tags, a default order, and one pinned post', async () => {
    const forum = await guild.channels.create({
      name: 'talk',
      type: ChannelType.GuildForum,
      availableTags: [
        { name: 'Raid', emoji: { id: null, name: '🚀' } },
        { name: 'Done', moderated: true },
      ],
      defaultReactionEmoji: { id: null, name: '👍' },
      defaultSortOrder: SortOrderType.CreationDate,
      defaultForumLayout: ForumLayoutType.ListView,
      defaultThreadRateLimitPerUser: 5,
    });
    const [raid = '', done = ''] = forum.availableTags.map(({ id }) => id);
    expect(forum.availableTags[0]).toMatchObject({ name: 'Raid', emoji: { name: '🚀' }, moderated: false });
    expect([forum.defaultSortOrder, forum.defaultForumLayout]).toEqual([1, 1]);
    await forum.edit({ flags: ChannelFlags.RequireTag });
    const start = async (name: string, appliedTags: string[]): Promise<ForumThreadChannel> =>
      forum.threads.create({ name, message: { content: name }, appliedTags });
    await expect(start('Bare', [])).rejects.toMatchObject({ code: 40067 });
    await expect(start('Odd', ['1'])).rejects.toMatchObject({ code: 50035 });
    const post = await start('Mining', [raid]);
    expect([post.appliedTags, post.rateLimitPerUser]).toEqual([[raid], 5]);

    await post.pin();
    expect(post.flags.has(ChannelFlags.Pinned)).toBe(true);
    const other = await start('Racing', [raid, done]);
    await expect(other.pin()).rejects.toMatchObject({ code: 30047 });
    await post.unpin();
    await other.pin();

    // A tag that the forum has no more is on no post either; one that stays keeps its id.
    const twice = [{ name: 'Raid' }, { name: 'Raid' }];
    await expect(forum.setAvailableTags(twice)).rejects.toMatchObject({ code: 40061 });
    const changed = await forum.setAvailableTags([{ id: raid, name: 'Raids' }]);
    expect(changed.availableTags.map(({ id, name }) => [id, name])).toEqual([[raid, 'Raids']]);
    expect((await other.fetch(true)).appliedTags).toEqual([raid]);
    await forum.delete();
  });

  it('follows an announcement channel: what is published comes, is edited, and loses its original', async () => {
    const news = await guild.channels.create({ name: 'news', type: ChannelType.GuildAnnouncement });
    const told = next<Message>(client, Events.MessageCreate, (m) => m.type === MessageType.ChannelFollowAdd);
    await news.addFollower(channel);
    expect((await told).content).toBe('Les Corsaires #news');
    const [hook] = [...(await channel.fetchWebhooks()).values()];
    expect([hook?.type, hook?.sourceChannel?.id]).toEqual([WebhookType.ChannelFollower, news.id]);

    const copied = next<Message>(client, Events.MessageCreate, (m) => m.webhookId === hook?.id);
    const original = await news.send('A new ship');
    await original.crosspost();
    const copy = await copied;
    expect([copy.content, copy.flags.has(MessageFlags.IsCrosspost)]).toEqual(['A new ship', true]);
    expect(copy.reference?.messageId).toBe(original.id);
    await original.edit('A new, better ship');
    expect((await copy.fetch(true)).content).toBe('A new, better ship');
    await original.delete();
    expect((await copy.fetch(true)).flags.has(MessageFlags.SourceMessageDeleted)).toBe(true);
    await news.delete();
  });

  it('writes by a webhook what Slack and GitHub send', async () => {
    const hook = await channel.createWebhook({ name: 'Herald' });
    const post = async (path: string, body: object, headers: object = {}): Promise<Response> =>
      fetch(`${sandbox.apiUrl}/v10/webhooks/${hook.id}/${hook.token}${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify(body),
      });
    const said = async (send: Promise<Response>, status: number): Promise<Message> => {
      const came = next<Message>(client, Events.MessageCreate, (m) => m.webhookId === hook.id);
      expect((await send).status).toBe(status);
      return came;
    };
    const attachment = {
      title: 'Raid',
      color: '#0f8',
      fields: [{ title: 'Where', value: 'Yela', short: true }],
    };
    const slack = await said(
      post('/slack', { text: 'Hear ye', username: 'Bell', attachments: [attachment] }),
      200,
    );
    expect([slack.content, slack.author.username]).toEqual(['Hear ye', 'Bell']);
    expect(slack.embeds[0]).toMatchObject({ title: 'Raid', color: 0x00_ff_88, fields: [{ name: 'Where' }] });

    const url = 'https://example.test/x';
    const sender = { id: 1, login: 'ada', html_url: url, avatar_url: url };
    const repository = { id: 1, name: 'ship', full_name: 'crew/ship', html_url: url };
    const commits = [{ id: '0123456789', url, message: 'Fix it\n\nWhy', author: { name: 'Ada' } }];
    const push = { sender, repository, ref: 'refs/heads/main', compare: url, commits };
    const github = await said(post('/github', push, { 'x-github-event': 'push' }), 204);
    expect(github.embeds[0]).toMatchObject({
      title: '[ship:main] 1 new commit',
      description: `[\`0123456\`](${url}) Fix it - Ada`,
    });
    expect((await post('/github', { sender }, { 'x-github-event': 'ping' })).status).toBe(204);
    await hook.delete();
  });

  it('stops a message that a rule forbids, tells the moderators, and times its author out', async () => {
    const rule = await guild.autoModerationRules.create({
      name: 'No mines',
      enabled: true,
      eventType: AutoModerationRuleEventType.MessageSend,
      triggerType: AutoModerationRuleTriggerType.Keyword,
      triggerMetadata: { keywordFilter: ['mine*'], allowList: ['minerals'] },
      actions: [
        { type: AutoModerationActionType.BlockMessage },
        { type: AutoModerationActionType.SendAlertMessage, metadata: { channel: channel.id } },
        { type: AutoModerationActionType.Timeout, metadata: { durationSeconds: 60 } },
      ],
    });
    const acted = next<AutoModerationActionExecution>(client, Events.AutoModerationActionExecution);
    const alert = next<Message>(
      client,
      Events.MessageCreate,
      (m) => m.type === MessageType.AutoModerationAction,
    );
    expect((await say('ada', 'We sell minerals')).status).toBe(200);
    expect(await say('ada', 'That is MINED ground')).toMatchObject({ status: 400, body: { code: 200000 } });
    expect(await acted).toMatchObject({ ruleId: rule.id, matchedKeyword: 'mine*', matchedContent: 'MINED' });
    expect((await alert).embeds[0]?.description).toBe('That is MINED ground');
    expect((await say('ada', 'Hello?')).status).toBe(403);
    expect((await say('owner', 'I may say mines')).status).toBe(200);
    await rule.delete();
    await guild.members.edit(userNamed(view, 'ada'), { communicationDisabledUntil: null });
  });

  it.each([
    [
      AutoModerationRuleTriggerType.Spam,
      {},
      'XJS*C4JDBQADN1.NSBN3*2IDNEN*GTUBE-STANDARD-ANTI-UBE-TEST-EMAIL*C.34X',
    ],
    [AutoModerationRuleTriggerType.KeywordPreset, { presets: [3] }, 'that is a slur'],
    [AutoModerationRuleTriggerType.MentionSpam, { mentionTotalLimit: 1 }, '<@1> and <@2>'],
    [AutoModerationRuleTriggerType.Keyword, { regexPatterns: ['b[0o]mb'] }, 'a b0mb'],
  ])('stops by a rule of kind %i', async (triggerType, triggerMetadata, text) => {
    const rule = await guild.autoModerationRules.create({
      ...{ name: 'Rule', enabled: true, triggerType, triggerMetadata },
      eventType: AutoModerationRuleEventType.MessageSend,
      actions: [{ type: AutoModerationActionType.BlockMessage }],
    });
    expect((await say('bob', text)).body.code).toBe(200000);
    await rule.setEnabled(false);
    expect((await say('bob', text)).status).toBe(200);
    await rule.delete();
  });

  it('has stickers and sounds of its own, serves them, and sends and plays them', async () => {
    const file = Buffer.from(PNG.split(',')[1] ?? '', 'base64');
    const sticker = await guild.stickers.create({
      file: { attachment: file, name: 'a.png' },
      name: 'idris',
      tags: 'x',
    });
    expect((await channel.send({ stickers: [sticker.id] })).stickers.first()?.name).toBe('idris');
    expect((await fetch(`${sandbox.url}/stickers/${sticker.id}.png`)).status).toBe(200);
    for (let i = 0; i < 4; i++)
      await guild.stickers.create({
        file: { attachment: file, name: 'a.png' },
        name: `idris${i}`,
        tags: 'x',
      });
    await expect(
      guild.stickers.create({ file: { attachment: file, name: 'a.png' }, name: 'more', tags: 'x' }),
    ).rejects.toMatchObject({ code: 30039 });
    const sound = await guild.soundboardSounds.create({
      file: Buffer.from('OggS'),
      contentType: 'audio/ogg',
      name: 'alarm',
    });
    const voice = channelNamed(view, 'Bridge');
    const play = { sound_id: sound.soundId };
    const path = `/channels/${voice}/send-soundboard-sound`;
    expect((await rest(sandbox, 'POST', path, play)).body).toMatchObject({ code: 40032 });
    await control(sandbox, 'PUT', `/guilds/${guild.id}/voice-states/${sandbox.applicationId}`, {
      channel_id: voice,
    });
    const heard = next<VoiceChannelEffect>(client, Events.VoiceChannelEffectSend);
    expect((await rest(sandbox, 'POST', path, play)).status).toBe(204);
    expect((await heard).soundId).toBe(sound.soundId);
  });

  it('is boosted: the system channel says so, and of the tier that it reaches', async () => {
    const boost = async (username: string): Promise<MessageType> => {
      const said = next<Message>(client, Events.MessageCreate);
      await control(sandbox, 'PUT', `/guilds/${guild.id}/boosts/${userNamed(view, username)}`);
      return (await said).type;
    };
    expect([await boost('ada'), await boost('bob')]).toEqual([
      MessageType.GuildBoost,
      MessageType.GuildBoostTier1,
    ]);
    const now = await guild.fetch();
    expect([now.premiumTier, now.premiumSubscriptionCount]).toEqual([1, 2]);
    expect((await guild.members.fetch(userNamed(view, 'ada'))).premiumSince).not.toBeNull();
  });

  it('prunes people who were long away and have no role', async () => {
    const path = `/users/${userNamed(view, 'bob')}`;
    await control(sandbox, 'PATCH', path, { status: 'offline' });
    expect(await guild.members.prune({ days: 1, dry: true })).toBe(0);
    const member = sandbox.context.world.members.get(`${guild.id}:${userNamed(view, 'bob')}`);
    const user = sandbox.context.world.users.get(userNamed(view, 'bob'));
    if (!member || !user) throw new Error('no bob');
    const long = '2020-01-01T00:00:00+00:00';
    sandbox.context.world.members.patch(member, { joined_at: long });
    sandbox.context.world.users.patch(user, { offline_since: long });
    for (const message of sandbox.context.world.messages.values())
      if (message.author_id === user.id) sandbox.context.world.messages.delete(message.id);
    expect(await guild.members.prune({ days: 1, dry: true })).toBe(1);
    expect(await guild.members.prune({ days: 1 })).toBe(1);
    expect(guild.members.cache.has(user.id)).toBe(false);
  });

  it('turns onboarding on once everybody has enough channels, and shows a widget and a template', async () => {
    await expect(guild.editOnboarding({ enabled: true })).rejects.toMatchObject({ code: 350000 });
    const channels = [];
    for (let i = 0; i < 7; i++) channels.push((await guild.channels.create({ name: `open-${i}` })).id);
    const onboarding = await guild.editOnboarding({ enabled: true, defaultChannels: channels });
    expect([onboarding.enabled, onboarding.defaultChannels.size]).toEqual([true, 7]);
    await guild.setWidgetSettings({ enabled: true, channel });
    const widget = await client.fetchGuildWidget(guild.id);
    expect(widget.channels.map((one) => one.name)).toContain('Bridge');
    const template = await guild.createTemplate('Squadron');
    await guild.channels.create({ name: 'later', type: ChannelType.GuildText });
    expect((await client.fetchGuildTemplate(template.code)).unSynced).toBe(true);
    expect((await template.sync()).unSynced).toBe(false);
    const screen = await guild.editWelcomeScreen({ enabled: true, description: 'Hi' });
    expect(screen.description).toBe('Hi');
  });
});
