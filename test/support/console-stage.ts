import { getModelToken } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { v7 as uuidv7 } from 'uuid';
import { expect } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { violations } from '../../sandbox/test/page/axe.js';
import { openPage } from '../../sandbox/test/page/browser.js';
import { SessionsService } from '../../src/features/sessions/sessions.service.js';
import { JOB_MODEL, type JobDocument } from '../../src/queue/discord-jobs.schema.js';
import { RedisConnections } from '../../src/infra/redis.module.js';
import { causeOf } from '../../src/queue/rules/cause.js';
import { nextDiscordId, startApp, type TestApp, type TestUser } from './app.js';
import { decideOn } from './consent-page.js';
import { startDiscord, type TestDiscord, type TestGuild } from './discord.js';
import { aPrice, deliver, itemsOf, STRIPE_SECRET, stripeEvent } from './stripe.js';
import { aScene, type EventBody, type Scene } from './scene.js';

/** The console before somebody signs in learns so from a 401, which Chromium always writes to its own console. */
const ASKED_WHO =
  'console: Failed to load resource: the server responded with a status of 401 (Unauthorized)';

type Opened = Awaited<ReturnType<typeof openPage>>;

/** The whole application with the sandbox, an organization on a server, and people who can sign in to the console by name. */
export class ConsoleStage {
  private constructor(
    readonly discord: TestDiscord,
    readonly app: TestApp,
    readonly scene: Scene,
    readonly guild: TestGuild,
    /** `Ada` owns the organization, `Mira` is its staff and `Zoe` its member; `Eve` belongs to nothing, `Root` runs the site. */
    readonly people: Readonly<Record<'Ada' | 'Mira' | 'Zoe' | 'Eve' | 'Root', TestUser>>,
  ) {}

  static async open(): Promise<ConsoleStage> {
    const discord = await startDiscord({ rateLimits: { enabled: false } });
    const env = { ...discord.env, STRIPE_WEBHOOK_SECRET: STRIPE_SECRET };
    const app = await startApp({ run: 'api,bot,worker', env });
    const scene = await aScene(app);
    await scene.admin.patch(`/organizations/${scene.orgId}`, { name: 'Escadrille Aurore', tag: 'AURORE' });
    await scene.admin.patch('/users/me', { handle: 'Ada' });
    const [Mira, Zoe, Eve, Root] = await Promise.all([
      app.user({ handle: 'Mira' }),
      app.user({ handle: 'Zoe' }),
      app.user({ handle: 'Eve' }),
      app.user({ handle: 'Root', site_admin: true }),
    ]);
    await scene.admin.put(`/organizations/${scene.orgId}/members/${Mira.id}`, { role: 'staff' });
    await scene.admin.put(`/organizations/${scene.orgId}/members/${Zoe.id}`, { role: 'member' });
    const people = { Ada: scene.admin, Mira, Zoe, Eve, Root };
    const guild = await discord.guild(
      Object.entries(people).map(([username, { discord_id: id }]) => ({ id, username })),
    );
    await scene.register(guild);
    const managers = { username: 'Ada', roles: [guild.managerRoleId] };
    await discord.control('PUT', `/guilds/${guild.id}/members/${scene.admin.discord_id}`, managers);
    return new ConsoleStage(discord, app, scene, guild, people);
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.discord.close();
  }

  /** Jobs of the server that have failed, all for one reason, which may name what each was about. */
  failJobs(count: number, reasonOf: string | ((id: string) => string)): Promise<void> {
    return failJobs(this.app, this.guild, count, reasonOf);
  }

  /** A payment of somebody of whom only a customer's number is known. */
  async pay(email: string): Promise<void> {
    const subscription = {
      id: `sub_${email}`,
      object: 'subscription',
      customer: `cus_${email}`,
      status: 'active',
      metadata: { email },
      items: itemsOf(aPrice('premium', 900)),
    };
    const { status } = await deliver(
      this.app.anyone,
      stripeEvent('customer.subscription.created', 0, subscription),
    );
    expect(status).toBe(200);
  }

  /** Opens an address of the console as somebody who has signed in before. */
  async enter(
    browser: Browser,
    { id }: TestUser,
    address: string,
    options: Parameters<typeof openPage>[2] = {},
  ): Promise<Opened> {
    const sessions = this.app.verselink.app.get(SessionsService, { strict: false });
    const cookie = {
      name: 'verselink',
      value: await sessions.start(id, null),
      path: '/',
      domain: '127.0.0.1',
    };
    const set = { expires: -1, httpOnly: true, secure: false, sameSite: 'Lax' } as const;
    return openPage(browser, this.app.url + address, {
      ...options,
      storageState: { cookies: [{ ...cookie, ...set }], origins: [] },
    });
  }

  /** Opens an address of the console as somebody who has never been here, and signs them in. */
  async visit(
    browser: Browser,
    name: keyof ConsoleStage['people'],
    address: string,
    options: Parameters<typeof openPage>[2] = {},
  ): Promise<Opened> {
    const opened = await openPage(browser, this.app.url + address, options);
    const { page, troubles } = opened;
    await page.getByRole('link', { name: 'Discord' }).click();
    await decideOn(page, name, 'Authorize');
    await page.getByRole('navigation').first().waitFor();
    // Who is not signed in yet is no trouble.
    const first = troubles.indexOf(ASKED_WHO);
    if (first !== -1) troubles.splice(first, 1);
    return opened;
  }
}

/** Jobs of a server that have failed, all for one reason, which may name what each was about. */
export async function failJobs(
  app: TestApp,
  { id: guildId }: TestGuild,
  count: number,
  reasonOf: string | ((id: string) => string),
): Promise<void> {
  const rows = app.verselink.app.get<Model<JobDocument>>(getModelToken(JOB_MODEL), { strict: false });
  const now = new Date();
  const job = {
    job_type: 'update_discord_event',
    guild_id: guildId,
    event_id: null,
    payload: {},
    dedupe_key: null,
    status: 'failed',
    retry_count: 3,
    max_retries: 3,
    scheduled_at: now,
    created_at: now,
    completed_at: now,
  };
  const failed = Array.from({ length: count }, () => {
    const reason = typeof reasonOf === 'string' ? reasonOf : reasonOf(nextDiscordId());
    return { ...job, _id: uuidv7(), error_message: reason, cause: causeOf(reason, true) };
  });
  await rows.insertMany(failed);
}

/** Figures of the last minutes, as a community in the evening leaves them. */
export async function noteFigures(app: TestApp, minutes: number): Promise<void> {
  const { shared } = app.verselink.app.get(RedisConnections, { strict: false });
  const now = Math.floor(Date.now() / 60_000);
  const notes = shared.pipeline();
  for (let ago = minutes; ago > 0; ago -= 1) {
    const busy = Math.round(40 + 30 * Math.sin(ago / 20) + (ago % 7) * 3);
    const slow = ago % 45 === 0 ? 12 : 1;
    notes.hset(`figures:${String(now - ago)}`, {
      'request:0.025': busy * 3,
      'request:0.1': busy * 4,
      'request:0.5': busy * 4 + slow,
      'request:Infinity': busy * 4 + slow,
      'click:0.1': busy,
      'click:0.25': busy + slow,
      'click:Infinity': busy + slow,
      'discord_wait:0.02': busy,
      'discord_wait:0.5': busy + slow,
      'discord_wait:Infinity': busy + slow,
      discord_requests: busy * 2,
      discord_429s: ago % 45 === 0 ? 3 : 0,
      jobs_finished: busy,
      jobs_failed: ago % 45 === 0 ? 2 : 0,
      jobs_waiting: slow * 2,
      mirrors_behind: slow,
      mirror_lag_seconds: slow * 0.8,
    });
  }
  await notes.exec();
}

/** An event with roles, ships and every kind of answer. */
export async function aBusyEvent({ app, scene, people }: ConsoleStage): Promise<EventBody> {
  const event = await scene.event({
    title: 'Raid on Jumptown',
    description:
      'We meet at Everus Harbor, form up by role and fly to Jumptown together.\nBring a spare suit.',
    visibility: 'public',
    approval_required: true,
    answers: ['tentative', 'late', 'absent'],
    roles: [
      { name: 'Pilot', capacity: 2, emoji: '🚀' },
      { name: 'Gunner on the upper turret of the escorting Hammerhead', capacity: 3 },
    ],
    fleet_ships: [{ ship_model: 'Hammerhead', required_crew: 4 }],
  });
  const [pilot, gunner] = event.roles.map(({ id }) => id);
  const names = ['Ezra', 'Kenji_Watanabe_of_the_long_name', 'Lou', 'Ngozi', 'Ruth', 'Sven'];
  const others = await Promise.all(names.map((handle) => app.user({ handle })));
  const signups: [TestUser | undefined, object, object | null][] = [
    [people.Zoe, { role_id: pilot, notes: 'I bring a medic.' }, { approved: true }],
    [people.Mira, { role_id: pilot, ship_model: 'Gladius' }, { approved: true }],
    [others[0], { role_id: pilot }, { approved: true }],
    [others[1], { role_id: gunner }, { approved: true }],
    [others[2], { role_id: gunner, notes: 'First raid!' }, null],
    [others[3], { status: 'tentative' }, null],
    [others[4], { status: 'absent' }, null],
    [others[5], { role_id: gunner }, { status: 'late' }],
  ];
  for (const [user, wishes, decided] of signups) {
    await user?.post(`/events/${event.id}/signups`, wishes);
    if (decided !== null) await scene.admin.patch(`/events/${event.id}/signups/${String(user?.id)}`, decided);
  }
  await scene.admin.patch(`/events/${event.id}/signups/${people.Zoe.id}`, { status: 'checked_in' });
  return event;
}

/**
 * Axe finds nothing, nothing is wider than the screen, lines of links show the one of the page, and the Tab key reaches every
 * control once, in a circle.
 */
export async function expectUsable(page: Page): Promise<void> {
  const hidden = () =>
    page.evaluate<string[]>(`[...document.querySelectorAll('nav [aria-current=page]')]
    .filter((link) => link.getBoundingClientRect().left < 0 || link.getBoundingClientRect().right > innerWidth)
    .map((link) => link.textContent)`);
  await expect.poll(hidden).toEqual([]);
  expect(await violations(page)).toEqual([]);
  const [wide, screen] = await page.evaluate<[number, number]>(
    '[document.documentElement.scrollWidth, document.documentElement.clientWidth]',
  );
  expect(wide).toBeLessThanOrEqual(screen);
  expect(await unreached(page)).toEqual([]);
}

/** The controls that the Tab key does not reach: one after another, and back to the first. */
async function unreached(page: Page): Promise<string[]> {
  // An entry of a group of radio buttons, tabs or grid rows is reached by the arrow keys, and tells so by its tabindex.
  const controls = await page.evaluate<number>(`(() => {
    const seen = [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]')].filter(
      (control) => control.checkVisibility() && !control.disabled && control.tabIndex >= 0 && !control.closest('[inert]') &&
        !(control.type === 'radio' && !control.checked),
    );
    seen.forEach((control, index) => { control.dataset.walk = index; });
    document.activeElement?.blur();
    // Each part of a date, and the button of its calendar, is a stop of its own.
    return seen.length + 7 * seen.filter((control) => control.type?.startsWith('date')).length;
  })()`);
  // A list passes the focus on to its first row at once: it has been reached, too.
  await page.evaluate(`addEventListener('focusin', ({ target }) => { delete target.dataset.walk; })`);
  for (let step = 0; step < controls + 5; step += 1) await page.keyboard.press('Tab');
  return page.evaluate<string[]>(
    `document.activeElement?.blur(), [...document.querySelectorAll('[data-walk]')].map((control) => {
      delete control.dataset.walk;
      return control.outerHTML.slice(0, 120);
    })`,
  );
}
