import { getModelToken } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { PlanRolesService } from '../../src/features/plans/plan-roles.service.js';
import {
  ROLE_GRANTS_MODEL,
  type RoleGrantsDocument,
} from '../../src/features/role-mappings/role-grants.schema.js';
import { aPlansStage, PRICES, ROLES, TOLD, type Payer, type PlansStage } from '../support/plans-stage.js';
import { aPrice, itemsOf } from '../support/stripe.js';

let stage: PlansStage;
let nova: Payer;

beforeAll(async () => {
  stage = await aPlansStage();
});
afterAll(() => stage.close());
beforeEach(async () => {
  nova = await stage.payer();
});

describe('what a member is entitled to', () => {
  it('is the best plan of all their subscriptions', async () => {
    await nova.created(0, {}, 'old');
    await nova.created(1, { items: itemsOf(PRICES.max) }, 'new');
    await nova.hasRoles(ROLES.max);
    await nova.deleted(2, {}, 'old');
    await nova.deleted(3, {}, 'other');
    await nova.isTold(TOLD.activated('basic'), TOLD.upgraded('max'));
    await nova.hasRoles(ROLES.max);
    await nova.deleted(4, { items: itemsOf(PRICES.max) }, 'new');
    await nova.hasRoles();
    await nova.isTold(TOLD.activated('basic'), TOLD.upgraded('max'), TOLD.cancelled);
  });

  it('falls back to the plan that is left', async () => {
    await nova.created(0, {}, 'old');
    await nova.created(1, { items: itemsOf(PRICES.max) }, 'new');
    await nova.deleted(2, {}, 'new');
    await nova.isTold(TOLD.activated('basic'), TOLD.upgraded('max'), TOLD.downgraded('basic'));
    await nova.hasRoles(ROLES.basic);
  });

  it('is told once for one purchase, however many events and ids tell of it', async () => {
    const invoice = {
      id: nova.id('in'),
      object: 'invoice',
      customer: nova.customer,
      customer_email: 'nova@example.com',
      parent: {
        subscription_details: { subscription: nova.id(), metadata: { discord_id: nova.user.discord_id } },
      },
      lines: itemsOf(PRICES.basic),
    };
    await nova.created(0, { status: 'incomplete' });
    await stage.tell('invoice.paid', 1, invoice);
    await nova.updated(1);
    await nova.created(0);
    await stage.tell('invoice.payment_succeeded', 1, invoice);
    await stage.tell('checkout.session.completed', 2, {
      id: 'cs_1',
      object: 'checkout.session',
      mode: 'subscription',
      subscription: nova.id(),
      payment_status: 'paid',
      metadata: {},
    });
    await nova.hasRoles(ROLES.basic);
    await nova.isTold(TOLD.activated('basic'));
    expect((await nova.messages())[0]).toBe(
      "🎉 Votre abonnement basic a été activé avec succès !\n\n📧 Email: nova@example.com\n\nMerci d'utiliser Moddy ! 🤖",
    );
  });

  it('follows a change of price: the key of the price counts, not what the metadata once said', async () => {
    const metadata = { discord_id: nova.user.discord_id, plan: 'basic' };
    await nova.created(0, { metadata });
    await nova.updated(1, { metadata, items: itemsOf(PRICES.max) });
    await nova.isTold(TOLD.activated('basic'), TOLD.upgraded('max'));
    await nova.hasRoles(ROLES.max);
  });

  it('is the mapped item, wherever it stands', async () => {
    await nova.created(0, { items: itemsOf(aPrice('addon', 100), PRICES.max) });
    await nova.isTold(TOLD.activated('max'));
    await nova.hasRoles(ROLES.max);
  });

  it('tells a change of interval or currency as a change, and not as better or worse', async () => {
    await nova.created(0);
    await nova.updated(1, { items: itemsOf(aPrice('basic', 5_000, { recurring: { interval: 'year' } })) });
    await nova.isTold(TOLD.activated('basic'), TOLD.updated('basic'));
  });

  it('is withheld while a payment is taken back, and returns with the next one', async () => {
    const customer = nova.customer;
    await nova.created(0);
    await stage.tell('charge.refunded', 5, {
      id: nova.id('ch'),
      object: 'charge',
      customer,
      refunded: false,
    });
    await stage.tell('charge.refunded', 6, { id: nova.id('ch'), object: 'charge', customer, refunded: true });
    await nova.isTold(TOLD.activated('basic'), TOLD.cancelled);
    await nova.hasRoles();
    await stage.tell('invoice.paid', 30, {
      id: nova.id('in'),
      object: 'invoice',
      customer,
      subscription: nova.id(),
    });
    await nova.isTold(TOLD.activated('basic'), TOLD.cancelled, TOLD.activated('basic'));
    await nova.hasRoles(ROLES.basic);
  });

  it('is withheld while a payment is disputed, also when the dispute is heard of first', async () => {
    const [charge, intent] = [nova.id('ch'), nova.id('pi')];
    const dispute = { id: nova.id('dp'), object: 'dispute', charge, payment_intent: intent };
    await stage.tell('charge.dispute.created', 9, { ...dispute, status: 'needs_response' });
    await stage.tell('invoice_payment.paid', 1, {
      id: nova.id('inpay'),
      object: 'invoice_payment',
      invoice: nova.id('in'),
      payment: { type: 'payment_intent', payment_intent: intent },
    });
    await nova.created(0);
    await nova.isTold(TOLD.activated('basic'));
    await stage.tell('invoice.paid', 1, { id: nova.id('in'), object: 'invoice', subscription: nova.id() });
    await nova.isTold(TOLD.activated('basic'), TOLD.cancelled);
    await stage.tell('charge.dispute.closed', 20, { ...dispute, status: 'won' });
    await nova.isTold(TOLD.activated('basic'), TOLD.cancelled, TOLD.activated('basic'));
    await nova.hasRoles(ROLES.basic);
  });

  it('is for good when it was paid once', async () => {
    await stage.tell('checkout.session.completed', 0, {
      id: nova.id('cs'),
      object: 'checkout.session',
      mode: 'payment',
      payment_intent: nova.id('pi'),
      payment_status: 'paid',
      metadata: { discord_id: nova.user.discord_id, plan: 'max' },
    });
    await nova.isTold(TOLD.activated('max'));
    await nova.hasRoles(ROLES.max);
  });
});

describe('roles follow the entitlement', () => {
  it('on joining, and on returning', async () => {
    await stage.discord.control('DELETE', `/guilds/${stage.guild.id}/members/${nova.user.discord_id}`);
    await nova.created(0);
    await allDone();
    for (let time = 0; time < 2; time++) {
      await stage.guild.admit(nova.user.discord_id, []);
      await nova.report('member_joined');
      await nova.hasRoles(ROLES.basic);
      await stage.discord.control('DELETE', `/guilds/${stage.guild.id}/members/${nova.user.discord_id}`);
    }
  });

  it('and none is taken that a person gave', async () => {
    await stage.guild.admit(nova.user.discord_id, [ROLES.max]);
    await nova.created(0, { items: itemsOf(PRICES.max) });
    await nova.isTold(TOLD.activated('max'));
    await nova.deleted(1);
    await nova.isTold(TOLD.activated('max'), TOLD.cancelled);
    await nova.hasRoles(ROLES.max);
  });

  it('after a time in which nothing was heard: what was taken is given, what is over is taken', async () => {
    await nova.created(0);
    await nova.hasRoles(ROLES.basic);
    await stage.discord.control('PUT', `/guilds/${stage.guild.id}/members/${nova.user.discord_id}`, {
      roles: [],
    });
    await stage.app.verselink.app.get(PlanRolesService, { strict: false }).matchAll();
    await nova.hasRoles(ROLES.basic);
  });

  const allDone = () =>
    expect.poll(() => lastJob(), { timeout: 20_000 }).toMatchObject({ status: 'completed' });
  const lastJob = async (): Promise<unknown> => {
    const { body } = await stage.siteAdmin.get<object[]>('/discord/jobs?type=notify_user&limit=1');
    return body[0];
  };
});

describe('somebody who is not on the main server yet', () => {
  let quiet: PlansStage;
  beforeAll(async () => {
    // Without this intent Discord does not tell who joins.
    quiet = await aPlansStage('api,bot,worker', { DISCORD_MEMBERS_INTENT: 'false' });
  });
  afterAll(() => quiet.close());

  it('is looked for again, and given the roles once they are there', async () => {
    const late = await quiet.payer();
    const there = `/guilds/${quiet.guild.id}/members/${late.user.discord_id}`;
    await quiet.discord.control('DELETE', there);
    await late.created(0);
    await quiet.settled();
    await quiet.guild.admit(late.user.discord_id, []);
    const grants = quiet.app.verselink.app.get<Model<RoleGrantsDocument>>(getModelToken(ROLE_GRANTS_MODEL), {
      strict: false,
    });
    const tenMinutesAgo = new Date(Date.now() - 601_000);
    const waiting = { discord_id: late.user.discord_id, absent: true };
    expect((await grants.updateOne(waiting, { looked_at: tenMinutesAgo })).modifiedCount).toBe(1);
    await late.hasRoles(ROLES.basic);
    expect(await grants.countDocuments(waiting)).toBe(0);
  });
});

describe('what an admin gives', () => {
  const give = (body: object) =>
    stage.siteAdmin.post('/plans/changes', { discord_id: nova.user.discord_id, ...body });

  it('is one of the member’s subscriptions: the best counts, and what changes nothing is not told', async () => {
    await nova.created(0, { items: itemsOf(PRICES.max) });
    await nova.isTold(TOLD.activated('max'));
    const less = await give({ action: 'subscription_created', plan: 'basic' });
    expect(less).toMatchObject({
      status: 202,
      body: { plan: 'max', steps: { roles: 'skipped', notice: 'skipped' } },
    });
    await nova.deleted(1);
    await nova.isTold(TOLD.activated('max'), TOLD.downgraded('basic'));
    await give({ action: 'subscription_cancelled' });
    await nova.isTold(TOLD.activated('max'), TOLD.downgraded('basic'), TOLD.cancelled);
    await nova.hasRoles();
  });

  it('has a plan, unless it ends one', async () => {
    expect(await give({ action: 'plan_upgraded' })).toMatchObject({ status: 422 });
    expect(await give({ action: 'subscription_cancelled' })).toMatchObject({ status: 202 });
    await nova.isTold(TOLD.cancelled);
  });
});
