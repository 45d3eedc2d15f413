import '../styles/attendance.css';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { components } from '../api/schema.js';
import { Loaded } from '../layout/loaded.js';
import { Paged } from '../layout/paged.js';
import { useLocale, useTexts } from '../texts/language.js';
import { attendanceQuery, totalAttendanceQuery } from './queries.js';
import type { Organization } from './search.js';

type MemberAttendance = components['schemas']['MemberAttendanceView'];

/** How often members came to the events of an organization, all together and one by one. */
export function AttendanceTab({ organization: { id } }: { organization: Organization }) {
  const { organizations } = useTexts();
  const texts = organizations.attendance;
  const total = useQuery(totalAttendanceQuery(id));
  const query = useInfiniteQuery(attendanceQuery(id));
  const share = new Intl.NumberFormat(useLocale(), { style: 'percent' });
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
        {(members) => <Members members={members} shareOf={shareOf} />}
      </Paged>
      <div>
        <a className="button" href={`/api/v1/organizations/${id}/attendance.csv`} download>
          {texts.export}
        </a>
      </div>
    </section>
  );
}

interface MembersProps {
  readonly members: readonly MemberAttendance[];
  readonly shareOf: (rate: number | null) => string;
}

function Members({ members, shareOf }: MembersProps) {
  const { organizations } = useTexts();
  const { columns } = organizations.attendance;
  return (
    <div className="table-scroll" role="group" aria-label={organizations.tabs.attendance} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {members.map((member) => (
            <tr key={member.user_id}>
              <th scope="row">{member.handle}</th>
              <td className="number">{member.signed_up}</td>
              <td className="number">{member.attended}</td>
              <td className="number">{shareOf(member.attendance_rate)}</td>
              <td className="number">{member.no_shows}</td>
              <td className="number">{member.minutes}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
