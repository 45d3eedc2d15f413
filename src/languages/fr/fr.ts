import { account } from './account.js';
import { attendance } from './attendance.js';
import { answers } from './answers.js';
import { commands } from './commands.js';
import { doctor } from './doctor.js';
import { help } from './help.js';
import { eventNotices } from './event-notices.js';
import { eventChannels } from './event-channels.js';
import { eventTypes } from './event-types.js';
import { invitePage } from './invite-page.js';
import { joining } from './joining.js';
import { form } from './form.js';
import { planNotice, welcome } from './notices.js';
import { contextMenus } from './context-menus.js';
import { manage } from './manage.js';
import { organizer } from './organizer.js';
import { payout } from './payout.js';
import { premium } from './premium.js';
import { faultyFields, refusals, refusedKinds } from './refusals.js';
import { roleMenu } from './role-menu.js';
import { rosterTable } from './roster-table.js';
import { serverNotices } from './server-notices.js';
import { series } from './series.js';
import { permissionNames, setup } from './setup.js';
import { signupMessage } from './signup-message.js';

/** French, the language that every other one is measured by. */
export const fr = {
  account,
  answers,
  attendance,
  commands,
  doctor,
  eventChannels,
  eventNotices,
  eventTypes,
  faultyFields,
  form,
  help,
  invitePage,
  joining,
  contextMenus,
  manage,
  organizer,
  payout,
  permissionNames,
  planNotice,
  premium,
  refusals,
  refusedKinds,
  roleMenu,
  rosterTable,
  series,
  serverNotices,
  setup,
  signupMessage,
  welcome,
};
