import '../../styles/attendance.css';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { answerOf, api } from '../../api/client.js';
import { Problem } from '../../api/problem.js';
import type { components } from '../../api/schema.js';
import { useSaveTable } from '../../format/csv.js';
import { useDates } from '../../format/dates.js';
import { numberFormat } from '../../format/intl.js';
import { Loaded } from '../../layout/loaded.js';
import { Table } from '../../layout/table.js';
import { useLocale, useTexts } from '../../texts/language.js';
import { useEvent } from '../event-of-page.js';
import { eventKey } from '../queries.js';

type Attendee = components['schemas']['EventAttendanceView'];

/** Drawing is loaded for this page alone. */
const CheckInPlot = lazy(() => import('./check-in-plot.js'));

const attendanceQuery = (id: string) =>
  queryOptions({
    queryKey: [...eventKey(id), 'attendance'],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/v1/events/{id}/attendance', { params: { path: { id } }, signal })),
  });

const payoutQuery = (id: string) =>
  queryOptions({
    queryKey: [...eventKey(id), 'payout'],
    queryFn: async ({ signal }) => {
      try {
        return await answerOf(api.GET('/api/v1/events/{id}/payout', { params: { path: { id } }, signal }));
      } catch (error) {
        if (error instanceof Problem && error.status === 404) return null;
        throw error;
      }
    },
  });

/** Who of those with a seat came, and what they got of the haul. */
export function AttendancePage() {
  const { id, acts } = useEvent();
  const query = useQuery(attendanceQuery(id));
  return (
    <section className="attendance">
      <Loaded query={query} rows={6}>
        {({ items }) => <Attendance attendees={items} />}
      </Loaded>
      {acts.includes('share_payout') && <Payout id={id} />}
    </section>
  );
}

function Attendance({ attendees }: { attendees: readonly Attendee[] }) {
  const { turnout: texts } = useTexts();
  if (attendees.length === 0) return <p className="panel">{texts.nobody}</p>;
  const came = attendees.filter(({ attended }) => attended).length;
  const checkedIn = attendees.filter(({ checked_in }) => checked_in).length;
  const missed = attendees.filter(({ no_show }) => no_show).length;
  const figures = [
    [texts.seats, attendees.length],
    [texts.checkedIn, checkedIn],
    [texts.attended, came],
    [texts.noShows, missed],
  ] as const;
  return (
    <>
      <dl className="facts">
        {figures.map(([name, count]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className="figure">{count}</dd>
          </div>
        ))}
      </dl>
      {checkedIn > 0 && (
        <figure className="plot">
          <figcaption>{texts.plot}</figcaption>
          <Suspense fallback={<div className="plot-place" />}>
            <CheckInPlot times={timesOf(attendees)} seats={attendees.length} />
          </Suspense>
        </figure>
      )}
      <AttendanceTable attendees={attendees} />
    </>
  );
}

/** When people checked in, in seconds, the first first. */
function timesOf(attendees: readonly Attendee[]): number[] {
  const times = attendees.flatMap(({ checked_in_at: at }) => (at === null ? [] : [Date.parse(at) / 1000]));
  return times.sort((a, b) => a - b);
}

function AttendanceTable({ attendees }: { attendees: readonly Attendee[] }) {
  const { turnout: texts } = useTexts();
  const { slug } = useEvent();
  const saveTable = useSaveTable();
  const { timeOf } = useDates();
  const { columns } = texts;
  const resultOf = ({ no_show: missed, attended }: Attendee) =>
    missed ? texts.noShow : attended ? texts.came : texts.unknown;
  return (
    <>
      <Table
        label={texts.table}
        columns={columns}
        rows={attendees.map((attendee) => ({
          key: attendee.user_id,
          cells: [
            attendee.handle,
            attendee.role_name ?? '—',
            resultOf(attendee),
            attendee.checked_in_at === null ? '—' : timeOf(new Date(attendee.checked_in_at)),
            attendee.minutes,
          ],
        }))}
      />
      <div>
        <button
          type="button"
          className="button"
          onClick={() => {
            const rows = attendees.map((attendee) => [
              attendee.handle,
              attendee.role_name,
              resultOf(attendee),
              attendee.checked_in_at,
              attendee.minutes,
            ]);
            saveTable(`${slug}-${texts.file}`, [columns, ...rows]);
          }}
        >
          {texts.export}
        </button>
      </div>
    </>
  );
}

/** The haul, as it was shared. */
function Payout({ id }: { id: string }) {
  const { turnout: texts } = useTexts();
  const query = useQuery(payoutQuery(id));
  const amounts = numberFormat(useLocale(), {});
  return (
    <section className="attendance">
      <h2>{texts.payout}</h2>
      <Loaded query={query} rows={3}>
        {(payout) =>
          payout === null ? (
            <p className="panel">{texts.notShared}</p>
          ) : (
            <>
              <p>{texts.haul(amounts.format(payout.haul))}</p>
              <Table
                label={texts.payout}
                columns={texts.shareColumns}
                rows={payout.shares.map((share) => ({
                  key: share.id,
                  cells: [
                    share.name,
                    amounts.format(share.amount),
                    share.received_at === null ? texts.open : texts.received,
                  ],
                }))}
              />
              <div>
                <a className="button" href={`/api/v1/events/${id}/payout.csv`} download>
                  {texts.export}
                </a>
              </div>
            </>
          )
        }
      </Loaded>
    </section>
  );
}
