import '../styles/organizations.css';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useAct } from '../api/act.js';
import { answerOf, api } from '../api/client.js';
import { Problem } from '../api/problem.js';
import { Loaded } from '../layout/loaded.js';
import { NoRightToPart } from '../layout/no-right.js';
import { useNotify } from '../layout/notices.js';
import { Refusal } from '../layout/refusal.js';
import { Tabs } from '../layout/tabs.js';
import { useTitle } from '../layout/title.js';
import { Feeds } from '../me/feeds.js';
import { useTexts } from '../texts/language.js';
import { AttendanceTab } from './attendance-tab.js';
import { AuditTab } from './audit-tab.js';
import { MembersTab } from './members-tab.js';
import { ProfileTab } from './profile-tab.js';
import { organizationQuery } from './queries.js';
import { mayIn, type Organization, type OrganizationTab, type Right, TABS } from './search.js';

const route = getRouteApi('/organizations/$id');

/** An organization: what it is, who belongs to it, and what was done there. */
export function OrganizationPage() {
  const { id } = route.useParams();
  const query = useQuery(organizationQuery(id));
  return <Loaded query={query}>{(organization) => <Shown organization={organization} />}</Loaded>;
}

/** What each part needs; nothing for what is shown with the organization. */
const RIGHTS: Readonly<Record<OrganizationTab, Right | null>> = {
  profile: null,
  members: null,
  attendance: 'organization.attendance',
  calendar: 'organization.feeds',
  audit: 'organization.audit',
};

function Shown({ organization }: { organization: Organization }) {
  const { organizations: texts, form } = useTexts();
  const { tab = 'profile' } = route.useSearch();
  const { id, name, tag, my_rank, visibility } = organization;
  useTitle(name);
  const open = TABS.filter((one) => {
    const right = RIGHTS[one];
    return right === null || mayIn(organization, right);
  });
  return (
    <>
      <header className="page-head">
        <div>
          <p className="crumbs">
            <Link to="/organizations">{texts.title}</Link>
          </p>
          <h1>{name}</h1>
          <p className="quiet">
            [{tag}] · {texts.visibilities[visibility]}
          </p>
        </div>
        <div className="page-acts">
          <span className="badge">{texts.ranks[my_rank]}</span>
          {mayIn(organization, 'event.create') && (
            <>
              <Link className="button" to="/events/templates" search={{ org: id }}>
                {form.templates}
              </Link>
              <Link className="button" to="/events/new" search={{ org: id }}>
                {form.newEvent}
              </Link>
            </>
          )}
        </div>
      </header>
      {my_rank === 'user' && <AskToJoin organization={organization} />}
      <Tabs
        label={name}
        tabs={open.map((one) => [one, texts.tabs[one]])}
        chosen={tab}
        to={{ to: '/organizations/$id', params: { id } }}
        searchOf={(one) => (one === 'profile' ? {} : { tab: one })}
      />
      {open.includes(tab) ? <Chosen tab={tab} organization={organization} /> : <NoRightToPart />}
    </>
  );
}

function Chosen({ tab, organization }: { tab: OrganizationTab; organization: Organization }) {
  switch (tab) {
    case 'profile':
      return <ProfileTab key={organization.updated_at} organization={organization} />;
    case 'members':
      return <MembersTab organization={organization} />;
    case 'attendance':
      return <AttendanceTab organization={organization} />;
    case 'calendar':
      return <CalendarTab organization={organization} />;
    case 'audit':
      return <AuditTab organization={organization} />;
  }
}

/** The links by which calendars follow the organization's events. */
function CalendarTab({ organization: { id } }: { organization: Organization }) {
  const { me } = useTexts();
  return <Feeds org={id} texts={me.calendar.ofOrganization} />;
}

/** For who sees the organization and is no member of it. */
function AskToJoin({ organization: { id } }: { organization: Organization }) {
  const { organizations: texts } = useTexts();
  const notify = useNotify();
  const [waits, setWaits] = useState(false);
  const path = { id };
  const ask = useAct((message: string | null) =>
    answerOf(
      api.POST('/api/v1/organizations/{id}/join-requests', { params: { path }, body: { message } }),
    ).catch((error: unknown) => {
      // One that waits already is what was wished for.
      if (!(error instanceof Problem && error.code === 'join_request_pending')) throw error;
    }),
  );
  const withdraw = useAct(() =>
    answerOf(api.DELETE('/api/v1/organizations/{id}/join-requests/me', { params: { path } })),
  );
  if (waits) {
    return (
      <section className="panel">
        <p role="status">{texts.ask.waits}</p>
        <button
          type="button"
          className="button"
          disabled={withdraw.isPending}
          onClick={() => {
            withdraw.mutate(undefined, {
              onSuccess: () => {
                setWaits(false);
                notify(texts.ask.withdrawn);
              },
            });
          }}
        >
          {texts.ask.withdraw}
        </button>
        {withdraw.error !== null && <Refusal error={withdraw.error} />}
      </section>
    );
  }
  return (
    <section className="panel" aria-labelledby="ask">
      <h2 id="ask">{texts.ask.title}</h2>
      <form
        className="form wide"
        onSubmit={(submit) => {
          submit.preventDefault();
          const said = new FormData(submit.currentTarget).get('message');
          const message = typeof said === 'string' && said.trim() !== '' ? said.trim() : null;
          ask.mutate(message, {
            onSuccess: () => {
              setWaits(true);
            },
          });
        }}
      >
        <label className="field">
          {texts.ask.message}
          <textarea name="message" rows={2} maxLength={500} />
        </label>
        {ask.error !== null && <Refusal error={ask.error} />}
        <div>
          <button type="submit" className="button primary" disabled={ask.isPending}>
            {texts.ask.act}
          </button>
        </div>
      </form>
    </section>
  );
}
