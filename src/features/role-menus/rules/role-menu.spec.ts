import { describe, expect, it } from 'vitest';
import {
  choiceOf,
  menuBody,
  offerFault,
  parseRoleMenuId,
  type MenuServer,
  type RoleMenu,
} from './role-menu.js';

const ids = Array.from({ length: 25 }, (_, n) => String(100_000_000_000_000_000n + BigInt(n)));
const menu: RoleMenu = {
  id: '01980000-0000-7000-8000-000000000000',
  guild_id: 'guild',
  channel_id: 'channel',
  message_id: null,
  title: '**Rôles**',
  description: null,
  discord_role_ids: ids,
  max: null,
  registered_at: new Date(0),
  created_at: new Date(0),
  updated_at: new Date(0),
};

describe('menuBody', () => {
  it('has a button for each of 25 roles, whose meaning can be read back', () => {
    const body = menuBody(menu, new Map([[ids[0] ?? '', 'Pilots']]), 'fr') as {
      embeds: { title: string }[];
      components: { components: { label: string; custom_id: string }[] }[];
    };
    const buttons = body.components.flatMap(({ components }) => components);
    expect(body.components).toHaveLength(5);
    expect(buttons[0]?.label).toBe('Pilots');
    expect(buttons.map(({ custom_id }) => parseRoleMenuId(custom_id)?.roleId)).toEqual(ids);
    expect(buttons.every(({ custom_id }) => custom_id.length <= 100)).toBe(true);
    expect(body.embeds[0]?.title).not.toContain('**');
  });
});

describe('choiceOf', () => {
  const of = (max: number | null, held: string[], seen = held) =>
    choiceOf({ discord_role_ids: ['a', 'b', 'c'], max }, 'a', { seen, held });

  it('takes, leaves, and changes one for the other', () => {
    expect(of(null, ['b'])).toEqual({ add: ['a'], remove: [] });
    expect(of(null, ['a', 'b'])).toEqual({ add: [], remove: ['a'] });
    expect(of(1, ['b', 'x'])).toEqual({ add: ['a'], remove: ['b'] });
  });

  it('means what the member saw, and counts what they have', () => {
    expect(of(1, ['a'], [])).toEqual({ add: ['a'], remove: [] });
    expect(of(1, ['b'], [])).toEqual({ add: ['a'], remove: ['b'] });
    expect(of(null, [], ['a'])).toEqual({ add: [], remove: ['a'] });
  });

  it('refuses more than the menu allows', () => {
    expect(() => of(2, ['b', 'c'])).toThrow(expect.objectContaining({ code: 'role_menu_full' }));
  });
});

describe('offerFault', () => {
  const role = (id: string, permissions = 0n, managed = false) => ({
    ...{ id, name: id, position: 1 },
    managed,
    permissions,
  });
  const server = (...mappings: MenuServer['mappings']): MenuServer => ({
    server: {
      id: 'guild',
      name: 'Server',
      owner_id: 'owner',
      roles: [role('pilots'), role('admins', 1n << 3n), role('high'), role('bot', 0n, true), role('guild')],
    },
    roles: [
      { id: 'pilots', name: 'pilots', position: 1, managed: false },
      { id: 'admins', name: 'admins', position: 2, managed: false },
      { id: 'bot', name: 'bot', position: 5, managed: true },
      { id: 'high', name: 'high', position: 9, managed: false },
    ],
    botRoles: ['bot'],
    mappings,
  });

  it('offers a plain role below the bot', () => {
    expect(offerFault(server(), 'pilots')).toBeNull();
    const member = { discord_role_id: 'pilots', verselink_role_type: 'org_member' } as const;
    expect(offerFault(server(member), 'pilots')).toBeNull();
  });

  it.each(['admins', 'high', 'bot', 'guild', 'nothing'])('does not offer %s', (id) => {
    expect(offerFault(server(), id)).not.toBeNull();
  });

  it.each(['org_staff', 'plan'] as const)('does not offer what stands for %s', (type) => {
    expect(
      offerFault(server({ discord_role_id: 'pilots', verselink_role_type: type }), 'pilots'),
    ).not.toBeNull();
  });
});
