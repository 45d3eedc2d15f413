import { describe, expect, it } from 'vitest';
import type { RoleMapping } from '../../role-mappings/rules/role-mapping.js';
import { rolesForPlan } from './plan-change.js';

const mapping = (plan: string, role: string, fields: Partial<RoleMapping> = {}): RoleMapping => ({
  id: `${plan}-${role}`,
  guild_id: '1',
  discord_role_id: role,
  verselink_role_type: 'plan',
  verselink_entity_id: plan,
  auto_assign: true,
  auto_remove: true,
  registered_at: new Date(0),
  created_at: new Date(0),
  updated_at: new Date(0),
  ...fields,
});
const mappings = [mapping('basic', 'R1'), mapping('max', 'R2'), mapping('max', 'R3'), mapping('basic', 'R3')];

describe('rolesForPlan', () => {
  it('gives the roles of the new plan and takes those of the others', () => {
    expect(rolesForPlan('basic', mappings)).toEqual({ add: ['R1', 'R3'], remove: ['R2'] });
    expect(rolesForPlan('max', mappings)).toEqual({ add: ['R2', 'R3'], remove: ['R1'] });
  });

  it('takes every plan’s roles when there is no plan any more', () => {
    expect(rolesForPlan(null, mappings)).toEqual({ add: [], remove: ['R1', 'R2', 'R3'] });
    expect(rolesForPlan('free', mappings)).toEqual({ add: [], remove: ['R1', 'R2', 'R3'] });
  });

  it('leaves alone what is not to be given or taken by itself', () => {
    const manual = [
      mapping('max', 'R1', { auto_assign: false }),
      mapping('basic', 'R2', { auto_remove: false }),
    ];
    expect(rolesForPlan('max', manual)).toEqual({ add: [], remove: [] });
  });
});
