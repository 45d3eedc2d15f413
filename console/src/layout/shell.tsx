import { useQuery } from '@tanstack/react-query';
import { Link, Outlet } from '@tanstack/react-router';
import { useLive } from '../api/live.js';
import { Me, meQuery, useChangeMe, useSignOut } from '../api/me.js';
import { myOrganizationsQuery } from '../organizations/queries.js';
import { mayIn } from '../organizations/search.js';
import { browserLocale, LanguageProvider, LOCALES, type Locale, useTexts } from '../texts/language.js';
import { focusContent, useArrival } from './arrival.js';
import { Failure } from './failure.js';
import { useCurrentInSight } from './in-sight.js';
import { NoticeProvider } from './notices.js';
import { SignIn } from './sign-in.js';
import { Waiting } from './skeleton.js';

/** Every page stands in here: in the person's language, once it is known who they are. */
export function Shell() {
  const { data: me, error, refetch } = useQuery(meQuery);
  return (
    <LanguageProvider locale={me?.locale ?? browserLocale()}>
      {me ? (
        <Me value={me}>
          <Frame me={me} />
        </Me>
      ) : (
        <Outside me={me} error={error} retry={() => void refetch()} />
      )}
    </LanguageProvider>
  );
}

function Outside({ me, error, retry }: { me: null | undefined; error: unknown; retry: () => void }) {
  if (me === null) return <SignIn />;
  if (error === null) return <Waiting />;
  return (
    <main>
      <Failure error={error} retry={retry} />
    </main>
  );
}

function Frame({ me }: { me: Me }) {
  const { skip, sections, nav } = useTexts();
  const { data: organizations = [] } = useQuery(myOrganizationsQuery);
  const managesServers = me.site_admin || organizations.some((one) => mayIn(one, 'guild.manage'));
  useArrival();
  // A session that is ended elsewhere ends its pages at once.
  useLive('account', meQuery.queryKey);
  return (
    <NoticeProvider>
      <a
        className="skip"
        href="#content"
        onClick={(click) => {
          // Following it would write into the address, which is the page's.
          click.preventDefault();
          focusContent(null);
        }}
      >
        {skip}
      </a>
      <header className="bar">
        <Link to="/events" className="brand">
          VerseLink
        </Link>
        <nav ref={useCurrentInSight()} aria-label={sections}>
          <Link to="/events">{nav.events}</Link>
          <Link to="/organizations">{nav.organizations}</Link>
          {managesServers && <Link to="/servers">{nav.servers}</Link>}
          <Link to="/me">{nav.me}</Link>
          {me.site_admin && <Link to="/admin">{nav.admin}</Link>}
        </nav>
        <Account me={me} />
      </header>
      <main id="content" tabIndex={-1}>
        <Outlet />
      </main>
    </NoticeProvider>
  );
}

/** The browser's own popover: Escape and a click elsewhere close it. */
function Account({ me }: { me: Me }) {
  const { account, language, languages, signIn } = useTexts();
  const change = useChangeMe();
  const signOut = useSignOut();
  return (
    <div className="account">
      <button
        type="button"
        className="button account-open"
        popoverTarget="account"
        aria-label={account(me.handle)}
      >
        <span className="account-name">{me.handle}</span>
        <span aria-hidden="true">▾</span>
      </button>
      <div id="account" popover="auto" className="account-menu">
        <label className="field">
          {language}
          <select
            value={change.variables?.locale ?? me.locale}
            onChange={({ target }) => {
              change.mutate({ locale: target.value as Locale });
            }}
          >
            {LOCALES.map((locale) => (
              <option key={locale} value={locale}>
                {languages[locale]}
              </option>
            ))}
          </select>
        </label>
        <button
          type="button"
          className="button"
          disabled={signOut.isPending}
          onClick={() => {
            signOut.mutate();
          }}
        >
          {signIn.out}
        </button>
      </div>
    </div>
  );
}
