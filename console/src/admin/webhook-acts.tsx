import { useNavigate } from '@tanstack/react-router';
import { useId, useState } from 'react';
import { useAct } from '../api/act.js';
import { answerOf, api } from '../api/client.js';
import { Confirm } from '../layout/confirm.js';
import { useNotify } from '../layout/notices.js';
import { Refusal } from '../layout/refusal.js';
import { useTexts } from '../texts/language.js';
import { webhooksQuery } from './queries.js';
import { type Webhook, WebhookForm } from './webhook-form.js';

interface WebhookActsProps {
  readonly webhook: Webhook;
  /** It has a new secret, which is whole here alone. */
  readonly rotated: (made: { readonly webhook: Webhook; readonly isNew: false }) => void;
}

/** What can be done with a webhook. */
export function WebhookActs({ webhook, rotated }: WebhookActsProps) {
  const { admin } = useTexts();
  const texts = admin.webhooks;
  const notify = useNotify();
  const navigate = useNavigate();
  const why = useId();
  const [asked, ask] = useState<'edit' | 'rotate' | 'remove' | null>(null);
  const { id, active } = webhook;
  const params = { path: { id } };
  const test = useAct(
    () => answerOf(api.POST('/api/v1/webhooks/{id}/test', { params })),
    webhooksQuery.queryKey,
  );
  const turn = useAct(
    () => answerOf(api.PATCH('/api/v1/webhooks/{id}', { params, body: { active: !active } })),
    webhooksQuery.queryKey,
  );
  const rotate = useAct(
    () => answerOf(api.POST('/api/v1/webhooks/{id}/rotate-secret', { params })),
    webhooksQuery.queryKey,
  );
  const remove = useAct(
    () => answerOf(api.DELETE('/api/v1/webhooks/{id}', { params })),
    webhooksQuery.queryKey,
  );
  const asking = (what: NonNullable<typeof asked>, name: string, style = 'button') => (
    <button
      type="button"
      className={style}
      onClick={() => {
        ask(what);
      }}
    >
      {name}
    </button>
  );
  const close = () => {
    ask(null);
  };
  const error = test.error ?? turn.error;
  return (
    <>
      <button
        type="button"
        className="button"
        disabled={!active || test.isPending}
        aria-describedby={active ? undefined : why}
        onClick={() => {
          test.mutate(undefined, {
            onSuccess: () => {
              notify(texts.tested);
            },
          });
        }}
      >
        {texts.test}
      </button>
      {asking('edit', texts.edit)}
      {asking('rotate', texts.rotate)}
      <button
        type="button"
        className="button"
        disabled={turn.isPending}
        onClick={() => {
          turn.mutate(undefined, {
            onSuccess: () => {
              notify(active ? texts.switchedOff : texts.switchedOn);
            },
          });
        }}
      >
        {active ? texts.switchOff : texts.switchOn}
      </button>
      {asking('remove', texts.remove, 'button warn')}
      {!active && (
        <p id={why} className="hint">
          {texts.testOff}
        </p>
      )}
      {error !== null && <Refusal error={error} />}
      {asked === 'edit' && (
        <WebhookForm
          webhook={webhook}
          close={close}
          saved={() => {
            notify(texts.saved);
          }}
        />
      )}
      {asked === 'rotate' && (
        <Confirm
          title={texts.rotateTitle}
          act={texts.rotate}
          close={close}
          perform={async () => {
            rotated({ webhook: await rotate.mutateAsync(), isNew: false });
          }}
        >
          <p>{texts.rotateWhy}</p>
        </Confirm>
      )}
      {asked === 'remove' && (
        <Confirm
          title={texts.removeTitle}
          act={texts.remove}
          danger
          close={close}
          perform={async () => {
            // Its deliveries go with it: they are asked for no more.
            await navigate({ to: '/admin/webhooks', search: {} });
            await remove.mutateAsync();
            notify(texts.removed);
          }}
        >
          <p>{texts.removeWhy}</p>
        </Confirm>
      )}
    </>
  );
}
