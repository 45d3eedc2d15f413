/** The people, the organization and the Discord server that a newcomer finds at the first start. */

/** Who the printed tokens speak for. */
export const siteAdmin = { discordId: '1160000000000000010', handle: 'admin' };
export const organizer = { discordId: '1160000000000000011', handle: 'Amiral' };

export const organization = {
  name: 'Escadrille Aurore',
  tag: 'AURORE',
  description: 'Explorers, haulers and pilots who fly together every week.',
};

export const channelIds = {
  announcements: '1160000000000000101',
  events: '1160000000000000102',
  general: '1160000000000000103',
};

const roleIds = { officer: '1160000000000000201', pilot: '1160000000000000202' };

/** A Discord server as `POST /sandbox/guilds` takes it. Channel type 0 is a text channel. */
export const server = {
  id: '1160000000000000100',
  name: 'Escadrille Aurore',
  channels: [
    { id: channelIds.announcements, name: 'annonces', type: 0 },
    { id: channelIds.events, name: 'événements', type: 0 },
    { id: channelIds.general, name: 'général', type: 0 },
  ],
  roles: [
    { id: roleIds.officer, name: 'Officier', position: 2 },
    { id: roleIds.pilot, name: 'Pilote', position: 1 },
  ],
  members: [
    { id: organizer.discordId, username: 'amiral', locale: 'fr', roles: [roleIds.officer] },
    { id: '1160000000000000021', username: 'camille', locale: 'fr', roles: [roleIds.pilot] },
    { id: '1160000000000000022', username: 'bastien', locale: 'fr', roles: [] },
    { id: '1160000000000000023', username: 'olivia', locale: 'en-US', roles: [roleIds.pilot] },
    { id: '1160000000000000024', username: 'james', locale: 'en-GB', roles: [], dms_open: false },
    // So that one can sign in to the console as the site admin.
    { id: siteAdmin.discordId, username: siteAdmin.handle, locale: 'fr', roles: [] },
  ],
};
