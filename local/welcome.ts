import { organizer, siteAdmin } from './seed/first-server.js';
import type { Seeded } from './seed/seed.js';
import type { Addresses } from './stack/stack.js';

/** What there is to say once everything runs. */
export interface Welcome {
  readonly addresses: Addresses;
  readonly siteAdminToken: string;
  readonly organizerToken: string;
  /** Undefined when nothing was seeded: a real database or a real Discord is configured. */
  readonly seeded: Seeded | undefined;
  readonly now: Date;
}

const dayMs = 24 * 60 * 60 * 1000;

/** The text that `npm start` ends its output with. */
export function welcomeText(welcome: Welcome): string {
  const { addresses, seeded } = welcome;
  return [
    '',
    'Where to look',
    `  console                    ${addresses.publicUrl}/app`,
    `  API, and its description   ${addresses.publicUrl}/api/docs`,
    `  sign in as a member        ${addresses.publicUrl}/api/v1/auth/discord/login`,
    `  internal API of the bot    ${addresses.internalUrl}/internal/health`,
    ...(addresses.sandboxUrl === undefined ? [] : [`  Discord, as a member       ${addresses.sandboxUrl}/`]),
    '',
    `For the lines below and those of the documents, to paste: a site admin's token (${siteAdmin.handle}), an organizer's (${organizer.handle})`,
    `api=${addresses.publicUrl}/api/v1`,
    ...(addresses.sandboxUrl === undefined ? [] : [`sandbox=${addresses.sandboxUrl}`]),
    `admin=${welcome.siteAdminToken}`,
    `token=${welcome.organizerToken}`,
    '',
    ...(seeded === undefined ? toTryWithoutSeeds(welcome) : toTry(welcome, seeded)),
    '',
    'Ctrl-C stops everything; the data stays.',
  ].join('\n');
}

function toTry(welcome: Welcome, seeded: Seeded): string[] {
  const { addresses } = welcome;
  const event = {
    org_id: seeded.organizationId,
    title: 'Sortie minage à Aaron Halo',
    description: 'Deux Prospector et une escorte. Everybody is welcome.',
    type: 'mining',
    start_at_utc: tomorrowEvening(welcome.now),
    duration_minutes: 120,
    location: 'Stanton, CRU-L1',
    max_participants: 10,
    roles: [
      { name: 'Mineur', capacity: 4, emoji: '⛏️' },
      { name: 'Escorte', capacity: 6, emoji: '🛡️' },
    ],
  };
  return [
    'Three lines to try. Create an event:',
    curl(`${addresses.publicUrl}/api/v1/events`, event),
    '',
    `See it in Discord, as a scheduled event and a signup message (or at ${addresses.sandboxUrl ?? ''}/):`,
    `curl -s ${addresses.sandboxUrl ?? ''}/sandbox/guilds/${seeded.guildId}`,
    '',
    'See the events and who has signed up so far:',
    curl(`${addresses.publicUrl}/api/v1/events`),
  ];
}

function toTryWithoutSeeds({ addresses }: Welcome): string[] {
  return [
    'Three lines to try. Create an organization:',
    curl(`${addresses.publicUrl}/api/v1/organizations`, {
      name: 'Escadrille Aurore',
      tag: 'AURORE',
    }),
    '',
    'Who am I, and which events are there:',
    curl(`${addresses.publicUrl}/api/v1/users/me`),
    curl(`${addresses.publicUrl}/api/v1/events`),
  ];
}

/** A line to paste into a shell where `token` is set. */
function curl(url: string, body?: unknown): string {
  const send =
    body === undefined ? '' : ` -H 'content-type: application/json' -d ${shellQuoted(JSON.stringify(body))}`;
  return `curl -s ${url} -H "authorization: Bearer $token"${send}`;
}

function shellQuoted(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

function tomorrowEvening(now: Date): string {
  const day = new Date(now.getTime() + dayMs);
  day.setUTCHours(20, 0, 0, 0);
  return day.toISOString();
}
