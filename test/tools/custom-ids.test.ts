import { expect, it } from 'vitest';
import { DATA_IDS } from '../../src/discord-gateway/commands/data.commands.js';
import {
  formatChooseEventId,
  formatManageId,
  MANAGE_ACTIONS,
} from '../../src/discord-gateway/manage/manage-id.js';
import { formatOrganizerId, ORGANIZER_ACTIONS } from '../../src/discord-gateway/organizer/organizer-id.js';
import { formatSetupId, SETUP_ACTIONS } from '../../src/discord-gateway/setup/setup-id.js';
import { decisionButtons } from '../../src/features/organizations/rules/joining.js';
import { ROLE_MENU_PATH } from '../../src/features/role-menus/rules/role-menu.js';
import { formatAdoptionId } from '../../src/features/scheduled-events/rules/adoption.js';
import { formatCustomId, SIGNUP_ACTIONS } from '../../src/features/scheduled-events/rules/custom-id.js';
import { textsIn } from '../../src/languages/languages.js';

/** What stands below messages that are on Discord. New ids are added here once they are out. */
const POSTED = [
  'vl1/signup/EVENT/0',
  'vl1/withdraw/EVENT/0',
  'vl1/list/EVENT/0',
  'vl1/role/EVENT/0',
  'vl1/page/EVENT/0',
  'vl1/choose/EVENT/0',
  'vl1/edit/EVENT/0',
  'vl1/manage/EVENT/0',
  'vl1/late/EVENT/0',
  'vl1/tentative/EVENT/0',
  'vl1/absent/EVENT/0',
  'vl1/organize/publish/EVENT/form',
  'vl1/organize/edit/EVENT/form',
  'vl1/organize/drop/EVENT/form',
  'vl1/organize/create/EVENT/form',
  'vl1/organize/resume/EVENT/form',
  'vl1/organize/create/new/form',
  'vm1/panel/EVENT/-/0',
  'vm1/edit/EVENT/-/0',
  'vm1/start/EVENT/-/0',
  'vm1/complete/EVENT/-/0',
  'vm1/cancel/EVENT/-/0',
  'vm1/lock/EVENT/-/0',
  'vm1/unlock/EVENT/-/0',
  'vm1/person/EVENT/-/0',
  'vm1/role/EVENT/-/0',
  'vm1/seat/EVENT/-/0',
  'vm1/remove/EVENT/-/0',
  'vm1/role/EVENT/PERSON/1',
  'vp1/PERSON',
  'vs1/organization',
  'vs1/found',
  'vs1/event_channel_id',
  'vs1/announcement_channel_id',
  'vs1/reminder_channel_id',
  'vs1/locale',
  'vs1/mend',
  'vs1/look',
  'vl1/adopt/yes/SERVER/SCHEDULED',
  'vl1/adopt/no/SERVER/SCHEDULED',
  'vo1/accept/REQUEST',
  'vo1/decline/REQUEST',
  'vr1/:menu/:role',
  'vd1/export',
  'vd1/erase',
  'vl1/check_in/EVENT/0',
  'vl1/board/EVENT/0',
  'vl1/own_ship/EVENT/0',
  'vl1/accept/EVENT/0',
  'vl1/decline/EVENT/0',
  'vm1/rules/EVENT/-/0',
  'vm1/promote/EVENT/-/0',
  'vm1/miss/EVENT/-/0',
  'vm1/requests/EVENT/-/0',
  'vm1/approve/EVENT/-/0',
  'vm1/decline/EVENT/-/0',
  'vs1/free_seats',
  'vs1/keep_seats',
];

// Messages stay on Discord longer than a version of VerseLink runs. A line that changes here is a button somewhere that
// does nothing any more: give the new meaning a new version, and keep reading the old one.

it('the ids of components stay what they are', () => {
  const event = 'EVENT';
  const answers = [true, false].map((yes) =>
    formatAdoptionId({ yes, guildId: 'SERVER', discordEventId: 'SCHEDULED' }),
  );
  const ids = [
    ...SIGNUP_ACTIONS.map((action) => formatCustomId({ action, event_id: event, part: 0 })),
    ...ORGANIZER_ACTIONS.map((action) => formatOrganizerId(action, event)),
    formatOrganizerId('create'),
    ...MANAGE_ACTIONS.map((action) => formatManageId(action, event)),
    formatManageId('role', event, 'PERSON', 1),
    formatChooseEventId('PERSON'),
    ...SETUP_ACTIONS.map(formatSetupId),
    ...answers,
    ...decisionButtons({ id: 'REQUEST', handle: 'Nova' }, textsIn('en').joining.button).map(
      ({ custom_id }) => custom_id,
    ),
    ROLE_MENU_PATH,
    ...DATA_IDS,
  ];
  expect(POSTED.filter((id) => !ids.includes(id))).toEqual([]);
  expect(new Set(ids).size).toBe(ids.length);
});
