import { Link, useNavigate } from '@tanstack/react-router';
import { useId, useState } from 'react';
import { isOutdated } from '../api/problem.js';
import { Confirm } from '../layout/confirm.js';
import { useNotify } from '../layout/notices.js';
import { Refusal } from '../layout/refusal.js';
import { useTexts } from '../texts/language.js';
import { type EventDetail, type StateAct, useStateAct } from './queries.js';

/** Acts that are asked about before they are done, since nothing takes them back. */
type Asked = 'start' | 'complete' | 'cancel' | 'delete';

/** What the API lets somebody do with an event in its state; what ends it stands apart. */
export function EventActs({ event }: { event: EventDetail }) {
  const { event: texts } = useTexts();
  const notify = useNotify();
  const [asked, ask] = useState<Asked | null>(null);
  const { mutate, mutateAsync, isPending, error } = useStateAct(event.id);
  const can = (act: EventDetail['acts'][number]) => event.acts.includes(act);
  const { locked, revision } = event;
  const direct = (what: StateAct, done: string) => (
    <button
      type="button"
      className={what.act === 'publish' ? 'button primary' : 'button'}
      disabled={isPending}
      onClick={() => {
        mutate(what, {
          onSuccess: () => {
            notify(done);
          },
        });
      }}
    >
      {what.act === 'lock' ? texts.acts[what.locked ? 'lock' : 'unlock'] : texts.acts[what.act]}
    </button>
  );
  const asking = (act: Asked, style = 'button') => (
    <button
      type="button"
      className={style}
      disabled={isPending}
      onClick={() => {
        ask(act);
      }}
    >
      {texts.acts[act]}
    </button>
  );
  if (event.acts.length === 0) return null;
  return (
    <>
      <div className="acts" role="group" aria-label={texts.acts.label}>
        {can('edit') && (
          <Link className="button" to="/events/$id/edit" params={{ id: event.id }}>
            {texts.acts.edit}
          </Link>
        )}
        {can('publish') && direct({ act: 'publish' }, texts.done.publish)}
        {can('start') && asking('start')}
        {can('complete') && asking('complete', 'button primary')}
        {can('change_signups') &&
          direct({ act: 'lock', locked: !locked, revision }, texts.done[locked ? 'unlock' : 'lock'])}
        {can('duplicate') && (
          <Link className="button" to="/events/new" search={{ from: event.id }}>
            {texts.acts.duplicate}
          </Link>
        )}
        <span className="apart">
          {can('delete') && asking('delete', 'button warn')}
          {can('cancel') && event.state !== 'draft' && asking('cancel', 'button warn')}
        </span>
      </div>
      {error !== null && asked === null && <Refused error={error} />}
      {asked !== null && (
        <Ask
          act={asked}
          event={event}
          perform={mutateAsync}
          close={() => {
            ask(null);
          }}
        />
      )}
    </>
  );
}

/** An act that was decided by what somebody else has changed meanwhile is no fault. */
function Refused({ error }: { error: unknown }) {
  const { event: texts } = useTexts();
  if (isOutdated(error)) return <p role="alert">{texts.changed}</p>;
  return <Refusal error={error} />;
}

interface AskProps {
  readonly act: Asked;
  readonly event: EventDetail;
  readonly perform: (what: StateAct) => Promise<unknown>;
  readonly close: () => void;
}

function Ask({ act, event, perform, close }: AskProps) {
  const { event: texts } = useTexts();
  const notify = useNotify();
  const navigate = useNavigate();
  const [reason, setReason] = useState('');
  const field = useId();
  const said = texts.confirm[act];
  const { confirmed_count: seated, waitlist_count: waiting } = event;
  return (
    <Confirm
      title={said.title}
      act={said.act}
      danger={act === 'cancel' || act === 'delete'}
      {...(act === 'delete' && { phrase: event.title })}
      close={close}
      perform={async () => {
        await perform(act === 'cancel' ? { act, reason: reason.trim() || null } : { act });
        notify(texts.done[act]);
        if (act === 'delete') await navigate({ to: '/events' });
      }}
    >
      <p>{typeof said.what === 'string' ? said.what : said.what(seated + waiting)}</p>
      {act === 'cancel' && (
        <label className="field" htmlFor={field}>
          {texts.confirm.cancel.reason}
          <textarea
            id={field}
            rows={3}
            maxLength={500}
            value={reason}
            onChange={({ target }) => {
              setReason(target.value);
            }}
          />
        </label>
      )}
    </Confirm>
  );
}
