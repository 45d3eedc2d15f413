import { afterAll, beforeAll, expect, it } from 'vitest';
import { startApp, type TestApp, type TestUser } from '../support/app.js';
import type { ProblemBody } from '../support/client.js';
import { aScene, type Scene } from '../support/scene.js';

let app: TestApp;
let scene: Scene;
let helper: TestUser;
let member: TestUser;
let stranger: TestUser;

beforeAll(async () => {
  app = await startApp();
  scene = await aScene(app);
  [helper, member, stranger] = await Promise.all([app.user(), app.user(), app.user()]);
  for (const { id } of [helper, member]) {
    await scene.admin.put(`/organizations/${scene.orgId}/members/${id}`, { role: 'member' });
  }
});
afterAll(() => app.close());

it('change the event as its creator may, as long as they belong to the organization', async () => {
  const { id } = await scene.event({ state: 'draft', co_organizer_ids: [helper.id] });
  const rename = (who: TestUser, title: string) => who.patch<ProblemBody>(`/events/${id}`, { title });

  expect((await rename(helper, 'Night convoy')).body).toMatchObject({ co_organizer_ids: [helper.id] });
  expect((await helper.get<{ items: object[] }>('/events')).body.items).toMatchObject([{ id }]);
  expect((await rename(member, 'My convoy')).status).toBe(404);
  expect((await member.get<{ items: object[] }>('/events')).body.items).toEqual([]);

  await scene.admin.post(`/events/${id}/publish`);
  expect((await rename(helper, 'Night convoy, again')).status).toBe(200);
  expect((await rename(member, 'My convoy')).body).toMatchObject({ status: 403, code: 'org_role_required' });
  expect((await helper.get(`/discord/events/events/${id}/discord`)).status).toBe(200);
  expect((await helper.post(`/events/${id}/signups`, { user_id: member.id })).status).toBe(201);

  await scene.admin.delete(`/organizations/${scene.orgId}/members/${helper.id}`);
  expect((await rename(helper, 'Still mine')).status).toBe(403);
});

it('are members of the organization', async () => {
  const event = await scene.event();
  const named = { co_organizer_ids: [member.id, stranger.id] };
  const refused = await scene.admin.patch<ProblemBody>(`/events/${event.id}`, named);
  expect(refused.body).toMatchObject({ status: 422, errors: [{ field: 'co_organizer_ids.1' }] });
});
