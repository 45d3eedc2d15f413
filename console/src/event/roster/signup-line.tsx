import { memo } from 'react';
import { useDates } from '../../format/dates.js';
import { useTexts } from '../../texts/language.js';
import { useEvent } from '../event-of-page.js';
import type { Signup } from '../queries.js';

/** What is shown of one signup: who, what marks them, and what they said. */
export const SignupLine = memo(function SignupLine({ signup }: { signup: Signup }) {
  const { roster: texts } = useTexts();
  const marks = useMarks(signup);
  const said = useSaid(signup);
  const { position_in_waitlist: position, handle, source } = signup;
  return (
    <div className="signup">
      <p className="signup-who">
        {position !== null && <span className="position">{position}</span>}
        <span className="handle">{handle === '' ? texts.gone : handle}</span>
        {marks.map(({ text, style }) => (
          <span key={text} className={`mark ${style}`}>
            {text}
          </span>
        ))}
      </p>
      <p className="signup-said quiet">{[...said, texts.sources[source]].join(' · ')}</p>
    </div>
  );
});

function useMarks({ status, ship_post, offer_expires_at: until }: Signup) {
  const { roster: texts } = useTexts();
  const { timeOf } = useDates();
  return [
    status === 'checked_in' && { text: texts.marks.checked_in, style: 'good' },
    status === 'late' && { text: texts.marks.late, style: '' },
    ship_post === 'captain' && { text: texts.marks.captain, style: '' },
    until !== null && { text: texts.marks.offered(timeOf(new Date(until))), style: 'accent' },
  ].filter((mark) => mark !== false);
}

/** Which roles somebody waits for, which ship they bring, and their note. */
function useSaid({ role_ids, role_name, status, ship_model, ship_id, notes }: Signup): string[] {
  const { roster: texts } = useTexts();
  const { roles, fleet_ships } = useEvent();
  const wishes = role_ids.flatMap((id) => roles.find((role) => role.id === id)?.name ?? []);
  const ship = fleet_ships.find(({ id }) => id === ship_id)?.ship_model;
  const said = [
    wishes.length > 0 ? texts.wants(wishes) : status === 'offered' ? role_name : null,
    ship !== undefined && texts.aboard(ship),
    ship_model !== null && texts.brings(ship_model),
    notes !== null && notes !== '' && texts.note(notes),
  ];
  return said.filter((part) => typeof part === 'string');
}
