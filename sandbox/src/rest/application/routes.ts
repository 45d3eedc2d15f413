import { entitlementRoutes } from './entitlements.js';
import { identityRoutes } from './identity.js';
import { lobbyRoutes, ownLobbyRoutes } from './lobbies.js';
import { partnerRoutes } from './partner.js';
import { uploadRoutes } from './uploads.js';

/** What belongs to the application itself. */
export const APPLICATION_ROUTES = [
  entitlementRoutes,
  identityRoutes,
  lobbyRoutes,
  ownLobbyRoutes,
  partnerRoutes,
  uploadRoutes,
];
