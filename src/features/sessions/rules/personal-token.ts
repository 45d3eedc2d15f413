/** What a personal token can be made for. Whatever belongs to none of them, such as tokens themselves, no such token opens. */
const RESOURCES = ['profile', 'organizations', 'events', 'signups', 'discord'] as const;
export type Resource = (typeof RESOURCES)[number];

export type Scope = `${Resource}:read` | `${Resource}:write` | 'admin';

/** What a person may let a program do. `admin` is all that site admins alone may do. */
export const SCOPES: readonly Scope[] = [
  ...RESOURCES.flatMap((resource): Scope[] => [`${resource}:read`, `${resource}:write`]),
  'admin',
];

/** A secret by which a program acts for a person, within its scopes. */
export interface PersonalToken {
  readonly id: string;
  readonly user_id: string;
  readonly name: string;
  readonly scopes: readonly Scope[];
  readonly created_at: Date;
  readonly last_used_at: Date | null;
  /** `null` for one that lasts until it is revoked. */
  readonly expires_at: Date | null;
}

/** What every personal token begins with, so that people and programs that look for leaked secrets recognize it. */
export const TOKEN_PREFIX = 'vlp_';

/** Tokens that a person may have at once. */
export const MAX_TOKENS = 50;

/** Characters of a token's name. */
export const TOKEN_NAME_MAX = 100;

/** The scope that a request needs; `null` when no personal token will do. */
export function scopeFor(resource: Resource | 'admin' | null, isReading: boolean): Scope | null {
  if (resource === null || resource === 'admin') return resource;
  return `${resource}:${isReading ? 'read' : 'write'}`;
}
