import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { answerOf, api } from '../api/client.js';
import type { components } from '../api/schema.js';
import { useDates } from '../format/dates.js';
import { said } from '../layout/form-data.js';
import { Loaded } from '../layout/loaded.js';
import { useNotify } from '../layout/notices.js';
import { Nothing } from '../layout/nothing.js';
import { Paged } from '../layout/paged.js';
import { Refusal } from '../layout/refusal.js';
import { useTitle } from '../layout/title.js';
import { useTexts } from '../texts/language.js';
import { PlanFacts } from '../me/plan-facts.js';
import { memberPlanQuery, unmatchedQuery } from './queries.js';

type Payment = components['schemas']['SubscriptionView'];

/** Payments whose member is not known, and the act that says whose they are. */
export function PaymentsPage() {
  const { admin } = useTexts();
  const texts = admin.payments;
  const query = useInfiniteQuery(unmatchedQuery);
  useTitle(texts.title);
  return (
    <>
      <header className="page-head">
        <h1>{texts.title}</h1>
      </header>
      <p className="lead">{texts.what}</p>
      <Paged
        query={query}
        nothing={
          <Nothing title={texts.nothing}>
            <p>{texts.nothingNext}</p>
          </Nothing>
        }
      >
        {(payments) => (
          <ul className="rows">
            {payments.map((payment) => (
              <PaymentRow key={payment.id} payment={payment} />
            ))}
          </ul>
        )}
      </Paged>
      <PlanOf />
    </>
  );
}

/** What plan a member has, as it is after a payment was matched. */
function PlanOf() {
  const { admin } = useTexts();
  const texts = admin.payments;
  const heading = useId();
  const [discordId, setDiscordId] = useState<string | null>(null);
  return (
    <section className="panel wide" aria-labelledby={heading}>
      <h2 id={heading}>{texts.of}</h2>
      <form
        className="inline-form"
        onSubmit={(submit) => {
          submit.preventDefault();
          setDiscordId(said(new FormData(submit.currentTarget), 'discord_id'));
        }}
      >
        <label className="field">
          {texts.member}
          <input name="discord_id" required inputMode="numeric" pattern="[0-9]{17,20}" autoComplete="off" />
        </label>
        <button type="submit" className="button">
          {texts.look}
        </button>
      </form>
      {discordId !== null && <PlanFound discordId={discordId} />}
    </section>
  );
}

function PlanFound({ discordId }: { discordId: string }) {
  const { admin } = useTexts();
  const query = useQuery(memberPlanQuery(discordId));
  return (
    <Loaded query={query} rows={1}>
      {(plan) => (
        <div role="status">{plan.entitled ? <PlanFacts plan={plan} /> : <p>{admin.payments.noPlan}</p>}</div>
      )}
    </Loaded>
  );
}

function PaymentRow({ payment }: { payment: Payment }) {
  const { admin } = useTexts();
  const texts = admin.payments;
  const { dateOf } = useDates();
  const notify = useNotify();
  const queries = useQueryClient();
  const match = useMutation({
    mutationFn: (discordId: string) =>
      answerOf(
        api.POST('/api/v1/plans/unmatched/{id}/match', {
          params: { path: { id: payment.id } },
          body: { discord_id: discordId },
        }),
      ),
    onSuccess: async () => {
      notify(texts.matched);
      await queries.invalidateQueries({ queryKey: ['plans'] });
    },
  });
  const facts = [
    payment.customer_id,
    payment.status,
    payment.entitles ? texts.entitles : texts.entitlesNot,
    ...payment.plan_keys,
    dateOf(new Date(payment.created_at)),
  ];
  return (
    <li className="row">
      <div>
        <h2>{payment.email ?? payment.subscription_id}</h2>
        <p className="quiet">{facts.filter((fact) => fact !== null).join(' · ')}</p>
      </div>
      <form
        className="inline-form"
        onSubmit={(submit) => {
          submit.preventDefault();
          match.mutate(said(new FormData(submit.currentTarget), 'discord_id'));
        }}
      >
        <label className="field">
          {texts.member}
          <input name="discord_id" required inputMode="numeric" pattern="[0-9]{17,20}" autoComplete="off" />
        </label>
        <button type="submit" className="button primary" disabled={match.isPending}>
          {texts.match}
        </button>
      </form>
      {match.error !== null && <Refusal error={match.error} />}
    </li>
  );
}
