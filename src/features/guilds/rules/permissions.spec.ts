import { describe, expect, it } from 'vitest';
import type { DiscordServer, ServerChannel } from './discord-server.js';
import { denialsOf, INVITED_WITH, missingFor, PERMISSIONS, permissionsOf } from './permissions.js';

const SEND = PERMISSIONS['Send Messages'];
const VIEW = PERMISSIONS['View Channels'];
const role = (id: string, permissions: bigint) => ({
  ...{ id, name: id, position: 1, managed: false },
  permissions,
});
const server: DiscordServer = {
  id: 'server',
  name: 'Server',
  owner_id: 'owner',
  roles: [role('server', VIEW), role('bots', INVITED_WITH), role('admins', 1n << 3n)],
};
const channel = (...overwrites: ServerChannel['overwrites']): ServerChannel => ({
  ...{ id: 'channel', name: 'events', parent_id: null, position: 0 },
  type: 0,
  overwrites,
});
const bot = { id: 'bot', roleIds: ['bots'] };
const missing = (...overwrites: ServerChannel['overwrites']) =>
  missingFor('signup_messages', permissionsOf(bot, server, [channel(...overwrites)]), 'channel');

describe('what the bot may do', () => {
  it('is what its roles allow together', () => {
    const held = permissionsOf(bot, server, []);
    expect(missingFor('scheduled_events', held, null)).toEqual([]);
    const stranger = permissionsOf({ id: 'bot', roleIds: [] }, server, []);
    expect(missingFor('scheduled_events', stranger, null)).toEqual(['Create Events', 'Manage Events']);
  });

  it('is changed by a channel for everyone, then for roles, then for itself', () => {
    expect(missing()).toEqual([]);
    expect(missing({ id: 'bots', allow: 0n, deny: SEND })).toEqual(['Send Messages']);
    const everyone = { id: 'server', allow: 0n, deny: SEND };
    expect(missing(everyone, { id: 'bots', allow: SEND, deny: 0n })).toEqual([]);
    expect(missing(everyone, { id: 'bot', allow: SEND, deny: 0n })).toEqual([]);
  });

  it('is nothing in a channel that it does not see, or that is gone', () => {
    expect(missing({ id: 'server', allow: 0n, deny: VIEW })).toHaveLength(4);
    expect(missingFor('signup_messages', permissionsOf(bot, server, []), 'channel')).toHaveLength(4);
  });

  it('is denied by the server, or by what the channel says of everyone, of a role or of the bot', () => {
    const EMBED = PERMISSIONS['Embed Links'];
    const denials = (said: ServerChannel['overwrites'], held = bot) =>
      denialsOf(['Send Messages'], { server, channels: [channel(...said)], bot: held }, 'channel');
    const by = (what: string, ...roleIds: string[]) => [
      { permission: 'Send Messages', by: what, role_ids: roleIds },
    ];
    const everyone = { id: 'server', allow: 0n, deny: SEND };
    const bots = { id: 'bots', allow: 0n, deny: SEND };
    expect(denials([], { id: 'bot', roleIds: [] })).toEqual(by('server'));
    expect(denials([everyone])).toEqual(by('everyone', 'server'));
    expect(denials([everyone, bots])).toEqual(by('role', 'bots'));
    expect(denials([bots, { id: 'bot', allow: EMBED, deny: SEND }])).toEqual(by('member'));
    expect(denials([{ id: 'server', allow: 0n, deny: VIEW }])).toEqual(by('hidden'));
  });

  it('is everything for an administrator and the owner', () => {
    const denied = channel({ id: 'server', allow: 0n, deny: VIEW });
    for (const member of [
      { id: 'bot', roleIds: ['admins'] },
      { id: 'owner', roleIds: [] },
    ])
      expect(missingFor('signup_messages', permissionsOf(member, server, [denied]), 'channel')).toEqual([]);
  });
});
