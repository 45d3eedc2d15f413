import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';
import { DATA_IDS } from '../../src/discord-gateway/commands/data.commands.js';
import {
  formatChooseEventId,
  formatManageId,
  MANAGE_ACTIONS,
  type ManageAction,
} from '../../src/discord-gateway/manage/manage-id.js';
import {
  formatOrganizerId,
  ORGANIZER_ACTIONS,
  type OrganizerAction,
} from '../../src/discord-gateway/organizer/organizer-id.js';
import { formatPayoutId } from '../../src/discord-gateway/payouts/payout-id.js';
import { chosenReminders } from '../../src/discord-gateway/reminder-menu.js';
import { formatSetupId, SETUP_ACTIONS, type SetupAction } from '../../src/discord-gateway/setup/setup-id.js';
import { formatNoticeId, type NoticeAction } from '../../src/features/event-notices/rules/notice-id.js';
import { decisionButtons } from '../../src/features/organizations/rules/joining.js';
import { ROLE_MENU_PATH } from '../../src/features/role-menus/rules/role-menu.js';
import { formatAdoptionId } from '../../src/features/scheduled-events/rules/adoption.js';
import {
  formatCustomId,
  SIGNUP_ACTIONS,
  type SignupAction,
} from '../../src/features/scheduled-events/rules/custom-id.js';
import { LOCALES, textsIn } from '../../src/languages/languages.js';
import type { Texts } from '../../src/languages/texts.js';
import { sourcesOfTests } from '../support/sources.js';

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
  'vl1/ships/EVENT/0',
  'vl1/accept/EVENT/0',
  'vl1/decline/EVENT/0',
  'vm1/rules/EVENT/-/0',
  'vm1/promote/EVENT/-/0',
  'vm1/miss/EVENT/-/0',
  'vm1/came/EVENT/-/0',
  'vm1/requests/EVENT/-/0',
  'vm1/approve/EVENT/-/0',
  'vm1/decline/EVENT/-/0',
  'vs1/free_seats',
  'vs1/keep_seats',
  'vs1/reminders',
  'vm1/reminders/EVENT/-/0',
  'vm1/as_server/EVENT/-/0',
  'vm1/announce/EVENT/-/0',
  'vn1/panel/all/-',
  'vn1/on/all/-',
  'vn1/off/reminder/-',
  'vp1/share/EVENT/roles',
  'vp1/received/EVENT/1',
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
    formatNoticeId('panel', 'all'),
    formatNoticeId('on', 'all'),
    formatNoticeId('off', 'reminder'),
    formatPayoutId('share', event, 'roles'),
    formatPayoutId('received', event, 1),
  ];
  expect(POSTED.filter((id) => !ids.includes(id))).toEqual([]);
  expect(new Set(ids).size).toBe(ids.length);
});

/** What stands on a button or a menu, or the value or field by which tests use it where it has no words of its own. */
type Label = (texts: Texts) => string;

// By action, so that the compiler asks for each new one.

const SIGNUP: Readonly<Record<SignupAction, Label>> = {
  signup: ({ signupMessage }) => signupMessage.signUp,
  withdraw: ({ signupMessage }) => signupMessage.withdraw,
  list: ({ signupMessage }) => signupMessage.showList,
  role: ({ signupMessage }) => signupMessage.chooseRole,
  page: ({ signupMessage }) => signupMessage.next,
  choose: ({ signupMessage }) => signupMessage.chooseRole,
  check_in: ({ signupMessage }) => signupMessage.checkIn,
  board: ({ signupMessage }) => signupMessage.chooseShip,
  own_ship: () => 'own',
  ships: ({ signupMessage }) => signupMessage.next,
  accept: ({ eventNotices }) => eventNotices.accept,
  decline: ({ eventNotices }) => eventNotices.decline,
  edit: ({ signupMessage }) => signupMessage.edit,
  manage: ({ signupMessage }) => signupMessage.manage,
  late: ({ signupMessage }) => signupMessage.answers.late,
  tentative: ({ signupMessage }) => signupMessage.answers.tentative,
  absent: ({ signupMessage }) => signupMessage.answers.absent,
};
const ORGANIZE: Readonly<Record<OrganizerAction, Label>> = {
  publish: ({ organizer }) => organizer.publish,
  edit: ({ organizer }) => organizer.edit,
  drop: ({ organizer }) => organizer.drop,
  create: ({ contextMenus }) => contextMenus.makeEventOfMessage,
  resume: ({ organizer }) => organizer.otherDrafts,
};
const MANAGE: Readonly<Record<ManageAction, Label>> = {
  panel: ({ manage }) => manage.back,
  edit: ({ manage }) => manage.edit,
  start: ({ manage }) => manage.start,
  complete: ({ manage }) => manage.complete,
  cancel: ({ manage }) => manage.cancel,
  lock: ({ manage }) => manage.lock,
  unlock: ({ manage }) => manage.unlock,
  rules: ({ manage }) => manage.chooseRules,
  person: ({ manage }) => manage.person,
  role: ({ signupMessage }) => signupMessage.chooseRole,
  seat: ({ manage }) => manage.seat,
  remove: ({ manage }) => manage.remove,
  promote: ({ manage }) => manage.promote,
  miss: ({ manage }) => manage.noShow,
  came: ({ manage }) => manage.came,
  requests: ({ manage }) => manage.requests(2),
  approve: ({ manage }) => manage.approve,
  decline: ({ manage }) => manage.decline,
  reminders: ({ eventNotices }) => eventNotices.reminders,
  as_server: ({ eventNotices }) => eventNotices.asServer,
  announce: ({ eventNotices }) => eventNotices.announce,
};
const SETUP: Readonly<Record<SetupAction, Label>> = {
  organization: ({ setup }) => setup.chooseOrganization,
  found: ({ setup }) => setup.found,
  event_channel_id: () => formatSetupId('event_channel_id'),
  announcement_channel_id: () => formatSetupId('announcement_channel_id'),
  reminder_channel_id: () => formatSetupId('reminder_channel_id'),
  channel_layout: () => formatSetupId('channel_layout'),
  reminders: ({ eventNotices }) => eventNotices.chooseReminders,
  locale: () => formatSetupId('locale'),
  free_seats: ({ setup }) => setup.freeSeats,
  keep_seats: ({ setup }) => setup.keepSeats,
  mend: ({ setup }) => setup.mend,
  look: ({ setup }) => setup.look,
};
const NOTICES: Readonly<Record<NoticeAction['action'], Label>> = {
  panel: ({ eventNotices }) => eventNotices.directly,
  on: ({ eventNotices }) => eventNotices.optIn,
  off: ({ eventNotices }) => eventNotices.optOut,
};
/** What listens to components, by the name of its path, and what its tests use. */
const COMPONENTS: Readonly<Record<string, Readonly<Record<string, Label>>>> = {
  SIGNUP_PATH: SIGNUP,
  ORGANIZER_PATH: ORGANIZE,
  MANAGE_PATH: MANAGE,
  SETUP_PATH: SETUP,
  NOTICE_PATH: NOTICES,
  CHOOSE_EVENT_PATH: { event: ({ manage }) => manage.chooseEvent },
  ADOPTION_PATH: {
    yes: ({ serverNotices }) => serverNotices.adoptYes,
    no: ({ serverNotices }) => serverNotices.adoptNo,
  },
  JOIN_REQUEST_PATH: {
    accept: ({ joining }) => joining.button.accept('castor'),
    decline: ({ joining }) => joining.button.decline('vega'),
  },
  ROLE_MENU_PATH: { role: () => ROLE_MENU_PATH.slice(0, 4) },
  RECEIVED_PATH: { received: ({ payout }) => payout.receivedButton('') },
  EXPORT_ID: { export: ({ account }) => account.export },
  ERASE_ID: { erase: ({ account }) => account.erase },
};
/** The forms, by the path of what reads them, each with a field that a test fills in. */
const FORMS: Readonly<Record<string, readonly string[]>> = {
  SIGNUP_PATH: ['ship'],
  ORGANIZER_PATH: ['title'],
  MANAGE_PATH: ['reason', 'message'],
  SETUP_PATH: ['tag'],
  SHARE_PATH: ['haul'],
  ERASE_ID: ['handle'],
};

/** The paths that handlers of a kind listen to, as the code names them. */
async function handled(decorators: string): Promise<string[]> {
  const folder = path.resolve('src/discord-gateway');
  const files = (await readdir(folder, { recursive: true })).filter((file) => file.endsWith('.ts'));
  const sources = await Promise.all(files.map((file) => readFile(path.join(folder, file), 'utf8')));
  const found = sources.join('\n').matchAll(new RegExp(`@(?:${decorators})\\(([^)]+)\\)`, 'g'));
  return [...new Set([...found].map(([, name = '']) => name))].sort();
}

it('every button and menu that a handler listens to is pressed by a test, in some language', async () => {
  expect(await handled('Button|StringSelect|UserSelect|ChannelSelect')).toEqual(
    Object.keys(COMPONENTS).sort(),
  );
  const sources = await sourcesOfTests();
  const isPressed = (words: string): boolean =>
    ["'", '"', '`'].some((quote) => sources.includes(`${quote}${words}`));
  const unused = Object.entries(COMPONENTS).flatMap(([name, actions]) =>
    Object.entries(actions)
      .filter(([, label]) => !LOCALES.some((locale) => isPressed(label(textsIn(locale)))))
      .map(([action]) => `${name} ${action}`),
  );
  expect(unused).toEqual([]);
});

it('every form that a handler reads is sent by a test', async () => {
  expect(await handled('Modal')).toEqual(Object.keys(FORMS).sort());
  const sources = await sourcesOfTests();
  const isSent = (field: string): boolean => new RegExp(`\\.submit\\([^;]*\\b${field}\\b`).test(sources);
  expect(
    Object.values(FORMS)
      .flat()
      .filter((field) => !isSent(field)),
  ).toEqual([]);
});

it('reminders that no menu offers are left out', () => {
  expect(chosenReminders(['60', '-5', '0', 'x', '1e99', '1.5', '15'])).toEqual([60, 15]);
});
