import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router';
import { readRosterSearch } from './event/roster/search.js';
import { readTimelineSearch } from './event/timeline/search.js';
import { readNewEventSearch, readTemplatesSearch } from './events/form/search.js';
import { readEventsSearch } from './events/search.js';
import { readDeliveriesSearch, readHealthSearch, readJobsSearch, readNameSearch } from './admin/search.js';
import { Failure } from './layout/failure.js';
import { Missing } from './layout/missing.js';
import { Shell } from './layout/shell.js';
import { Waiting } from './layout/skeleton.js';
import { readOwnEventsSearch } from './me/search.js';
import { readOrganizationSearch } from './organizations/search.js';
import { readServerSearch, readServersSearch } from './servers/search.js';
import { askForEvent, askForEvents, askForRoster, loadFrame } from './start.js';

const root = createRootRoute({
  // Signing in that was declined leads back with this.
  validateSearch: ({ sign_in }: Record<string, unknown>): { sign_in?: 'denied' } =>
    sign_in === 'denied' ? { sign_in } : {},
  loader: loadFrame,
  // Once: what changes of it later, the frame follows by itself.
  staleTime: Infinity,
  pendingComponent: Waiting,
  component: Shell,
  notFoundComponent: Missing,
});

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: () => redirect({ to: '/events', search: true, throw: true }),
});

const events = createRoute({
  getParentRoute: () => root,
  path: '/events',
  validateSearch: readEventsSearch,
  loader: askForEvents,
  component: lazyRouteComponent(() => import('./events/events-page.js'), 'EventsPage'),
});

const event = createRoute({
  getParentRoute: () => root,
  path: '/events/$id',
  loader: askForEvent,
  component: lazyRouteComponent(() => import('./event/event-page.js'), 'EventPage'),
});

const roster = createRoute({
  getParentRoute: () => event,
  path: '/',
  validateSearch: readRosterSearch,
  loader: askForRoster,
  component: lazyRouteComponent(() => import('./event/roster/roster-page.js'), 'RosterPage'),
});

const timeline = createRoute({
  getParentRoute: () => event,
  path: '/timeline',
  validateSearch: readTimelineSearch,
  component: lazyRouteComponent(() => import('./event/timeline/timeline-page.js'), 'TimelinePage'),
});

const attendance = createRoute({
  getParentRoute: () => event,
  path: '/attendance',
  component: lazyRouteComponent(() => import('./event/attendance/attendance-page.js'), 'AttendancePage'),
});

const me = createRoute({
  getParentRoute: () => root,
  path: '/me',
  component: lazyRouteComponent(() => import('./me/me-pages.js'), 'MePages'),
});

const myPages = [
  createRoute({
    getParentRoute: () => me,
    path: '/',
    validateSearch: readOwnEventsSearch,
    component: lazyRouteComponent(() => import('./me/my-events-page.js'), 'MyEventsPage'),
  }),
  createRoute({
    getParentRoute: () => me,
    path: '/settings',
    component: lazyRouteComponent(() => import('./me/settings-page.js'), 'SettingsPage'),
  }),
  createRoute({
    getParentRoute: () => me,
    path: '/calendar',
    component: lazyRouteComponent(() => import('./me/calendar-page.js'), 'CalendarPage'),
  }),
  createRoute({
    getParentRoute: () => me,
    path: '/plan',
    component: lazyRouteComponent(() => import('./me/plan-page.js'), 'PlanPage'),
  }),
  createRoute({
    getParentRoute: () => me,
    path: '/access',
    component: lazyRouteComponent(() => import('./me/access-page.js'), 'AccessPage'),
  }),
  createRoute({
    getParentRoute: () => me,
    path: '/data',
    component: lazyRouteComponent(() => import('./me/data-page.js'), 'DataPage'),
  }),
] as const;

const newEvent = createRoute({
  getParentRoute: () => root,
  path: '/events/new',
  validateSearch: readNewEventSearch,
  component: lazyRouteComponent(() => import('./events/form/new-event-page.js'), 'NewEventPage'),
});

const templates = createRoute({
  getParentRoute: () => root,
  path: '/events/templates',
  validateSearch: readTemplatesSearch,
  component: lazyRouteComponent(() => import('./events/form/templates-page.js'), 'TemplatesPage'),
});

const editTemplate = createRoute({
  getParentRoute: () => root,
  path: '/events/templates/$org/$id/edit',
  component: lazyRouteComponent(() => import('./events/form/edit-template-page.js'), 'EditTemplatePage'),
});

const editEvent = createRoute({
  getParentRoute: () => root,
  path: '/events/$id/edit',
  component: lazyRouteComponent(() => import('./events/form/edit-event-page.js'), 'EditEventPage'),
});

const editSeries = createRoute({
  getParentRoute: () => root,
  path: '/series/$id/edit',
  component: lazyRouteComponent(() => import('./events/form/edit-series-page.js'), 'EditSeriesPage'),
});

const eventMirrors = createRoute({
  getParentRoute: () => event,
  path: '/mirrors',
  component: lazyRouteComponent(() => import('./mirrors/event-mirrors-page.js'), 'EventMirrorsPage'),
});

const organizations = createRoute({
  getParentRoute: () => root,
  path: '/organizations',
  component: lazyRouteComponent(() => import('./organizations/organizations-page.js'), 'OrganizationsPage'),
});

const organization = createRoute({
  getParentRoute: () => root,
  path: '/organizations/$id',
  validateSearch: readOrganizationSearch,
  component: lazyRouteComponent(() => import('./organizations/organization-page.js'), 'OrganizationPage'),
});

const servers = createRoute({
  getParentRoute: () => root,
  path: '/servers',
  validateSearch: readServersSearch,
  component: lazyRouteComponent(() => import('./servers/servers-page.js'), 'ServersPage'),
});

const server = createRoute({
  getParentRoute: () => root,
  path: '/servers/$guildId',
  validateSearch: readServerSearch,
  component: lazyRouteComponent(() => import('./servers/server-page.js'), 'ServerPage'),
});

const admin = createRoute({
  getParentRoute: () => root,
  path: '/admin',
  component: lazyRouteComponent(() => import('./admin/admin-pages.js'), 'AdminPages'),
});

const adminPages = [
  createRoute({
    getParentRoute: () => admin,
    path: '/',
    component: lazyRouteComponent(() => import('./admin/failures-page.js'), 'FailuresPage'),
  }),
  createRoute({
    getParentRoute: () => admin,
    path: '/jobs',
    validateSearch: readJobsSearch,
    component: lazyRouteComponent(() => import('./admin/jobs-page.js'), 'JobsPage'),
  }),
  createRoute({
    getParentRoute: () => admin,
    path: '/health',
    validateSearch: readHealthSearch,
    component: lazyRouteComponent(() => import('./admin/health-page.js'), 'HealthPage'),
  }),
  createRoute({
    getParentRoute: () => admin,
    path: '/webhooks',
    validateSearch: readDeliveriesSearch,
    component: lazyRouteComponent(() => import('./admin/webhooks-page.js'), 'WebhooksPage'),
  }),
  createRoute({
    getParentRoute: () => admin,
    path: '/payments',
    component: lazyRouteComponent(() => import('./admin/payments-page.js'), 'PaymentsPage'),
  }),
  createRoute({
    getParentRoute: () => admin,
    path: '/places',
    validateSearch: readNameSearch,
    component: lazyRouteComponent(() => import('./admin/places-page.js'), 'PlacesPage'),
  }),
  createRoute({
    getParentRoute: () => admin,
    path: '/audit',
    component: lazyRouteComponent(() => import('./admin/audit-page.js'), 'AuditPage'),
  }),
] as const;

/** Every page of the console, each loaded when it is first opened. */
export const router = createRouter({
  routeTree: root.addChildren([
    home,
    events,
    newEvent,
    templates,
    editTemplate,
    editEvent,
    editSeries,
    event.addChildren([roster, eventMirrors, timeline, attendance]),
    organizations,
    organization,
    servers,
    server,
    me.addChildren(myPages),
    admin.addChildren(adminPages),
  ]),
  basepath: '/app',
  defaultPreload: 'intent',
  scrollRestoration: true,
  defaultErrorComponent: ({ error, reset }) => <Failure error={error} retry={reset} />,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
