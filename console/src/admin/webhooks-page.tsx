import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { answerOf, api } from '../api/client.js';
import type { components } from '../api/schema.js';
import { useDates } from '../format/dates.js';
import { Copied } from '../layout/copied.js';
import { useNotify } from '../layout/notices.js';
import { Nothing } from '../layout/nothing.js';
import { Paged } from '../layout/paged.js';
import { Refusal } from '../layout/refusal.js';
import { useTitle } from '../layout/title.js';
import { useTexts } from '../texts/language.js';
import { deliveriesQuery, webhooksQuery } from './queries.js';
import type { DeliveriesSearch } from './search.js';
import { WebhookActs } from './webhook-acts.js';
import { type Webhook, WebhookForm } from './webhook-form.js';

type Delivery = components['schemas']['DeliveryView'];

const route = getRouteApi('/admin/webhooks');

/** Who is told of what happens, and what became of each message; one can be sent again. */
export function WebhooksPage() {
  const { admin } = useTexts();
  const texts = admin.webhooks;
  const { webhook, status } = route.useSearch();
  const query = useInfiniteQuery(webhooksQuery);
  const [isCreating, setCreating] = useState(false);
  const [made, setMade] = useState<Made | null>(null);
  useTitle(texts.title);
  return (
    <>
      <header className="page-head">
        <h1>{texts.title}</h1>
        <button
          type="button"
          className="button primary"
          onClick={() => {
            setCreating(true);
          }}
        >
          {texts.create}
        </button>
      </header>
      {made !== null && (
        <section className="panel wide once" role="status">
          <h2>{made.isNew ? texts.made : texts.rotated}</h2>
          <p>
            <code>{made.webhook.url}</code>
          </p>
          <p>{texts.once}</p>
          <Copied label={texts.secret} value={made.webhook.secret} />
        </section>
      )}
      <Paged
        query={query}
        rows={2}
        nothing={
          <Nothing title={texts.nothing}>
            <p>{texts.nothingNext}</p>
          </Nothing>
        }
      >
        {(webhooks) => (
          <ul className="rows">
            {webhooks.map((one) => (
              <WebhookRow key={one.id} webhook={one} isOpen={one.id === webhook} rotated={setMade} />
            ))}
          </ul>
        )}
      </Paged>
      {webhook !== undefined && <Deliveries webhook={webhook} status={status} />}
      {isCreating && (
        <WebhookForm
          close={() => {
            setCreating(false);
          }}
          saved={(created) => {
            setMade({ webhook: created, isNew: true });
          }}
        />
      )}
    </>
  );
}

/** A webhook whose secret is whole: it was made a moment ago. */
interface Made {
  readonly webhook: Webhook;
  readonly isNew: boolean;
}

interface RowProps {
  readonly webhook: Webhook;
  readonly isOpen: boolean;
  readonly rotated: (made: Made) => void;
}

function WebhookRow({ webhook, isOpen, rotated }: RowProps) {
  const { admin } = useTexts();
  const texts = admin.webhooks;
  const { id, url, events, active, disabled_reason: reason } = webhook;
  return (
    <li className="row">
      <div>
        <h2>
          {url}
          <span className={`state ${active ? 'state-active' : 'state-cancelled'}`}>
            {active ? texts.active : reason === null ? texts.off : texts.disabled[reason]}
          </span>
        </h2>
        <p className="scopes">
          {events.map((event) => (
            <code key={event}>{event === '*' ? texts.everything : event}</code>
          ))}
        </p>
      </div>
      <div className="acts" role="group" aria-label={texts.actsOf(url)}>
        <Link className="button" to="/admin/webhooks" search={isOpen ? {} : { webhook: id }}>
          {isOpen ? texts.hide : texts.deliveries}
        </Link>
        <WebhookActs webhook={webhook} rotated={rotated} />
      </div>
    </li>
  );
}

function Deliveries({ webhook, status }: { webhook: string; status: DeliveriesSearch['status'] }) {
  const { admin } = useTexts();
  const texts = admin.webhooks;
  const query = useInfiniteQuery(deliveriesQuery(webhook, status));
  return (
    <section className="part" aria-label={texts.deliveries}>
      <header className="part-head">
        <h2>{texts.deliveries}</h2>
        <nav className="choices" aria-label={texts.which}>
          <Link to="/admin/webhooks" search={{ webhook }} activeOptions={{ exact: true }}>
            {texts.all}
          </Link>
          <Link to="/admin/webhooks" search={{ webhook, status: 'failed' }} activeOptions={{ exact: true }}>
            {texts.failed}
          </Link>
        </nav>
      </header>
      <Paged query={query} nothing={<Nothing title={texts.noDeliveries}>{null}</Nothing>}>
        {(deliveries) => (
          <ul className="rows long">
            {deliveries.map((delivery) => (
              <DeliveryRow key={delivery.id} webhook={webhook} delivery={delivery} />
            ))}
          </ul>
        )}
      </Paged>
    </section>
  );
}

function DeliveryRow({ webhook, delivery }: { webhook: string; delivery: Delivery }) {
  const { admin } = useTexts();
  const texts = admin.webhooks;
  const { momentOf } = useDates();
  const notify = useNotify();
  const queries = useQueryClient();
  const redeliver = useMutation({
    mutationFn: () =>
      answerOf(
        api.POST('/api/v1/webhooks/{id}/deliveries/{delivery_id}/redeliver', {
          params: { path: { id: webhook, delivery_id: delivery.id } },
        }),
      ),
    onSuccess: () => {
      notify(texts.redelivered);
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['webhooks', webhook] }),
  });
  const facts = [
    momentOf(new Date(delivery.created_at)),
    texts.attempts(delivery.attempts),
    delivery.response_status === null ? null : `HTTP ${delivery.response_status}`,
    delivery.duration_ms === null ? null : `${delivery.duration_ms} ms`,
    delivery.error,
  ];
  return (
    <li className="row">
      <div>
        <h3>
          <code>{delivery.type}</code>
          <span className={`state job-${delivery.status}`}>{texts.states[delivery.status]}</span>
        </h3>
        <p className="quiet">{facts.filter((fact) => fact !== null).join(' · ')}</p>
        {delivery.response_excerpt !== null && delivery.response_excerpt !== '' && (
          <p className="quiet">{delivery.response_excerpt}</p>
        )}
      </div>
      <button
        type="button"
        className="button"
        disabled={redeliver.isPending}
        onClick={() => {
          redeliver.mutate();
        }}
      >
        {texts.redeliver}
      </button>
      {redeliver.error !== null && <Refusal error={redeliver.error} />}
    </li>
  );
}
