import '../styles/attendance.css';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { numberFormat } from '../format/intl.js';
import { Loaded } from '../layout/loaded.js';
import { Paged } from '../layout/paged.js';
import { Table } from '../layout/table.js';
import { useLocale, useTexts } from '../texts/language.js';
import { attendanceQuery, totalAttendanceQuery } from './queries.js';
import type { Organization } from './search.js';

/** How often members came to the events of an organization, all together and one by one. */
export function AttendanceTab({ organization: { id } }: { organization: Organization }) {
  const { organizations } = useTexts();
  const texts = organizations.attendance;
  const total = useQuery(totalAttendanceQuery(id));
  const query = useInfiniteQuery(attendanceQuery(id));
  const share = numberFormat(useLocale(), { style: 'percent' });
  const shareOf = (rate: number | null) => (rate === null ? '—' : share.format(rate));
  return (
    <section className="attendance" aria-label={organizations.tabs.attendance}>
      <Loaded query={total} rows={1}>
        {({ events, signed_up, attendance_rate, no_show_rate }) => (
          <dl className="figures">
            {(
              [
                [texts.events, events],
                [texts.seats, signed_up],
                [texts.came, shareOf(attendance_rate)],
                [texts.missed, shareOf(no_show_rate)],
              ] as const
            ).map(([name, figure]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{figure}</dd>
              </div>
            ))}
          </dl>
        )}
      </Loaded>
      <Paged query={query} nothing={<p className="panel">{texts.nothing}</p>}>
        {(members) => (
          <Table
            label={organizations.tabs.attendance}
            columns={texts.columns}
            rows={members.map((member) => ({
              key: member.user_id,
              cells: [
                member.handle,
                member.signed_up,
                member.attended,
                shareOf(member.attendance_rate),
                member.no_shows,
                member.minutes,
              ],
            }))}
          />
        )}
      </Paged>
      <div>
        <a className="button" href={`/api/v1/organizations/${id}/attendance.csv`} download>
          {texts.export}
        </a>
      </div>
    </section>
  );
}
