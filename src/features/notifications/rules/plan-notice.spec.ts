import { describe, expect, it } from 'vitest';
import { PLAN_ACTIONS, planNoticeMessage, type PlanNotice } from './plan-notice.js';

const notice = (fields: Partial<PlanNotice>): PlanNotice => ({
  action: 'subscription_created',
  plan: 'moddy_max',
  metadata: {},
  ...fields,
});

describe('the messages that members know, word for word', () => {
  it('case 1: a subscription begins', () => {
    const metadata = { customer_id: 'cus_ABC123', email: 'user@example.com', subscription_type: 'month' };
    expect(planNoticeMessage(notice({ metadata }), 'fr')).toEqual({
      content:
        "🎉 Votre abonnement moddy_max a été activé avec succès !\n\n📧 Email: user@example.com\n\nMerci d'utiliser Moddy ! 🤖",
      fields: [],
    });
  });

  it('case 2: it is cancelled', () => {
    const metadata = { reason: 'User cancelled', cancelled_at: '2026-01-07T12:00:00Z' };
    const message = planNoticeMessage(
      notice({ action: 'subscription_cancelled', plan: 'free', metadata }),
      'fr',
    );
    expect(message.content).toBe("❌ Votre abonnement a été annulé.\n\nMerci d'utiliser Moddy ! 🤖");
    expect(message.fields).toMatchObject([{ name: 'Raison', value: 'User cancelled' }]);
  });

  it('case 3: a better plan', () => {
    const metadata = { old_plan: 'moddy_basic', new_plan: 'moddy_max' };
    const message = planNoticeMessage(notice({ action: 'plan_upgraded', metadata }), 'fr');
    expect(message.content).toBe(
      "⬆️ Votre plan a été amélioré vers moddy_max !\n\nMerci d'utiliser Moddy ! 🤖",
    );
    expect(message.fields.map(({ value }) => value)).toEqual(['moddy_basic', 'moddy_max']);
  });
});

describe('planNoticeMessage', () => {
  it('has a text for every action in both languages, with and without a plan', () => {
    for (const action of PLAN_ACTIONS) {
      for (const plan of ['moddy_max', null]) {
        const [french, english] = (['fr', 'en'] as const).map(
          (locale) => planNoticeMessage(notice({ action, plan }), locale).content,
        );
        expect(french).not.toBe(english);
        expect(`${french}${english}`).not.toMatch(/undefined|null| {2}/);
      }
    }
  });

  it('says in the reader’s language why a plan is taken', () => {
    const unpaid = notice({ action: 'subscription_cancelled', plan: null, metadata: { reason: 'unpaid' } });
    expect(planNoticeMessage(unpaid, 'fr').fields[0]?.value).toBe('Paiement non reçu');
    expect(planNoticeMessage(unpaid, 'en').fields[0]?.value).toBe('Payment not received');
  });

  it('survives any metadata, and keeps it short', () => {
    const metadata = {
      email: { $gt: '' },
      reason: 'x'.repeat(5000),
      old_plan: 12,
      new_plan: '\n\n@everyone\n',
    };
    const { content, fields } = planNoticeMessage(notice({ metadata }), 'fr');
    expect(content).not.toContain('Email');
    expect(fields.map(({ value }) => value.length)).toEqual([10, 200]);
  });
});
