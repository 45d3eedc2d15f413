import '../styles/admin.css';
import { Link, Outlet } from '@tanstack/react-router';
import { useMe } from '../api/me.js';
import { NoRight } from '../layout/no-right.js';
import { SubNav } from '../layout/sub-nav.js';
import { useTexts } from '../texts/language.js';

/** What those who run the site see. */
export function AdminPages() {
  const { admin: texts } = useTexts();
  const { site_admin: runsTheSite } = useMe();
  if (!runsTheSite) return <NoRight />;
  return (
    <>
      <SubNav label={texts.section}>
        <Link to="/admin" activeOptions={{ exact: true }}>
          {texts.failures.title}
        </Link>
        <Link to="/admin/jobs">{texts.jobs.title}</Link>
        <Link to="/admin/health">{texts.health.title}</Link>
        <Link to="/admin/webhooks">{texts.webhooks.title}</Link>
        <Link to="/admin/payments">{texts.payments.title}</Link>
        <Link to="/admin/places">{texts.places.title}</Link>
        <Link to="/admin/audit">{texts.audit.title}</Link>
      </SubNav>
      <Outlet />
    </>
  );
}
