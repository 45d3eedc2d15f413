import { autoModerationRoutes } from './auto-moderation.js';
import { inviteRoutes } from './invites.js';
import { joinRequestRoutes } from './join-requests.js';
import { managementRoutes } from './management.js';
import { searchRoutes } from './search.js';
import { soundboardRoutes } from './soundboard.js';
import { stickerRoutes } from './stickers.js';
import { templateRoutes } from './templates.js';
import { welcomeRoutes } from './welcome.js';
import { widgetRoutes } from './widget.js';

/** What makes a server a community. */
export const COMMUNITY_ROUTES = [
  autoModerationRoutes,
  inviteRoutes,
  joinRequestRoutes,
  managementRoutes,
  searchRoutes,
  soundboardRoutes,
  stickerRoutes,
  templateRoutes,
  welcomeRoutes,
  widgetRoutes,
];
