import { ButtonStyle, ComponentType, type APIModalInteractionResponseCallbackData } from 'discord.js';
import { escapeMarkup } from '../../common/discord-text.js';
import { type Audience, AUDIENCES } from '../../features/event-notices/rules/notice.js';
import { attendanceIsOpen } from '../../features/events/rules/check-in.js';
import type { Event } from '../../features/events/rules/event.js';
import type { EventWithRoster } from '../../features/events/rules/event-record.js';
import { EVENT_LIMITS } from '../../features/events/rules/limits.js';
import { holdsSeat, isSignedUp, type RosterEntry } from '../../features/events/rules/roster.js';
import { roleNameOf, type SignupRow } from '../../features/events/rules/signup-row.js';
import { isClosed, isOpen } from '../../features/events/rules/transitions.js';
import { roleMenus } from '../../features/scheduled-events/rules/role-menus.js';
import { toMenuRows } from '../../features/scheduled-events/rules/signup-message-body.js';
import { type Locale, textsIn } from '../../languages/languages.js';
import type { Texts } from '../../languages/texts.js';
import type { Answer } from '../answer.js';
import { choiceName } from '../commands/event.autocomplete.js';
import { button, formMenu, page, row, text, textInput } from '../layout.js';
import { reminderMenu, remindersText } from '../reminder-menu.js';
import { formatChooseEventId, formatManageId, type ManageAction } from './manage-id.js';
import { isRuleOn, SIGNUP_RULES } from './signup-rules.js';

/** How long a reason is. */
const REASON_LIMIT = 500;

/** An organizer's panel: how the event stands, and what can be done with it. */
export function panelPage(event: Event, locale: Locale, note?: string): Answer {
  const { manage: texts, eventNotices: notices } = textsIn(locale);
  const start = Math.floor(event.start_at_utc.getTime() / 1000);
  const { confirmed, waitlist, pending } = event.seats;
  const heading = [
    `## ⚙️ ${escapeMarkup(event.title)}`,
    `${texts.states[event.state]}${event.locked ? ` · ${texts.locked}` : ''} · <t:${start}:F> (<t:${start}:R>)`,
    texts.seats(confirmed, event.max_participants, waitlist),
  ];
  const steps = stepsOf(event).map(({ action, style }) =>
    button(formatManageId(action, event.id), texts[action], style),
  );
  return page([
    text(heading.join('\n')),
    ...(note === undefined ? [] : [text(note)]),
    ...(steps.length === 0
      ? []
      : [row(...steps), row(rulesMenu(event, locale)), row(personMenu(event.id, texts.person))]),
    ...(notesAttendance(event) ? [row(personMenu(event.id, texts.whoCame))] : []),
    row(
      button(formatManageId('panel', event.id), texts.refresh),
      ...(pending === 0
        ? []
        : [button(formatManageId('requests', event.id), texts.requests(pending), ButtonStyle.Primary)]),
      ...(isClosed(event.state) ? [] : [button(formatManageId('reminders', event.id), notices.reminders)]),
      ...(isOpen(event.state) ? [button(formatManageId('announce', event.id), notices.announce)] : []),
    ),
  ]);
}

/** When an event is reminded of, and the menu that changes it. */
export function remindersPage(event: Event, locale: Locale): Answer {
  const { manage, eventNotices: texts } = textsIn(locale);
  const { id, title, reminder_offsets_minutes: chosen } = event;
  return page([
    text(
      `${texts.remindersOf(title)}\n${chosen === null ? texts.asServerChosen : remindersText(chosen, locale)}`,
    ),
    row(reminderMenu(formatManageId('reminders', id), chosen ?? [], locale)),
    row(
      ...(chosen === null ? [] : [button(formatManageId('as_server', id), texts.asServer)]),
      button(formatManageId('panel', id), manage.back),
    ),
  ]);
}

/** Whether an event is over, and organizers still note who came. */
function notesAttendance(event: Event): boolean {
  return isClosed(event.state) && attendanceIsOpen(event, new Date());
}

type Step = 'edit' | 'start' | 'complete' | 'cancel' | 'lock' | 'unlock';

function stepsOf({
  state,
  locked,
}: Pick<Event, 'state' | 'locked'>): { readonly action: Step; readonly style: ButtonStyle }[] {
  const edit = { action: 'edit', style: ButtonStyle.Primary } as const;
  const cancel = { action: 'cancel', style: ButtonStyle.Danger } as const;
  const lock = { action: locked ? 'unlock' : 'lock', style: ButtonStyle.Secondary } as const;
  if (state === 'published') return [edit, { action: 'start', style: ButtonStyle.Success }, lock, cancel];
  if (state === 'active') return [edit, { action: 'complete', style: ButtonStyle.Success }, lock, cancel];
  return state === 'draft' ? [edit] : [];
}

/** The rules of signing up that are switched on and off together, as one menu. */
function rulesMenu(event: Event, locale: Locale): object {
  const { manage: texts, signupMessage } = textsIn(locale);
  const labels = { ...texts.rules, ...signupMessage.answers };
  const options = SIGNUP_RULES.map((rule) => ({
    label: labels[rule],
    value: rule,
    default: isRuleOn(event, rule),
  }));
  return {
    type: ComponentType.StringSelect,
    custom_id: formatManageId('rules', event.id),
    placeholder: texts.chooseRules,
    min_values: 0,
    max_values: options.length,
    options,
  };
}

function personMenu(eventId: string, placeholder: string): object {
  return { type: ComponentType.UserSelect, custom_id: formatManageId('person', eventId), placeholder };
}

/** Somebody whose signup is looked after. */
export interface ManagedPerson {
  readonly user_id: string;
  readonly handle: string;
}

/** How somebody stands to an event, and what can be made of it. */
export function personPage(
  event: EventWithRoster,
  person: ManagedPerson,
  locale: Locale,
  note?: string,
): Answer {
  const { manage: texts, signupMessage } = textsIn(locale);
  const entry = event.roster.find(({ user_id }) => user_id === person.user_id);
  const role = entry === undefined ? null : roleNameOf(event, entry);
  const statuses = { ...texts.statuses, ...signupMessage.answers };
  const standing =
    entry !== undefined && entry.status !== 'withdrawn'
      ? texts.standing(statuses[entry.status], role)
      : texts.notSignedUp;
  const idFor = (action: ManageAction, part = 0): string =>
    formatManageId(action, event.id, person.user_id, part);
  const menus = isClosed(event.state)
    ? []
    : toMenuRows(roleMenus(event, { disabled: false }, signupMessage), event.id, 'choose').map(
        ({ components }, part) =>
          row(...components.map((menu) => ({ ...menu, custom_id: idFor('role', part) }))),
      );
  return page([
    text(
      [`## 👤 ${escapeMarkup(person.handle)}`, `**${escapeMarkup(event.title)}** · ${standing}`].join('\n'),
    ),
    ...(note === undefined ? [] : [text(note)]),
    ...menus,
    row(
      ...personButtons(event, entry, { idFor, texts }),
      button(formatManageId('panel', event.id), texts.back),
    ),
  ]);
}

/** What can be made of somebody's signup as it is. */
function personButtons(
  event: EventWithRoster,
  entry: RosterEntry | undefined,
  { idFor, texts }: { readonly idFor: (action: ManageAction) => string; readonly texts: Texts['manage'] },
): object[] {
  if (isClosed(event.state)) return attendanceButtons(event, entry, { idFor, texts });
  if (entry === undefined || !isSignedUp(entry))
    return [button(idFor('seat'), texts.seat, ButtonStyle.Success)];
  const remove = button(idFor('remove'), texts.remove, ButtonStyle.Danger);
  if (entry.status === 'pending') return [...decisionButtons(idFor, texts)];
  if (!holdsSeat(entry.status)) return [button(idFor('promote'), texts.promote, ButtonStyle.Success), remove];
  return attendanceIsOpen(event, new Date()) ? [button(idFor('miss'), texts.noShow), remove] : [remove];
}

/** Once the event is over: whether who had a seat came. */
function attendanceButtons(
  event: Event,
  entry: RosterEntry | undefined,
  { idFor, texts }: { readonly idFor: (action: ManageAction) => string; readonly texts: Texts['manage'] },
): object[] {
  if (entry === undefined || !notesAttendance(event)) return [];
  if (entry.status === 'no_show') return [button(idFor('came'), texts.came, ButtonStyle.Success)];
  return holdsSeat(entry.status) ? [button(idFor('miss'), texts.noShow)] : [];
}

function decisionButtons(idFor: (action: ManageAction) => string, texts: Texts['manage']): object[] {
  return [
    button(idFor('approve'), texts.approve, ButtonStyle.Success),
    button(idFor('decline'), texts.decline, ButtonStyle.Danger),
  ];
}

/** So many requests stand on a page. */
const REQUESTS = 5;

/** Those who wait for approval, each with the buttons that decide. */
export function requestsPage(
  event: Pick<Event, 'id' | 'title'>,
  pending: readonly SignupRow[],
  locale: Locale,
  note?: string,
): Answer {
  const texts = textsIn(locale).manage;
  const left = pending.length - REQUESTS;
  return page([
    text(`## ${texts.requestsHeading}\n**${escapeMarkup(event.title)}**`),
    ...(note === undefined ? [] : [text(note)]),
    ...(pending.length === 0 ? [text(texts.noRequests)] : []),
    ...pending
      .slice(0, REQUESTS)
      .flatMap(({ user_id: userId, handle, role_name: role, notes }) => [
        text(
          [`**${escapeMarkup(handle)}**`, ...[role, notes].map((said) => escapeMarkup(said ?? ''))]
            .filter((said) => said !== '')
            .join(' · '),
        ),
        row(...decisionButtons((action) => formatManageId(action, event.id, userId), texts)),
      ]),
    ...(left > 0 ? [text(texts.moreRequests(left))] : []),
    row(button(formatManageId('panel', event.id), texts.back)),
  ]);
}

/** The events to which somebody can be added. */
export function eventsPage(
  events: readonly Pick<Event, 'id' | 'title' | 'start_at_utc'>[],
  person: ManagedPerson,
  { locale, timezone }: { readonly locale: Locale; readonly timezone: string },
): Answer {
  const texts = textsIn(locale).manage;
  const options = events.map((event) => ({ label: choiceName(event, locale, timezone), value: event.id }));
  const menu = {
    type: ComponentType.StringSelect,
    custom_id: formatChooseEventId(person.user_id),
    placeholder: texts.chooseEvent,
    options,
  };
  return page([text(`## 👤 ${escapeMarkup(person.handle)}\n${texts.whichEvent}`), row(menu)]);
}

/** The form that asks why an event is cancelled. */
export function reasonForm(eventId: string, locale: Locale): APIModalInteractionResponseCallbackData {
  const texts = textsIn(locale).manage;
  const field = { id: 'reason', label: texts.reasonLabel, max: REASON_LIMIT, long: true };
  return {
    custom_id: formatManageId('cancel', eventId),
    title: texts.reasonTitle,
    components: [textInput(field)],
  };
}

/** The form of an announcement: what it says, and to whom. */
export function announcementForm(eventId: string, locale: Locale): APIModalInteractionResponseCallbackData {
  const texts = textsIn(locale).eventNotices;
  const field = { id: 'message', label: texts.announceLabel, ...EVENT_LIMITS.announcement, long: true };
  return {
    custom_id: formatManageId('announce', eventId),
    title: texts.announceTitle,
    components: [
      textInput(field),
      formMenu(
        { id: 'audience', label: texts.audienceLabel },
        AUDIENCES.map((audience) => ({ label: texts.audiences[audience], value: audience })),
      ),
    ],
  };
}

/** Whom somebody chose in it. */
export function audienceIn([chosen]: readonly string[]): Audience {
  return AUDIENCES.find((audience) => audience === chosen) ?? 'all';
}
