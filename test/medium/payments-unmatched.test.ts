import { createConnection } from 'mongoose';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { nextDiscordId } from '../support/app.js';
import { aPlansStage, PRICES, ROLES, type Payer, type PlansStage } from '../support/plans-stage.js';
import { itemsOf } from '../support/stripe.js';

let stage: PlansStage;
let nova: Payer;

beforeAll(async () => {
  stage = await aPlansStage();
});
afterAll(() => stage.close());
beforeEach(async () => {
  nova = await stage.payer();
});

describe('whose a payment is', () => {
  interface Unmatched {
    readonly id: string;
    readonly subscription_id: string;
    readonly discord_id: string | null;
  }
  const unmatched = async (): Promise<Unmatched | undefined> => {
    const { status, body } = await stage.siteAdmin.get<{ items: Unmatched[] }>('/plans/unmatched?limit=100');
    expect(status).toBe(200);
    return body.items.find(({ subscription_id }) => subscription_id === nova.id());
  };

  it('is said by an admin when nothing else says it, and known of the customer from then on', async () => {
    await nova.created(0, { metadata: {} });
    await nova.created(0, { metadata: {}, items: itemsOf(PRICES.max) }, 'another');
    const change = await unmatched();
    expect(change).toMatchObject({
      plan_keys: ['basic'],
      status: 'active',
      entitles: true,
      discord_id: null,
    });
    const match = `/plans/unmatched/${String(change?.id)}/match`;
    const body = { discord_id: nova.user.discord_id };
    expect(await stage.siteAdmin.post(match, body)).toMatchObject({
      status: 200,
      body,
    });
    await nova.hasRoles(ROLES.max);
    expect(await unmatched()).toBeUndefined();
    expect((await stage.siteAdmin.post(match, body)).status).toBe(200);
    const stranger = await stage.siteAdmin.post(match, { discord_id: nextDiscordId() });
    expect(stranger).toMatchObject({ status: 409, body: { code: 'already_matched' } });

    await nova.deleted(9, { metadata: {} });
    await nova.deleted(9, { metadata: {} }, 'another');
    await nova.hasRoles();
  });

  it('is known of the customer, whichever of their events names the member first', async () => {
    await nova.created(0, { metadata: {}, items: itemsOf(PRICES.max) });
    expect(await unmatched()).toBeDefined();
    await nova.created(1, {}, 'another');
    await nova.hasRoles(ROLES.max);
  });

  it('is known by an address that exactly one account has verified, whatever its case', async () => {
    const email = `nova${nova.user.discord_id}@example.com`;
    const session = {
      id: nova.id('cs'),
      object: 'checkout.session',
      mode: 'subscription',
      subscription: nova.id(),
      payment_status: 'paid',
      customer_details: { email: email.toUpperCase() },
      metadata: {},
    };
    await nova.user.patch('/users/me', { email });
    await nova.created(0, { metadata: {} });
    await stage.tell('checkout.session.completed', 1, session);
    expect(await unmatched()).toBeDefined();
    await verify(email);
    await stage.tell('checkout.session.completed', 2, session);
    await nova.hasRoles(ROLES.basic);
  });

  it('is not guessed where two accounts have verified the address', async () => {
    const email = `two${nova.user.discord_id}@example.com`;
    const other = await stage.app.user({ handle: 'Orion' });
    for (const user of [nova.user, other]) await user.patch('/users/me', { email });
    await verify(email);
    await nova.created(0, { metadata: {} });
    const invoice = { id: nova.id('in'), object: 'invoice', subscription: nova.id(), customer_email: email };
    await stage.tell('invoice.paid', 1, invoice);
    expect(await unmatched()).toMatchObject({ discord_id: null, email });
  });

  it('is for site admins alone to see and to say', async () => {
    expect((await nova.user.get('/plans/unmatched')).status).toBe(403);
    const nowhere = '/plans/unmatched/0197c5a0-0000-7000-8000-000000000000/match';
    expect((await nova.user.post(nowhere, { discord_id: nova.user.discord_id })).status).toBe(403);
    expect(await stage.siteAdmin.post(nowhere, { discord_id: nova.user.discord_id })).toMatchObject({
      status: 404,
      body: { code: 'unmatched_change_not_found' },
    });
    expect((await stage.siteAdmin.post(nowhere, { discord_id: 'x' })).status).toBe(422);
  });

  async function verify(email: string): Promise<void> {
    const connection = await createConnection(stage.databases.mongodbUri, { autoIndex: false }).asPromise();
    await connection.collection('users').updateMany({ email }, { $set: { email_verified: true } });
    await connection.close();
  }
});
