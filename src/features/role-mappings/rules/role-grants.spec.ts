import { describe, expect, it } from 'vitest';
import { confirmGrants, settleGrants, type RoleGrant } from './role-grants.js';

const grant = (role: string, ours: boolean, ...reasons: string[]): RoleGrant => ({
  role_id: role,
  reasons,
  ours,
});
const want = (wanted: readonly string[], reason = 'plan', kept: readonly string[] = []) => ({
  reason,
  wanted,
  kept,
});

describe('settleGrants', () => {
  it('gives what is missing, and knows that it is ours before it is given', () => {
    expect(settleGrants([], want(['max']), [])).toEqual({
      grants: [grant('max', true, 'plan')],
      add: ['max'],
      remove: [],
    });
  });

  it('never takes what a person gave', () => {
    const before = settleGrants([], want(['max']), ['max']);
    expect(before).toEqual({ grants: [grant('max', false, 'plan')], add: [], remove: [] });
    expect(settleGrants(before.grants, want([]), ['max'])).toEqual({ grants: [], add: [], remove: [] });
    expect(settleGrants([], want([]), ['max', 'other'])).toEqual({ grants: [], add: [], remove: [] });
  });

  it('takes what is ours after its last reason', () => {
    const shared = [grant('pilot', true, 'plan', 'event:1')];
    const still = settleGrants(shared, want([]), ['pilot']);
    expect(still).toEqual({ grants: [grant('pilot', true, 'event:1')], add: [], remove: [] });
    const last = settleGrants(still.grants, want([], 'event:1'), ['pilot']);
    expect(last).toEqual({ grants: [grant('pilot', true)], add: [], remove: ['pilot'] });
    expect(confirmGrants(last, [])).toEqual([]);
  });

  it('finishes what a crash left: given twice or taken twice is once', () => {
    const giving = [grant('max', true, 'plan')];
    expect(settleGrants(giving, want(['max']), ['max'])).toEqual({ grants: giving, add: [], remove: [] });
    expect(settleGrants(giving, want([]), ['max']).remove).toEqual(['max']);
    expect(settleGrants([grant('max', true)], want([]), [])).toEqual({ grants: [], add: [], remove: [] });
  });

  it('gives a role again to who lost it, left and came back', () => {
    const away = settleGrants([grant('max', true, 'plan')], want(['max']), null);
    expect(away).toEqual({ grants: [grant('max', false, 'plan')], add: [], remove: [] });
    expect(settleGrants(away.grants, want(['max']), []).add).toEqual(['max']);
  });

  it('keeps what is not to be taken, and forgets it', () => {
    const kept = settleGrants([grant('max', true, 'plan')], want([], 'plan', ['max']), ['max']);
    expect(kept).toEqual({ grants: [], add: [], remove: [] });
  });
});

describe('confirmGrants', () => {
  it('does not count as ours what could not be given, and tries again to take what could not be taken', () => {
    const given = settleGrants([], want(['max']), []);
    expect(confirmGrants(given, ['max'])).toEqual([grant('max', false, 'plan')]);
    const taken = settleGrants([grant('max', true, 'plan')], want([]), ['max']);
    expect(confirmGrants(taken, ['max'])).toEqual([grant('max', true)]);
  });
});
