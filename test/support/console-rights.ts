import { setTimeout as sleep } from 'node:timers/promises';
import { readFileSync } from 'node:fs';
import type { Browser, Locator, Page } from 'playwright-core';
import { may, type Standing } from '../../src/features/access/rules/permissions.js';
import type { TestUser } from './app.js';
import type { ConsoleStage } from './console-stage.js';
import { permissionOf } from './permission-table.js';
import { aScene } from './scene.js';

/** Somebody, and what they are to the stage's organization and to its event. */
export interface Visitor {
  readonly name: string;
  readonly user: TestUser;
  readonly standing: Standing;
  /** What they are to organizations of their own. */
  readonly elsewhere?: Standing;
}

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
interface Place {
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
const PLACES: readonly Place[] = [
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

/** What stands in place of what is not open to somebody. */
const REFUSED =
  /hidden from you|not open to you|no right to see|cannot be edited|cannot be changed|comes first|not staff of/;

/** How long a page may take until it is as it is to be. */
const PATIENCE_MS = 20_000;
const LOOK_AGAIN_MS = 100;

const allowed = ({ standing, elsewhere }: Visitor, operation: string, anywhere = false): boolean => {
  const [method = '', path = ''] = operation.split(' ');
  const permission = permissionOf(method, path);
  return [standing, ...(anywhere && elsewhere !== undefined ? [elsewhere] : [])].some((one) =>
    may(one, permission),
  );
};

/** A stranger up to a site admin, of a private organization with an event that one member organizes beside its staff. */
export async function visitorsOf({ app, scene, guild, people }: ConsoleStage): Promise<{
  readonly visitors: readonly Visitor[];
  /** What addresses name. */
  readonly ids: Readonly<Record<string, string>>;
}> {
  const handles = ['Olga', 'Ines', 'Nemo'];
  const [organizer, admin, stranger] = (await Promise.all(handles.map((handle) => app.user({ handle })))) as [
    TestUser,
    TestUser,
    TestUser,
  ];
  const join = ({ id }: TestUser, role: string) =>
    scene.admin.put(`/organizations/${scene.orgId}/members/${id}`, { role });
  await Promise.all([join(organizer, 'member'), join(admin, 'admin')]);
  const { admin: other } = await aScene(app);
  await Promise.all(
    [organizer, admin, stranger, other].map((user) => user.patch('/users/me', { locale: 'en' })),
  );
  const { id: event } = await scene.event({
    title: 'Secret raid',
    visibility: 'private',
    co_organizer_ids: [organizer.id],
  });
  const named = { name: 'Drills', event_id: event };
  const made = await scene.admin.post<{ id: string }>(`/organizations/${scene.orgId}/templates`, named);
  const series = await scene.admin.post<{ id: string }>('/series', {
    org_id: scene.orgId,
    event: {
      title: 'Weekly drill',
      description: 'We fly in formation around Yela.',
      type: 'raid',
      duration_minutes: 90,
      visibility: 'private',
    },
    rule: 'FREQ=WEEKLY;COUNT=2',
    timezone: 'Europe/Paris',
    local_start: '2042-01-07T20:30',
  });
  const standing = (rank: Standing['rank'], ties: Standing['ties'] = []): Standing => ({ rank, ties });
  return {
    ids: { org: scene.orgId, guild: guild.id, event, template: made.body.id, series: series.body.id },
    visitors: [
      { name: 'stranger', user: stranger, standing: standing('user') },
      {
        name: "another organization's owner",
        user: other,
        standing: standing('user'),
        elsewhere: standing('owner'),
      },
      { name: 'member', user: people.Zoe, standing: standing('member') },
      { name: 'event manager', user: organizer, standing: standing('member', ['organizer']) },
      { name: 'staff', user: people.Mira, standing: standing('staff') },
      { name: 'admin', user: admin, standing: standing('admin') },
      { name: 'owner', user: people.Ada, standing: standing('owner') },
      { name: 'site admin', user: people.Root, standing: standing('site_admin') },
    ],
  };
}

/** Where a page shows somebody more or less than it is to, at this moment. */
async function differencesAt(
  page: Page,
  { address, needs, anywhere: isAnywhere, shows, controls }: Place,
  visitor: Visitor,
): Promise<string[]> {
  const isOpen = allowed(visitor, needs, isAnywhere);
  const parts = [
    { name: 'a refusal', isDue: !isOpen, place: page.getByText(REFUSED) },
    { name: 'the page', isDue: isOpen, place: shows(page) },
    { name: 'what is loading', isDue: false, place: page.locator('.skeleton') },
    ...controls.map(({ name, operation, anywhere, find }) => ({
      name,
      isDue: (isOpen || anywhere === true) && allowed(visitor, operation, anywhere),
      place: find(page),
    })),
  ];
  const looks = parts.map(async ({ name, isDue, place }) => {
    const isThere = await place.filter({ visible: true }).first().isVisible();
    return isThere === isDue ? [] : [`${address}: ${name} ${isDue ? 'is missing' : 'is there'}`];
  });
  return (await Promise.all(looks)).flat();
}

/** Where the console shows somebody more or less than docs/permissions.md lets them do; nothing, when all is well. */
export async function differencesFor(
  stage: ConsoleStage,
  browser: Browser,
  visitor: Visitor,
  ids: Readonly<Record<string, string>>,
): Promise<string[]> {
  const { page, troubles, close } = await stage.enter(browser, visitor.user, '/app/events');
  const differences: string[] = [];
  for (const place of PLACES) {
    const at = Object.entries(ids).reduce((so, [name, id]) => so.replaceAll(`{${name}}`, id), place.address);
    // As a link of the console leads there, which loads nothing anew.
    await page.evaluate(`history.pushState({}, '', ${JSON.stringify(at)})`);
    const deadline = Date.now() + PATIENCE_MS;
    let found = await differencesAt(page, place, visitor);
    while (found.length > 0 && Date.now() < deadline) {
      await sleep(LOOK_AGAIN_MS);
      found = await differencesAt(page, place, visitor);
    }
    differences.push(...found);
  }
  differences.push(...troubles.filter((trouble) => !/status of 40[34]/.test(trouble)));
  await close();
  return differences;
}

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
