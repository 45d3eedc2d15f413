import { describe, expect, it } from 'vitest';
import {
  channelFault,
  hasManageServer,
  roleFault,
  settingFaults,
  type DiscordServer,
} from './discord-server.js';

const MANAGE_GUILD = 0x20n;
const role = (id: string, permissions: bigint, managed = false) => ({
  ...{ id, name: id, position: 1 },
  managed,
  permissions,
});
const channel = (id: string, type: number) => ({
  ...{ id, name: id, type },
  parent_id: null,
  position: 0,
  overwrites: [],
});
const server: DiscordServer = {
  id: '1',
  name: 'Server',
  owner_id: '9',
  roles: [
    role('1', 0x400n),
    role('2', MANAGE_GUILD | 0x400n),
    role('3', 0x8n),
    role('4', 0x10n),
    role('5', 0n, true),
  ],
};

describe('hasManageServer', () => {
  it.each([
    ['a role with it', ['4', '2'], true],
    ['a role with Administrator', ['3'], true],
    ['a role with Manage Channels', ['4'], false],
    ['no role', [], false],
    ['a role of another server', ['22'], false],
  ])('%s: %s', (_what, roleIds, expected) => {
    expect(hasManageServer(server, roleIds)).toBe(expected);
  });

  it('is had by every member when @everyone has it', () => {
    const open = { ...server, roles: [role('1', MANAGE_GUILD)] };
    expect(hasManageServer(open, [])).toBe(true);
  });
});

describe('settingFaults', () => {
  it('names each field that is not so, and lets null and absence pass', () => {
    const channels = [channel('text', 0)];
    const settings = {
      owner_id: '8',
      event_channel_id: 'text',
      welcome_channel_id: 'elsewhere',
      reminder_channel_id: null,
    };
    const fields = settingFaults(server, channels, settings).map(({ field }) => field);
    expect(fields).toEqual(['welcome_channel_id', 'owner_id']);
    expect(settingFaults(server, channels, { owner_id: '9' })).toEqual([]);
  });
});

describe('channelFault', () => {
  const kinds = { text: 0, voice: 2, category: 4, announcement: 5, stage: 13, forum: 15, media: 16 };
  const channels = Object.entries(kinds).map(([id, type]) => channel(id, type));

  it.each(['text', 'announcement'])('has nothing against %s channels', (id) => {
    expect(channelFault(channels, id)).toBeNull();
  });

  it.each(['voice', 'category', 'stage', 'forum', 'media'])('refuses %s channels', (id) => {
    expect(channelFault(channels, id)).toContain('text or announcement');
  });

  it('refuses channels of other servers', () => {
    expect(channelFault(channels, 'elsewhere')).toContain('not a channel of this server');
  });
});

describe('roleFault', () => {
  it.each([
    ['2', true, null],
    ['5', false, null],
    ['5', true, 'manages'],
    ['1', false, '@everyone'],
    ['22', false, 'not a role of this server'],
  ] as const)('role %s, given by the bot: %s', (roleId, given, fault) => {
    const said = roleFault(server, roleId, given);
    if (fault === null) expect(said).toBeNull();
    else expect(said).toContain(fault);
  });
});
