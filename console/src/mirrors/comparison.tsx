import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMe } from '../api/me.js';
import type { components } from '../api/schema.js';
import { useDates } from '../format/dates.js';
import { Loaded } from '../layout/loaded.js';
import { useTexts } from '../texts/language.js';
import { comparisonQuery } from './queries.js';

type Compared = components['schemas']['MirrorComparisonView'];
type Part = components['schemas']['ComparedPartView'];
type Field = components['schemas']['ComparedFieldView'];

const PARTS = ['scheduled_event', 'signup_message'] as const;

interface ComparisonProps {
  readonly eventId: string;
  readonly guildId: string;
  /** Of the panel that it belongs to. */
  readonly name: string;
  readonly managesServers: boolean;
}

/** What Discord has at this moment beside what it should: what differs first, and what may be why. */
export function Comparison({ eventId, guildId, name, managesServers }: ComparisonProps) {
  const { mirrors: texts } = useTexts();
  const { momentOf } = useDates();
  const query = useQuery(comparisonQuery(eventId, guildId));
  return (
    <section className="comparison" aria-label={texts.comparison(name)}>
      <Loaded query={query} rows={3}>
        {(compared) => (
          <>
            <p role="status">
              <strong>{texts.verdict(differencesOf(compared))}</strong>{' '}
              <span className="quiet">{texts.comparedAt(momentOf(new Date(compared.compared_at)))}</span>
            </p>
            <Causes compared={compared} managesServers={managesServers} />
            {PARTS.map((part) => (
              <ComparedPart key={part} kind={part} part={compared[part]} />
            ))}
            <button
              type="button"
              className="button"
              disabled={query.isFetching}
              onClick={() => void query.refetch()}
            >
              {texts.compareAgain}
            </button>
          </>
        )}
      </Loaded>
    </section>
  );
}

function differencesOf(compared: Compared): number {
  return PARTS.flatMap((part) => compared[part].fields).filter(({ state }) => state === 'different').length;
}

/** The permission, the limit or the job that may be why something differs, each with where to look. */
function Causes({ compared, managesServers }: { compared: Compared; managesServers: boolean }) {
  const { mirrors: texts, preview } = useTexts();
  const { site_admin: seesJobs } = useMe();
  const { event_id: event, guild_id: guildId, faults, exceeded_limits: limits, job } = compared;
  const work = job === null || job.status === 'completed' ? null : { ...job, status: job.status };
  if (faults.length === 0 && limits.length === 0 && work === null) return null;
  const limitNames: Readonly<Record<string, string>> = preview.limitNames;
  return (
    <>
      <h3>{texts.whyDifferent}</h3>
      <ul className="causes">
        {faults.map(({ capability, channel_id, message }) => (
          <li key={`${capability}/${channel_id ?? ''}`}>
            <span lang="en">{message}</span>{' '}
            {managesServers && (
              <Link
                to="/servers/$guildId"
                params={{ guildId }}
                search={channel_id === null ? {} : { channel: channel_id }}
              >
                {texts.toDoctor}
              </Link>
            )}
          </li>
        ))}
        {limits.map(({ field, length, limit }) => (
          <li key={field}>{texts.cutBy(limitNames[field] ?? field, preview.usedOf(length, limit))}</li>
        ))}
        {work !== null && (
          <li>
            {texts.jobStates[work.status]}{' '}
            {work.error_message !== null && <span lang="en">{work.error_message}</span>}{' '}
            {seesJobs && (
              <Link to="/admin/jobs" search={{ event, guild: guildId }}>
                {texts.toJob}
              </Link>
            )}
          </li>
        )}
      </ul>
    </>
  );
}

function ComparedPart({ kind, part: { state, fields } }: { kind: (typeof PARTS)[number]; part: Part }) {
  const { mirrors: texts } = useTexts();
  const title = texts.parts[kind];
  // What another message said is not kept.
  const unsent = kind === 'signup_message' && state !== 'none' ? texts.notKept : texts.nothingThere;
  const same = fields.filter((field) => field.state === 'same');
  const others = fields.filter((field) => field.state !== 'same');
  return (
    <>
      <h3>{title}</h3>
      {state !== 'shown' && <p>{texts.partStates[state]}</p>}
      {others.length > 0 && <Fields label={title} fields={others} unsent={unsent} />}
      {same.length > 0 && (
        <details>
          <summary>{texts.asWanted(same.length)}</summary>
          <Fields label={`${title} · ${texts.asWanted(same.length)}`} fields={same} unsent={unsent} />
        </details>
      )}
    </>
  );
}

interface FieldsProps {
  readonly label: string;
  readonly fields: readonly Field[];
  /** What stands for what was not sent last. */
  readonly unsent: string;
}

function Fields({ label, fields, unsent }: FieldsProps) {
  const { mirrors: texts } = useTexts();
  return (
    <div className="table-scroll" role="group" aria-label={label} tabIndex={0}>
      <table className="mirror-table compared">
        <thead>
          <tr>
            <th scope="col">{texts.field}</th>
            <th scope="col">{texts.wanted}</th>
            <th scope="col">{texts.now}</th>
            <th scope="col">{texts.lastSent}</th>
          </tr>
        </thead>
        <tbody>
          {fields.map((field) => (
            <FieldRow key={field.field} field={field} unsent={unsent} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface FieldRowProps {
  readonly field: Field;
  readonly unsent: string;
}

function FieldRow({ field: { field, wanted, found, last_sent, state }, unsent }: FieldRowProps) {
  const { mirrors: texts } = useTexts();
  const [name = '', at] = field.split('.');
  const names: Readonly<Record<string, string>> = texts.fields;
  const marks = { same: null, different: texts.differs, fixed: texts.fixed };
  return (
    <tr className={state === 'different' ? 'drift' : undefined}>
      <th scope="row">
        {names[name] ?? name}
        {at !== undefined && ` ${String(Number(at) + 1)}`}
      </th>
      <td>
        <Value field={field} value={wanted} absent={texts.nothingThere} />
      </td>
      <td>
        <Value field={field} value={found} absent={texts.nothingThere} />
        {marks[state] !== null && <strong> · {marks[state]}</strong>}
      </td>
      <td>
        <Value field={field} value={last_sent} absent={unsent} />
      </td>
    </tr>
  );
}

const TIMED = /^scheduled_(?:start|end)_time$/;

/** A value of a field, as people write it. */
function Value({ field, value, absent }: { field: string; value: string | null; absent: string }) {
  const { mirrors: texts } = useTexts();
  const { momentOf } = useDates();
  if (value === null || value === '') return <span className="quiet">{absent}</span>;
  if (TIMED.test(field)) return momentOf(new Date(value));
  const statuses: Readonly<Record<string, string>> = texts.statuses;
  return field === 'status' ? (statuses[value] ?? value) : value;
}
