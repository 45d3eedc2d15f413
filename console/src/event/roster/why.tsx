import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useMe } from '../../api/me.js';
import { useMoments } from '../../format/moments.js';
import { Loaded } from '../../layout/loaded.js';
import { useTexts } from '../../texts/language.js';
import { useEvent } from '../event-of-page.js';
import { type NoticeReason, type SeatReason, type Signup, whyQuery } from '../queries.js';

/** Why a signup is as it is, and what the person was told: asked for when it is opened. */
export function Why({ signup }: { signup: Signup }) {
  const { roster: texts } = useTexts();
  const [isOpen, setOpen] = useState(false);
  return (
    <details
      className="why"
      onToggle={({ currentTarget }) => {
        setOpen(currentTarget.open);
      }}
    >
      <summary>{texts.why.ask}</summary>
      {isOpen && <Reasons signup={signup} />}
    </details>
  );
}

function Reasons({ signup }: { signup: Signup }) {
  const { id } = useEvent();
  const query = useQuery(whyQuery(id, signup.user_id));
  return (
    <Loaded query={query} rows={2}>
      {({ seat, notices }) => (
        <ul>
          {seat.map((reason) => (
            <li key={`${reason.code} ${reason.role_id ?? ''}`}>
              <OfSeat reason={reason} position={signup.position_in_waitlist} />
            </li>
          ))}
          {notices.map((reason, index) => (
            <li key={index}>
              <OfNotice reason={reason} />
            </li>
          ))}
        </ul>
      )}
    </Loaded>
  );
}

function OfSeat({ reason: { code, role_id }, position }: { reason: SeatReason; position: number | null }) {
  const { roster: texts } = useTexts();
  const role = useEvent().roles.find(({ id }) => id === role_id);
  return (
    <>
      {role && `${role.name} · `}
      {code === 'in_queue' ? texts.why.queued(position ?? 0) : texts.why.seat[code]}
    </>
  );
}

function OfNotice({ reason: { kind, code, due_at } }: { reason: NoticeReason }) {
  const { roster: texts } = useTexts();
  const { timezone } = useMe();
  const { sayMoment } = useMoments();
  return (
    <>
      {texts.why.kinds[kind]} · {texts.why.notices[code]}
      {due_at !== null && ` (${sayMoment(new Date(due_at), timezone)})`}
    </>
  );
}
