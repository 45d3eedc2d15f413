import { afterAll, beforeAll, expect, it } from 'vitest';
import { nextDiscordId } from '../support/app.js';
import { aPlansStage, PRICES, type PlansStage } from '../support/plans-stage.js';
import { deliver, itemsOf, signatureOf as signed, stripeEvent } from '../support/stripe.js';

let stage: PlansStage;
const nova = nextDiscordId();

beforeAll(async () => {
  stage = await aPlansStage();
});

afterAll(() => stage.close());

const send = (payload: string, signature: string) => deliver(stage.app.anyone, payload, signature);

const created = (id: string): string =>
  stripeEvent('customer.subscription.created', 0, {
    id,
    object: 'subscription',
    status: 'active',
    metadata: { discord_id: nova },
    items: itemsOf(PRICES.basic),
  });

it.each([
  ['a time that is none', { created: 1e300 }],
  ['a text for a time', { created: '2027-150T10:00:00Z' }],
  ['no subscription', { data: { object: 'sub_1' } }],
  ['no id', { id: null }],
])('refuses %s, although Stripe signed it', async (_what, fields) => {
  const payload = JSON.stringify({ ...(JSON.parse(created('sub_1')) as object), ...fields });
  expect(await send(payload, signed(payload))).toMatchObject({ status: 422 });
});

it('refuses a signature that is wrong, old, of the future, or missing', async () => {
  const payload = created('sub_2');
  const now = Math.floor(Date.now() / 1_000);
  const ahead = signed(payload, { timestamp: now + 4_000 });
  const refused = [
    signed(payload, { secret: 'whsec_another_secret_entirely' }),
    signed(payload, { timestamp: now - 600 }),
    ahead,
    `t=${now},${ahead}`,
    '',
    't=1,v1=00',
  ];
  for (const signature of refused) expect((await send(payload, signature)).status, signature).toBe(401);
  const tampered = payload.replace(nova, nextDiscordId());
  expect((await send(tampered, signed(payload))).status).toBe(401);
  expect((await send(payload, signed(payload, { timestamp: now + 60 }))).status).toBe(200);
});
