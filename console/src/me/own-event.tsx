import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { answerOf, api } from '../api/client.js';
import type { components } from '../api/schema.js';
import { useDates } from '../format/dates.js';
import { Confirm } from '../layout/confirm.js';
import { useNotify } from '../layout/notices.js';
import { Refusal } from '../layout/refusal.js';
import { useTexts } from '../texts/language.js';
import { OWN, type OwnSignup } from './queries.js';

type Answer = NonNullable<components['schemas']['UpdateSignupDto']['status']>;

/** An event of one's own: when, what, one's place, and what one may still do about it. */
export function OwnEvent({ own: { event, signup, acts } }: { own: OwnSignup }) {
  const { me, events } = useTexts();
  const { dayOf, timeOf } = useDates();
  const texts = me.events;
  const start = new Date(event.start_at_utc);
  const facts = [events.types[event.type], event.location, signup.role_name];
  return (
    <li className="row own-event">
      <div>
        <h2>
          <Link to="/events/$id" params={{ id: event.id }}>
            {event.title}
          </Link>
        </h2>
        <p>
          <time dateTime={event.start_at_utc}>
            {dayOf(start)}, {timeOf(start)}
          </time>
        </p>
        <p className="quiet">{facts.filter((fact) => fact !== null).join(' · ')}</p>
        {event.cancel_reason !== null && <p>{texts.cancelled(event.cancel_reason)}</p>}
      </div>
      <div className="own-place">
        <Place event={event} signup={signup} />
        {acts.length > 0 && <Acts event={event} signup={signup} acts={acts} />}
      </div>
    </li>
  );
}

function Place({ event, signup }: Pick<OwnSignup, 'event' | 'signup'>) {
  const { me, events } = useTexts();
  const { dayOf, timeOf } = useDates();
  const texts = me.events;
  if (event.state === 'cancelled')
    return <span className="state state-cancelled">{events.states.cancelled}</span>;
  const until = signup.offer_expires_at === null ? null : new Date(signup.offer_expires_at);
  return (
    <>
      <span className={`state place-${signup.status}`}>
        {signup.position_in_waitlist === null
          ? texts.places[signup.status]
          : texts.waiting(signup.position_in_waitlist)}
      </span>
      {until !== null && (
        <span className="quiet">{texts.offeredUntil(`${dayOf(until)}, ${timeOf(until)}`)}</span>
      )}
    </>
  );
}

function Acts({ event, signup, acts }: OwnSignup) {
  const { me } = useTexts();
  const texts = me.events;
  const [leaving, setLeaving] = useState(false);
  const notify = useNotify();
  const queries = useQueryClient();
  const params = { path: { id: event.id } };
  const settled = () => queries.invalidateQueries({ queryKey: OWN });
  const answer = useMutation({
    mutationFn: (status: Answer) =>
      answerOf(
        acts.includes('accept_offer')
          ? api.POST('/api/v1/events/{id}/signups', { params, body: { status } })
          : api.PATCH('/api/v1/events/{id}/signups/me', { params, body: { status } }),
      ),
    onSuccess: () => {
      notify(texts.answered(event.title));
    },
    onSettled: settled,
  });
  const checkIn = useMutation({
    mutationFn: () => answerOf(api.POST('/api/v1/events/{id}/checkin', { params })),
    onSuccess: () => {
      notify(texts.checkedIn(event.title));
    },
    onSettled: settled,
  });
  const error = answer.error ?? checkIn.error;
  const isBusy = answer.isPending || checkIn.isPending;
  return (
    <>
      <div className="acts">
        {acts.includes('check_in') && (
          <button
            type="button"
            className="button primary"
            disabled={isBusy}
            onClick={() => {
              checkIn.mutate();
            }}
          >
            {texts.checkIn}
          </button>
        )}
        {acts.includes('accept_offer') && (
          <button
            type="button"
            className="button primary"
            disabled={isBusy}
            onClick={() => {
              answer.mutate('confirmed');
            }}
          >
            {texts.takeSeat}
          </button>
        )}
        {acts.includes('answer') && event.answers.length > 0 && (
          <Answers event={event} signup={signup} disabled={isBusy} choose={answer.mutate} />
        )}
        {acts.includes('withdraw') && (
          <button
            type="button"
            className="button"
            onClick={() => {
              setLeaving(true);
            }}
          >
            {texts.withdraw}
          </button>
        )}
      </div>
      {error !== null && <Refusal error={error} />}
      {leaving && (
        <Confirm
          title={texts.leave(event.title)}
          act={texts.withdraw}
          close={() => {
            setLeaving(false);
          }}
          perform={async () => {
            await answerOf(api.DELETE('/api/v1/events/{id}/signups/me', { params }));
            notify(texts.left(event.title));
            await settled();
          }}
        >
          <p>{signup.position_in_waitlist === null ? texts.leaveSeat : texts.leaveQueue}</p>
        </Confirm>
      )}
    </>
  );
}

interface AnswersProps extends Pick<OwnSignup, 'event' | 'signup'> {
  readonly disabled: boolean;
  readonly choose: (answer: Answer) => void;
}

function Answers({ event, signup, disabled, choose }: AnswersProps) {
  const { me } = useTexts();
  const texts = me.events;
  const options = ['confirmed', ...event.answers] as const;
  const given = options.find((option) => option === signup.status) ?? 'confirmed';
  return (
    <select
      aria-label={texts.answerTo(event.title)}
      value={given}
      disabled={disabled}
      onChange={({ target }) => {
        const chosen = options.find((option) => option === target.value);
        if (chosen !== undefined) choose(chosen);
      }}
    >
      {options.map((option) => (
        <option key={option} value={option}>
          {texts.answers[option]}
        </option>
      ))}
    </select>
  );
}
