import { markdown } from '../../common/discord-text.js';
import type { Texts } from '../texts.js';

export const organizer = {
  draft: '📝 Draft: this is what members will see. Nothing is published until you say so.',
  otherDrafts: 'Go on with another draft',
  publish: 'Publish',
  edit: 'Edit',
  drop: 'Drop',
  published: (title) => markdown`✅ **${title}** is published. It will appear on your servers in a moment.`,
  reposted: (title) => markdown`✅ **${title}** will be on this server again in a moment.`,
  dropped: (title) => markdown`🗑️ The draft **${title}** is deleted.`,
  edited: (title) => markdown`✅ **${title}** is changed.`,
  cancelled: (title) => markdown`✅ **${title}** is cancelled.`,
  started: (title) => markdown`✅ **${title}** has begun.`,
  completed: (title) => markdown`✅ **${title}** is completed.`,
  added: (handle, title) => markdown`✅ **${handle}** is signed up for **${title}**.`,
  addedWaiting: (handle, title) =>
    markdown`⏳ No seat is free: **${handle}** is on the waitlist of **${title}**.`,
  removed: (handle, title) => markdown`✅ **${handle}** is no longer signed up for **${title}**.`,
  approved: (handle, title) => markdown`✅ **${handle}** is signed up for **${title}** and will be told.`,
  declined: (handle, title) => markdown`✅ The request of **${handle}** for **${title}** is declined.`,
  missed: (handle) => markdown`✅ **${handle}** is noted as a no show.`,
  came: (handle) => markdown`✅ **${handle}** is noted as there.`,
  moved: (handle, role) => markdown`✅ **${handle}** has the role **${role}**.`,
  shipAdded: (ship, crew, title) =>
    markdown`✅ **${ship}** (crew of ${crew}) is in the fleet of **${title}**.`,
  templateSaved: (name) =>
    markdown`✅ Template **${name}** saved. \`/event from-template\` makes an event of it.`,
  templateDeleted: (name) => markdown`🗑️ The template **${name}** is deleted.`,
  defaultDescription: 'Details will follow.',
  timezone: (zone) => markdown`✅ Your time zone: **${zone}**. Dates that you write are read on its clock.`,
  language: '✅ Messages that VerseLink sends you will be in English.',
} satisfies Texts['organizer'];
