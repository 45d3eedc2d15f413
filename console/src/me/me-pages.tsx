import '../styles/me.css';
import { Link, Outlet } from '@tanstack/react-router';
import { SubNav } from '../layout/sub-nav.js';
import { useTexts } from '../texts/language.js';

/** What every member has of their own. */
export function MePages() {
  const { me } = useTexts();
  return (
    <>
      <SubNav label={me.section}>
        <Link to="/me" activeOptions={{ exact: true, includeSearch: false }}>
          {me.events.title}
        </Link>
        <Link to="/me/settings">{me.settings.title}</Link>
        <Link to="/me/calendar">{me.calendar.title}</Link>
        <Link to="/me/plan">{me.plan.title}</Link>
        <Link to="/me/access">{me.access.title}</Link>
        <Link to="/me/data">{me.data.title}</Link>
      </SubNav>
      <Outlet />
    </>
  );
}
