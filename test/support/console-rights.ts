import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, Page } from 'playwright-core';
import { may, type Standing } from '../../src/features/access/rules/permissions.js';
import type { TestUser } from './app.js';
import { type Place, PLACES } from './console-places.js';
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

/** Waits within the page, which is cheaper than to look for everything again and again, until its main part is there. */
async function arrived(page: Page, { needs, anywhere, shows }: Place, visitor: Visitor): Promise<void> {
  const main = allowed(visitor, needs, anywhere) ? shows(page) : page.getByText(REFUSED);
  // When it does not come, that is among the differences.
  await main
    .filter({ visible: true })
    .first()
    .waitFor({ timeout: PATIENCE_MS })
    .catch(() => undefined);
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
    await arrived(page, place, visitor);
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
