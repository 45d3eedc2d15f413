import { useId, useState } from 'react';
import { useAct } from '../api/act.js';
import { answerOf, api } from '../api/client.js';
import type { components } from '../api/schema.js';
import { Dialog } from '../layout/dialog.js';
import { Refusal } from '../layout/refusal.js';
import { TextField, typedIn } from '../layout/text-field.js';
import { useTexts } from '../texts/language.js';
import { webhooksQuery } from './queries.js';

export type Webhook = components['schemas']['WebhookView'];
type Subject = Webhook['events'][number];

/** What a webhook may be told of, in groups that belong together. */
const SUBJECTS = [
  ['event.published', 'event.updated', 'event.started', 'event.completed', 'event.cancelled'],
  [
    'signup.created',
    'signup.moved',
    'signup.withdrawn',
    'signup.approved',
    'signup.declined',
    'waitlist.promoted',
    'waitlist.offered',
    'waitlist.lapsed',
  ],
  ['member_joined', 'member_left', 'role_updated', 'command_used', 'message_sent'],
  ['plan.changed', 'job.failed', 'health.changed', 'webhook.disabled'],
] as const satisfies Subject[][];

interface WebhookFormProps {
  /** Missing: a new one is made. */
  readonly webhook?: Webhook;
  readonly close: () => void;
  /** With its whole secret, when it is new. */
  readonly saved: (webhook: Webhook) => void;
}

/** Where a webhook leads, and what it is told of. */
export function WebhookForm({ webhook, close, saved }: WebhookFormProps) {
  const { admin, dialog } = useTexts();
  const texts = admin.webhooks;
  const why = useId();
  const [subjects, setSubjects] = useState<readonly Subject[]>(webhook?.events ?? []);
  const save = useAct((url: string) => {
    const body = { url, events: [...subjects] };
    const request =
      webhook === undefined
        ? api.POST('/api/v1/webhooks', { body })
        : api.PATCH('/api/v1/webhooks/{id}', { params: { path: { id: webhook.id } }, body });
    return answerOf(request);
  }, webhooksQuery.queryKey);
  const choose = (subject: Subject, isChosen: boolean) => {
    const others = subjects.filter((one) => one !== subject);
    setSubjects(isChosen ? [...others, subject] : others);
  };
  const tick = (subject: Subject, name: string) => (
    <label key={subject} className="check">
      <input
        type="checkbox"
        checked={subjects.includes(subject)}
        onChange={({ target }) => {
          choose(subject, target.checked);
        }}
      />
      <span>{name}</span>
    </label>
  );
  const isEmpty = subjects.length === 0;
  return (
    <Dialog title={webhook === undefined ? texts.create : texts.edit} close={close}>
      <form
        className="form"
        onSubmit={(submit) => {
          submit.preventDefault();
          save.mutate(typedIn(submit.currentTarget, 'url'), {
            onSuccess: (answer) => {
              saved(answer);
              close();
            },
          });
        }}
      >
        <TextField
          name="url"
          type="url"
          label={texts.url}
          hint={texts.urlHint}
          placeholder="https://"
          defaultValue={webhook?.url ?? ''}
          required
          maxLength={2000}
        />
        <fieldset className="checks">
          <legend>{texts.events}</legend>
          {tick('*', texts.everything)}
          {SUBJECTS.map((group) => group.map((subject) => tick(subject, subject)))}
        </fieldset>
        {save.error !== null && <Refusal error={save.error} />}
        {isEmpty && (
          <p id={why} className="hint">
            {texts.chooseEvents}
          </p>
        )}
        <footer className="dialog-foot">
          <button type="button" className="button" onClick={close}>
            {dialog.back}
          </button>
          <button
            type="submit"
            className="button primary"
            disabled={isEmpty || save.isPending}
            aria-describedby={isEmpty ? why : undefined}
          >
            {webhook === undefined ? texts.create : texts.save}
          </button>
        </footer>
      </form>
    </Dialog>
  );
}
