import { getModelToken } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { PlanChangesService } from '../../src/features/plans/plan-changes.service.js';
import { PLAN_CHANGE_MODEL, type PlanChangeDocument } from '../../src/features/plans/plan-changes.schema.js';
import { nextDiscordId, startApp, type TestApp, type TestUser } from '../support/app.js';
import { eventually } from '../support/eventually.js';

let backend: TestApp;
let siteAdmin: TestUser;

beforeAll(async () => {
  backend = await startApp({ run: 'api,worker', env: { MAIN_GUILD_ID: nextDiscordId() } });
  siteAdmin = await backend.user({ site_admin: true });
});

afterAll(() => backend.close());

it('tells webhooks of a change of plan, once, also when the process that wrote it was killed', async () => {
  const subscription = { url: 'https://example.com/hook', events: ['plan.changed'] };
  const { id } = (await siteAdmin.post<{ id: string }>('/webhooks', subscription)).body;
  const told = async () => {
    await backend.verselink.app.get(PlanChangesService, { strict: false }).sweep();
    const { body } = await siteAdmin.get<{ items: { event_id: string }[] }>(`/webhooks/${id}/deliveries`);
    return body.items.map(({ event_id }) => event_id);
  };
  const change = { discord_id: nextDiscordId(), action: 'subscription_created', plan: 'moddy_max' };
  const { status, body } = await siteAdmin.post<{ id: string }>('/plans/changes', change);
  expect(status).toBeLessThan(300);
  await eventually(async () => {
    expect(await told()).toEqual([body.id]);
  });
  const changes = backend.verselink.app.get<Model<PlanChangeDocument>>(getModelToken(PLAN_CHANGE_MODEL), {
    strict: false,
  });
  await changes.updateOne({ _id: body.id }, { $set: { untold: true } });
  expect(await told()).toEqual([body.id]);
  expect(await changes.exists({ untold: true })).toBeNull();
});
