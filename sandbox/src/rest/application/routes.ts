import { entitlementRoutes } from './entitlements.js';
import { identityRoutes } from './identity.js';

/** What belongs to the application itself. */
export const APPLICATION_ROUTES = [entitlementRoutes, identityRoutes];
