import type { Actor } from '../../../common/actor.js';
import { forbidden } from '../../../common/errors.js';
import type { MemberRole } from '../../organizations/rules/organization.js';

/** What somebody is to an organization, from the weakest to the strongest: each may do what a weaker one may. */
export const RANKS = ['anyone', 'user', 'member', 'staff', 'admin', 'owner', 'site_admin'] as const;
export type Rank = (typeof RANKS)[number];

/**
 * What somebody is to one thing, whatever their rank. `organizer`: a member who created the event, or whom it names as a
 * co-organizer · `invited`: holds a Discord role that the organizer named · `self`: it is their own.
 */
export type Tie = 'organizer' | 'invited' | 'self';

/** How somebody stands to what they want to do something with. */
export interface Standing {
  readonly rank: Rank;
  readonly ties: readonly Tie[];
}

/** Somebody of whom nothing is known. */
export const STRANGER: Standing = { rank: 'anyone', ties: [] };

interface Rule {
  /** What it allows, as the end of a sentence that begins with "may". */
  readonly what: string;
  readonly least: Rank;
  /** Who may too, below that rank. */
  readonly or?: readonly Tie[];
}

/** Everything that somebody may be allowed to do, and to whom it is. Every door asks `may` or `requirePermission`. */
export const PERMISSIONS = {
  'account.own': { what: 'see and change their own account', least: 'user' },
  'public.read': { what: 'read what is for everybody', least: 'anyone' },

  'organization.create': { what: 'found an organization', least: 'user' },
  'organization.list': { what: 'list the organizations that they may see', least: 'user' },
  'organization.see': { what: 'see a public or unlisted organization and its members', least: 'user' },
  'organization.see_private': { what: 'see a private organization and its members', least: 'member' },
  'organization.join': {
    what: 'ask to join an organization that they see, or accept an invite',
    least: 'user',
  },
  'organization.leave': { what: 'leave an organization', least: 'member' },
  'organization.decide_requests': { what: 'read and decide join requests', least: 'staff' },
  'organization.attendance': { what: "read who attends the organization's events", least: 'staff' },
  'organization.change': { what: 'change an organization', least: 'admin' },
  'organization.change_members': { what: 'make members, change their roles, remove them', least: 'admin' },
  'organization.invite': { what: 'make, list and revoke invites', least: 'admin' },
  'organization.feeds': { what: "make, list and revoke the organization's calendar feeds", least: 'admin' },
  'organization.audit': { what: "read the organization's audit", least: 'admin' },
  'organization.transfer': { what: 'give the organization to another member', least: 'owner' },

  'event.list': { what: 'list the events that they may see', least: 'user' },
  'event.see': { what: 'see a public or unlisted event', least: 'anyone' },
  'event.see_private': { what: 'see a private event', least: 'member', or: ['invited', 'organizer'] },
  'event.see_draft': { what: 'see a draft', least: 'staff', or: ['organizer'] },
  'event.create': { what: 'create, preview and import events; keep templates and series', least: 'staff' },
  'event.change': {
    what: 'change an event, its state, its signups and its mirrors; read its timeline',
    least: 'staff',
    or: ['organizer'],
  },
  'signup.open': { what: 'sign up for a public or unlisted event', least: 'user' },
  'signup.restricted': {
    what: 'sign up for a private event, or one that is for holders of roles',
    least: 'member',
    or: ['invited', 'organizer'],
  },
  'signup.read_notes': { what: 'read the notes of a signup', least: 'staff', or: ['organizer', 'self'] },

  'guild.manage': {
    what: 'register and change Discord servers, their role mappings, role menus and channel mappings',
    least: 'admin',
  },
  'installation.operate': {
    what: 'see jobs, statistics, bot events and plans, and manage outgoing webhooks',
    least: 'site_admin',
  },
} as const satisfies Readonly<Record<string, Rule>>;
export type Permission = keyof typeof PERMISSIONS;

/** Whether somebody may do something. */
export function may({ rank, ties }: Standing, permission: Permission): boolean {
  const { least, or = [] }: Rule = PERMISSIONS[permission];
  return RANKS.indexOf(rank) >= RANKS.indexOf(least) || or.some((tie) => ties.includes(tie));
}

/** @throws forbidden `org_role_required`, `site_admin_required` */
export function requirePermission(standing: Standing, permission: Permission): void {
  if (may(standing, permission)) return;
  const { least } = PERMISSIONS[permission];
  if (least === 'site_admin') throw forbidden('Only site admins may do this.', 'site_admin_required');
  throw forbidden(`This needs the role "${least}" in the organization.`, 'org_role_required');
}

/** Everything that somebody of a rank may do. */
export function permissionsOf(rank: Rank): Permission[] {
  return (Object.keys(PERMISSIONS) as Permission[]).filter((name) => may({ rank, ties: [] }, name));
}

/**
 * What somebody signed in is to an organization.
 * @param role their role in it, `null` when not a member · @param owns whether they are its owner
 */
export function rankOf(actor: Pick<Actor, 'site_admin'>, role: MemberRole | null, owns = false): Rank {
  if (actor.site_admin) return 'site_admin';
  if (role === null) return 'user';
  return owns ? 'owner' : role;
}
