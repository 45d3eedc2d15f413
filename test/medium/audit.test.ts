import { afterAll, beforeAll, expect, it } from 'vitest';
import { startApp, type TestApp, type TestUser } from '../support/app.js';
import { startDiscord, type TestDiscord } from '../support/discord.js';
import { aScene, type Scene } from '../support/scene.js';

interface Entry {
  readonly action: string;
  readonly actor_id: string | null;
  readonly target_id: string;
  readonly fields: readonly string[];
  readonly values: object;
  readonly source: string;
  readonly request_id: string | null;
  readonly at: string;
  readonly actor_handle: string | null;
}
interface Page {
  readonly items: readonly Entry[];
  readonly next_cursor: string | null;
}

let app: TestApp;
let discord: TestDiscord;
let scene: Scene;
let staff: TestUser;
let member: TestUser;
let stranger: TestUser;

beforeAll(async () => {
  discord = await startDiscord();
  app = await startApp({ run: 'api,worker', env: discord.env });
  scene = await aScene(app);
  [staff, member, stranger] = await Promise.all([app.user(), app.user({ handle: 'Nova' }), app.user()]);
});
afterAll(async () => {
  await app.close();
  await discord.close();
});

const org = () => `/organizations/${scene.orgId}`;
const actions = ({ items }: Page) => items.map(({ action }) => action);

it("an organization's audit says who did what, and holds nothing personal", async () => {
  await scene.admin.put(`${org()}/members/${staff.id}`, { role: 'staff' });
  await scene.admin.put(`${org()}/members/${member.id}`, { role: 'member' });
  await scene.admin.patch(org(), { description: 'We fly by night.', visibility: 'unlisted' });
  const event = await scene.event();
  await staff.patch(`/events/${event.id}`, { title: 'Night convoy', duration_minutes: 90 });
  await staff.post(`/events/${event.id}/signups`, { user_id: member.id, notes: 'Wants the red ship.' });
  await staff.post(`/events/${event.id}/cancel`, { reason: 'Rain.' });
  await staff.delete(`${org()}/members/${staff.id}`);

  const audit = (await scene.admin.get<Page>(`${org()}/audit`)).body;
  expect(actions(audit)).toEqual([
    'member.left',
    'event.cancelled',
    'signup.created',
    'event.changed',
    'event.created',
    'organization.changed',
    'member.put',
    'member.put',
    'organization.created',
  ]);
  const [left, , signup, changed, , organization] = audit.items;
  expect(left).toMatchObject({ actor_id: staff.id, target_id: staff.id, source: 'web' });
  expect(signup).toMatchObject({ actor_id: staff.id, target_id: member.id });
  expect(changed).toMatchObject({ fields: ['duration_minutes', 'title'], values: { duration_minutes: 90 } });
  expect(organization).toMatchObject({ values: { visibility: 'unlisted' } });
  expect(organization?.request_id).toEqual(expect.any(String));
  // Names are looked up for the answer; the entries hold ids.
  const text = JSON.stringify(audit, (field, value: unknown) => (field.endsWith('_handle') ? null : value));
  for (const personal of ['Nova', member.discord_id, 'We fly', 'convoy', 'red ship', 'Rain']) {
    expect(text).not.toContain(personal);
  }

  const page = (await scene.admin.get<Page>(`${org()}/audit?limit=4`)).body;
  const next = await scene.admin.get<Page>(`${org()}/audit?limit=100&cursor=${page.next_cursor}`);
  expect([...actions(page), ...actions(next.body)]).toEqual(actions(audit));

  const narrowed = async (query: string) =>
    actions((await scene.admin.get<Page>(`${org()}/audit?${query}`)).body);
  expect(await narrowed('about=member')).toEqual(['member.left', 'member.put', 'member.put']);
  expect(await narrowed(`about=event&actor_id=${staff.id}`)).toEqual(['event.cancelled', 'event.changed']);
  expect(await narrowed(`to=${organization?.at ?? ''}`)).toEqual([
    'member.put',
    'member.put',
    'organization.created',
  ]);
  expect(await narrowed(`from=${new Date().toISOString()}`)).toEqual([]);
  expect((await scene.admin.get(`${org()}/audit?about=weather`)).status).toBe(422);
  expect(signup).toMatchObject({ actor_handle: expect.any(String) as string, target_handle: 'Nova' });
});

it("an event's timeline says it too, with members' own answers", async () => {
  const event = await scene.event();
  const path = `/events/${event.id}`;
  await member.post(`${path}/signups`);
  const timeline = async () => actions((await scene.admin.get<Page>(`${path}/timeline`)).body);
  await expect.poll(timeline).toEqual(['signup.created', 'event.created']);
  await member.delete(`${path}/signups/me`);
  await scene.admin.post(`${path}/cancel`);
  await expect
    .poll(async () => (await timeline()).sort())
    .toEqual(['event.cancelled', 'event.created', 'signup.created', 'signup.withdrawn']);
});

it('is read by those who may, and by nobody else', async () => {
  const event = await scene.event();
  const reads = (path: string) =>
    Promise.all([scene.admin, member, stranger].map(async (who) => (await who.get(path)).status));
  expect(await reads(`${org()}/audit`)).toEqual([200, 403, 403]);
  expect(await reads(`/events/${event.id}/timeline`)).toEqual([200, 403, 403]);
});

it('holds what is asked of mirrors, beside the event', async () => {
  const guild = await discord.guild();
  await scene.register(guild);
  const event = await scene.event();
  const mirrors = '/discord/events/events';
  const requests = [
    scene.admin.post(`${mirrors}/create/${event.id}`, { guild_ids: [guild.id] }),
    scene.admin.put(`${mirrors}/update/${event.id}`),
    scene.admin.delete(`${mirrors}/delete/${event.id}`),
  ];
  expect((await Promise.all(requests)).map(({ status }) => status)).toEqual([202, 202, 202]);
  const { body } = await scene.admin.get<Page>(`/events/${event.id}/timeline`);
  const asked = body.items.filter(
    ({ action, source }) => action.startsWith('mirror.') && source !== 'system',
  );
  expect(asked.map(({ action }) => action).sort()).toEqual([
    'mirror.created',
    'mirror.deleted',
    'mirror.updated',
  ]);
  expect(asked.every(({ actor_id }) => actor_id === scene.admin.id)).toBe(true);
  expect(asked.find(({ action }) => action === 'mirror.created')?.fields).toEqual(['guild_ids']);
});

it('holds what site admins do to the installation, and people to their profiles, for site admins', async () => {
  const root = await app.user({ handle: 'Root', site_admin: true });
  await member.patch('/users/me', { email: 'nova@example.com', timezone: 'Europe/Paris' });
  const webhook = { url: 'https://hooks.example.invalid/key', events: ['member_joined'] };
  const { id } = (await root.post<{ id: string }>('/webhooks', webhook)).body;
  await root.patch(`/webhooks/${id}`, { active: false });
  await root.post('/discord/jobs/process');
  expect((await root.post('/webhooks', { url: 'nonsense' })).status).toBe(422);
  const { body } = await root.get<Page>('/audit');
  expect(actions(body).slice(0, 4)).toEqual([
    'job.processed',
    'webhook.changed',
    'webhook.created',
    'account.changed',
  ]);
  const [, changed, created, profile] = body.items;
  expect(changed).toMatchObject({ actor_id: root.id, target_id: id, fields: ['active'], values: {} });
  expect(created).toMatchObject({ actor_id: root.id, target_id: id, fields: ['events', 'url'] });
  expect(profile).toMatchObject({ actor_id: member.id, target_id: member.id, fields: ['email', 'timezone'] });
  for (const secret of ['nova@example.com', 'hooks.example'])
    expect(JSON.stringify(body)).not.toContain(secret);
  expect((await scene.admin.get('/audit')).status).toBe(403);
});
