import { describe, expect, it } from 'vitest';
import type { GuildRole } from '../../guilds/rules/discord-server.js';
import { planRoleChange } from './role-change.js';

const role = (id: string, position: number, managed = false): GuildRole => ({
  id,
  name: id,
  position,
  managed,
});
const roles = [
  role('everyone', 0),
  role('basic', 1),
  role('max', 2),
  role('bot', 5),
  role('owner', 9),
  role('app', 1, true),
];
const plan = (add: string[], remove: string[], held: string[] = []) =>
  planRoleChange({ add, remove }, held, roles, ['bot']);

describe('planRoleChange', () => {
  it('gives what is missing and takes what is there', () => {
    expect(plan(['max'], ['basic'], ['basic'])).toEqual({ add: ['max'], remove: ['basic'], failed: [] });
  });

  it('does nothing a second time', () => {
    expect(plan(['max'], ['basic'], ['max'])).toEqual({ add: [], remove: [], failed: [] });
  });

  it('names every role that cannot be changed', () => {
    const { add, failed } = plan(['max', 'nothing', 'owner', 'bot', 'app'], []);
    expect(add).toEqual(['max']);
    expect(failed.map(({ role_id }) => role_id)).toEqual(['nothing', 'owner', 'bot', 'app']);
  });

  it('refuses a role that is to be added and removed', () => {
    expect(plan(['max'], ['max'])).toMatchObject({ add: [], remove: [], failed: [{ role_id: 'max' }] });
  });
});
