import { readFileSync } from 'node:fs';
import type { Locator, Page } from 'playwright-core';

/** Something in the console, and the operation that it stands for. */
interface Control {
  readonly name: string;
  /** As test/support/permission-table.ts knows it, such as `PATCH /events/{id}`. */
  readonly operation: string;
  readonly find: (page: Page) => Locator;
  /** Whether it is there for who may do so in any organization. */
  readonly anywhere?: true;
}

/** An address of the console. */
export interface Place {
  readonly address: string;
  /** Without this one, it says in plain words that it is not open. */
  readonly needs: string;
  /** Whether it is open to who may do so in any organization. */
  readonly anywhere?: true;
  /** By what it is known to be there. */
  readonly shows: (page: Page) => Locator;
  readonly controls: readonly Control[];
}

const button = (operation: string, name: string | RegExp): Control => ({
  name: `button ${String(name)}`,
  operation,
  find: (page) => page.getByRole('main').getByRole('button', { name }),
});
const link = (operation: string, name: string | RegExp): Control => ({
  name: `link ${String(name)}`,
  operation,
  find: (page) => page.getByRole('main').getByRole('link', { name }),
});
const region = (operation: string, name: string): Control => ({
  name: `part ${name}`,
  operation,
  find: (page) => page.getByRole('main').getByRole('region', { name }),
});
const entry = (operation: string, name: string): Control => ({
  name: `navigation ${name}`,
  operation,
  find: (page) => page.getByRole('navigation', { name: 'Sections' }).getByRole('link', { name }),
  anywhere: true,
});

const heading =
  (name: string) =>
  (page: Page): Locator =>
    page.getByRole('heading', { level: 1, name });
const tab =
  (name: string) =>
  (page: Page): Locator =>
    page.locator('.tabs [aria-current=page]').filter({ hasText: name });

/** What the console shows of what docs/permissions.md speaks of, on a private organization. `{org}` stands for its id, and so on. */
export const PLACES: readonly Place[] = [
  {
    address: '/app/events',
    needs: 'GET /events',
    shows: heading('Events'),
    controls: [
      entry('GET /events', 'Events'),
      entry('GET /organizations', 'Organizations'),
      entry('GET /users/me', 'My account'),
      entry('GET /discord/guilds/{guild_id}', 'Servers'),
      entry('GET /discord/jobs', 'Administration'),
      { ...link('POST /events', 'New event'), anywhere: true },
      { ...link('GET /organizations/{id}/templates', 'Templates'), anywhere: true },
      link('GET /events/{id}', 'Secret raid'),
    ],
  },
  {
    address: '/app/organizations/{org}',
    needs: 'GET /organizations/{id}',
    shows: tab('Profile'),
    controls: [
      link('GET /organizations/{id}/members', 'Members'),
      link('GET /organizations/{id}/audit', 'Audit'),
      link('GET /organizations/{id}/attendance', 'Attendance'),
      link('GET /organizations/{id}/feeds', 'Calendar'),
      link('GET /organizations/{id}/templates', 'Templates'),
      link('POST /events', 'New event'),
      button('PATCH /organizations/{id}', 'Save'),
      region('GET /organizations/{id}/limits', 'Limits'),
    ],
  },
  {
    address: '/app/organizations/{org}?tab=members',
    needs: 'GET /organizations/{id}/members',
    shows: tab('Members'),
    controls: [
      {
        name: 'choice of a role',
        operation: 'PUT /organizations/{id}/members/{user_id}',
        find: (page) => page.getByRole('combobox', { name: /^Role of/ }),
      },
      button('DELETE /organizations/{id}/members/{user_id}', /^Remove/),
      button('POST /organizations/{id}/transfer', /^Transfer/),
      region('GET /organizations/{id}/join-requests', 'Join requests'),
      region('GET /organizations/{id}/invites', 'Invites'),
      button('POST /organizations/{id}/invites', 'Make a link'),
    ],
  },
  {
    address: '/app/organizations/{org}?tab=audit',
    needs: 'GET /organizations/{id}/audit',
    shows: tab('Audit'),
    controls: [],
  },
  {
    address: '/app/events/{event}',
    needs: 'GET /events/{id}',
    shows: tab('Roster'),
    controls: [
      link('PATCH /events/{id}', 'Edit'),
      button('POST /events/{id}/start', 'Start'),
      button('POST /events/{id}/cancel', /^Cancel/),
      link('POST /events', 'Duplicate'),
      link('GET /events/{id}/timeline', 'Timeline'),
      link('GET /events/{id}/attendance', 'Attendance'),
      link('GET /events/{id}/signups.csv', 'Export (CSV)'),
    ],
  },
  {
    address: '/app/events/{event}/edit',
    needs: 'PATCH /events/{id}',
    shows: heading('Edit “Secret raid”'),
    controls: [],
  },
  {
    address: '/app/events/{event}/mirrors',
    needs: 'GET /events/{id}',
    shows: tab('Mirrors'),
    controls: [
      button('PUT /discord/events/events/update/{event_id}', /^Send/),
      button('GET /discord/events/events/{event_id}/discord/{guild_id}', /^Compare/),
    ],
  },
  {
    address: '/app/events/{event}/timeline',
    needs: 'GET /events/{id}/timeline',
    shows: tab('Timeline'),
    controls: [],
  },
  {
    address: '/app/events/{event}/attendance',
    needs: 'GET /events/{id}/attendance',
    shows: tab('Attendance'),
    controls: [],
  },
  {
    address: '/app/events/new',
    needs: 'POST /events',
    anywhere: true,
    shows: heading('New event'),
    controls: [],
  },
  {
    address: '/app/events/templates?org={org}',
    needs: 'GET /organizations/{id}/templates',
    shows: (page) => page.getByRole('heading', { name: 'Drills' }),
    controls: [
      link('POST /events', 'Use the template Drills'),
      link('PATCH /organizations/{id}/templates/{template_id}', 'Edit the template Drills'),
      button('DELETE /organizations/{id}/templates/{template_id}', 'Delete the template Drills'),
      link('PATCH /series/{id}', /^Edit the series/),
    ],
  },
  {
    address: '/app/events/templates/{org}/{template}/edit',
    needs: 'PATCH /organizations/{id}/templates/{template_id}',
    shows: heading('Edit the template “Drills”'),
    controls: [],
  },
  {
    address: '/app/series/{series}/edit',
    needs: 'PATCH /series/{id}',
    shows: heading('Edit the series “Weekly drill”'),
    controls: [],
  },
  {
    address: '/app/organizations',
    needs: 'GET /organizations',
    shows: heading('Organizations'),
    controls: [button('POST /organizations', /^Found/)],
  },
  { address: '/app/servers', needs: 'GET /discord/guilds', shows: heading('Servers'), controls: [] },
  {
    address: '/app/servers/{guild}',
    needs: 'GET /discord/guilds/{guild_id}',
    shows: tab('Doctor'),
    controls: [
      button('POST /discord/guilds/{guild_id}/doctor/trial', /^Post a test/),
      link('PATCH /discord/guilds/{guild_id}', 'Settings'),
    ],
  },
  { address: '/app/admin', needs: 'GET /discord/jobs/failures', shows: heading('Failures'), controls: [] },
  ...(
    [
      ['', 'My events'],
      ['/settings', 'Settings'],
      ['/calendar', 'Calendar'],
      ['/plan', 'Plan'],
      ['/access', 'Access'],
      ['/data', 'My data'],
    ] as const
  ).map(([page, title]) => ({
    ...{ address: `/app/me${page}`, needs: 'GET /users/me', shows: heading(title), controls: [] },
  })),
  { address: '/app/admin/jobs', needs: 'GET /discord/jobs', shows: heading('Jobs'), controls: [] },
  {
    address: '/app/admin/health',
    needs: 'GET /discord/stats/history',
    shows: heading('Health'),
    controls: [],
  },
  {
    address: '/app/admin/payments',
    needs: 'GET /plans/unmatched',
    shows: heading('Payments'),
    controls: [],
  },
  {
    address: '/app/admin/places',
    needs: 'GET /discord/stats',
    shows: heading('Organizations and servers'),
    controls: [],
  },
  { address: '/app/admin/audit', needs: 'GET /audit', shows: heading('Audit'), controls: [] },
  { address: '/app/admin/webhooks', needs: 'GET /webhooks', shows: heading('Webhooks'), controls: [] },
];

const ROUTER = new URL('../../console/src/router.tsx', import.meta.url);

/** The console's pages that have no row above, so that nobody has said who may open them. */
export function pagesWithoutRow(): string[] {
  const routes = [
    ...readFileSync(ROUTER, 'utf8').matchAll(
      /(?:const (\w+) = )?createRoute\(\{\s+getParentRoute: \(\) => (\w+),\s+path: '([^']*)',\s+(beforeLoad)?/g,
    ),
  ].map(([, name, parent = '', path = '', leadsOn]) => ({ name, parent, path, leadsOn }));
  const addressOf = (parent: string): string => {
    const above = routes.find(({ name }) => name === parent);
    return above === undefined ? '/app' : addressOf(above.parent) + above.path;
  };
  const known = new Set(PLACES.map(({ address }) => shapeOf(address)));
  return routes
    .filter(({ name, leadsOn }) => leadsOn === undefined && !routes.some(({ parent }) => parent === name))
    .map(({ parent, path }) => (addressOf(parent) + path).replace(/\/$/, ''))
    .filter((address) => !known.has(shapeOf(address)));
}

/** An address without what it asks and names: `/app/events/*`. */
const shapeOf = (address: string): string => address.replace(/\?.*/, '').replaceAll(/\{\w+\}|\$\w+/g, '*');
