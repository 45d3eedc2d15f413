import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useAct } from '../api/act.js';
import { answerOf, api } from '../api/client.js';
import type { components } from '../api/schema.js';
import { type Mirror, mirrorsQuery } from '../event/queries.js';
import { useDates } from '../format/dates.js';
import { Loaded } from '../layout/loaded.js';
import { useNotify } from '../layout/notices.js';
import { Refusal } from '../layout/refusal.js';
import { useTexts } from '../texts/language.js';
import { Comparison } from './comparison.js';
import { serverMirrorsKey } from './queries.js';

type Event = components['schemas']['MirroredEventView'];

interface EventMirrorsProps {
  readonly event: Event;
  /** Whether one may send it to servers again, and may see the servers' doctor. */
  readonly canSend: boolean;
  readonly managesServers: boolean;
}

/** What each server shows of an event, failures first. */
export function EventMirrors({ event, ...may }: EventMirrorsProps) {
  const { mirrors: texts } = useTexts();
  const query = useQuery(mirrorsQuery(event.id));
  return (
    <Loaded query={query} rows={2}>
      {(mirrors) => {
        if (mirrors.length === 0) {
          return <p className="panel">{event.state === 'draft' ? texts.ofDraft : texts.nothing}</p>;
        }
        return (
          <ul className="stack">
            {mirrors
              .toSorted((a, b) => urgency(a) - urgency(b))
              .map((mirror) => {
                const name = mirror.guild_name ?? texts.goneServer;
                return <MirrorPanel key={mirror.id} mirror={mirror} event={event} name={name} {...may} />;
              })}
          </ul>
        );
      }}
    </Loaded>
  );
}

const ORDER: readonly Mirror['sync_state'][] = [
  'failed',
  'detached',
  'suspended',
  'pending',
  'removed',
  'synced',
];

const urgency = ({ sync_state }: Mirror): number => ORDER.indexOf(sync_state);

interface PanelProps extends EventMirrorsProps {
  readonly mirror: Mirror;
  /** What the mirror is called among the others. */
  readonly name: string;
  readonly heading?: ReactNode;
}

/** What one server shows of one event, and what can be done about it. */
export function MirrorPanel({ mirror, event, name, heading = name, canSend, managesServers }: PanelProps) {
  const { mirrors: texts } = useTexts();
  const { momentOf } = useDates();
  const notify = useNotify();
  const { guild_id: guildId, sync_state, last_error, last_repair, event_url, message_url } = mirror;
  const [isCompared, compare] = useState(false);
  const canCompare = canSend && mirror.guild_name !== null;
  const send = useAct(
    () => {
      const params = { path: { event_id: event.id } };
      const body = { guild_ids: [guildId] };
      // What was taken away by hand comes back only when it is asked for.
      return answerOf(
        sync_state === 'detached' || sync_state === 'removed'
          ? api.POST('/api/v1/discord/events/events/create/{event_id}', { params, body })
          : api.PUT('/api/v1/discord/events/events/update/{event_id}', { params, body }),
      );
    },
    mirrorsQuery(event.id).queryKey,
    serverMirrorsKey(guildId),
  );
  const isGood = sync_state === 'synced';
  return (
    <li className={isGood ? 'panel' : 'panel failure'}>
      <div className="panel-head">
        <h2>{heading}</h2>
        <span className={isGood ? 'badge good' : 'badge bad'}>{texts.states[sync_state]}</span>
      </div>
      {sync_state !== 'synced' && <p>{texts.why[sync_state]}</p>}
      {last_error !== null && (
        <p className="quiet" lang="en">
          {last_error}
        </p>
      )}
      {last_repair !== null && (
        <p className="quiet">
          {texts.repaired(momentOf(new Date(last_repair.at)), last_repair.fields.join(', '))}
        </p>
      )}
      {isCompared ? (
        <Comparison eventId={event.id} guildId={guildId} name={name} managesServers={managesServers} />
      ) : (
        <Confirmed mirror={mirror} event={event} />
      )}
      {send.error !== null && <Refusal error={send.error} />}
      <div className="row-acts">
        {canSend && (
          <button
            type="button"
            className={isGood ? 'button' : 'button primary'}
            disabled={send.isPending}
            aria-label={texts.sendOf(name)}
            onClick={() => {
              send.mutate(undefined, {
                onSuccess: () => {
                  notify(texts.sent);
                },
              });
            }}
          >
            {texts.send}
          </button>
        )}
        {canCompare && !isCompared && (
          <button
            type="button"
            className="button"
            aria-label={texts.compareOf(name)}
            onClick={() => {
              compare(true);
            }}
          >
            {texts.compare}
          </button>
        )}
        {sync_state === 'failed' && managesServers && (
          <Link className="button" to="/servers/$guildId" params={{ guildId }} search={{}}>
            {texts.toDoctor}
          </Link>
        )}
        {event_url !== null && (
          <a className="button bare" href={event_url} target="_blank" rel="noreferrer">
            {texts.seeEvent} <span aria-hidden="true">↗</span>
          </a>
        )}
        {message_url !== null && (
          <a className="button bare" href={message_url} target="_blank" rel="noreferrer">
            {texts.seeMessage} <span aria-hidden="true">↗</span>
          </a>
        )}
      </div>
    </li>
  );
}

/** What the event says, beside what Discord confirmed last; what differs is marked. */
function Confirmed({ mirror, event }: { mirror: Mirror; event: Event }) {
  const { mirrors: texts } = useTexts();
  const { momentOf } = useDates();
  if (mirror.name === null) return null;
  const start = new Date(event.start_at_utc);
  const end = new Date(start.getTime() + event.duration_minutes * 60_000);
  const at = (moment: string | null) => (moment === null ? '—' : momentOf(new Date(moment)));
  const rows = [
    ['name', event.title, mirror.name],
    ['start', momentOf(start), at(mirror.scheduled_start_time)],
    ['end', momentOf(end), at(mirror.scheduled_end_time)],
  ] as const;
  return (
    <table className="mirror-table">
      <thead>
        <tr>
          <th scope="col">{texts.field}</th>
          <th scope="col">{texts.wanted}</th>
          <th scope="col">{texts.confirmed}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([field, wanted, confirmed]) => (
          <tr key={field} className={wanted === confirmed ? undefined : 'drift'}>
            <th scope="row">{texts.fields[field]}</th>
            <td>{wanted}</td>
            <td>
              {confirmed}
              {wanted !== confirmed && <strong> · {texts.differs}</strong>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
