import type { Texts } from '../../../languages/texts.js';
import { formatCustomId } from './custom-id.js';
import type { ListPage } from './participants.js';
import type { RoleMenu } from './role-menus.js';
import type { SignupButton } from './signup-buttons.js';
import type { SignupMessage } from './signup-message.js';

/** Discord's numbers for what a signup message uses. */
const TYPE = { row: 1, button: 2, stringSelect: 3 } as const;
const STYLE = { secondary: 2, success: 3, danger: 4 } as const satisfies Record<
  SignupButton['style'],
  number
>;

interface ButtonJson {
  readonly type: typeof TYPE.button;
  readonly style: (typeof STYLE)[SignupButton['style']];
  readonly label: string;
  readonly disabled: boolean;
  readonly custom_id: string;
}

interface MenuJson {
  readonly type: typeof TYPE.stringSelect;
  readonly custom_id: string;
  readonly placeholder: string;
  readonly disabled: boolean;
  readonly max_values?: number;
  readonly options: { label: string; value: string; description: string; emoji?: EmojiJson }[];
}

interface EmojiJson {
  name: string;
  id?: string;
  animated?: boolean;
}

/** A row of components. */
export interface RowJson {
  readonly type: typeof TYPE.row;
  readonly components: (ButtonJson | MenuJson)[];
}

/** Body that posts or edits a signup message. It pings no one. */
export interface SignupMessageBody {
  readonly embeds: {
    readonly author: { readonly name: string };
    readonly title: string;
    readonly description: string;
    readonly color: number;
    readonly fields: { name: string; value: string; inline: boolean }[];
    readonly image?: { readonly url: string };
  }[];
  readonly components: RowJson[];
  readonly allowed_mentions: { readonly parse: [] };
}

/** A signup message in Discord's JSON. */
export function toMessageBody(message: SignupMessage, eventId: string): SignupMessageBody {
  return {
    embeds: [
      {
        author: { name: message.author },
        title: message.title,
        description: message.description,
        color: message.color,
        fields: message.fields.map((field) => ({ ...field })),
        ...(message.image !== null && { image: { url: message.image } }),
      },
    ],
    components: [
      ...message.buttons.map((row) => ({
        type: TYPE.row,
        components: row.map((button) => toButton(button, eventId)),
      })),
      ...toMenuRows(message.menus, eventId, 'role'),
      ...toMenuRows(message.ships === null ? [] : [message.ships], eventId, 'board'),
    ],
    allowed_mentions: { parse: [] },
  };
}

/** What a menu is for: a role, in a signup message or in an answer to one member; or a ship. */
type MenuAction = 'role' | 'choose' | 'board';

/** Menus of roles or ships. */
export function toMenuRows(menus: readonly RoleMenu[], eventId: string, action: MenuAction): RowJson[] {
  return menus.map((menu, part) => ({ type: TYPE.row, components: [toMenu(menu, eventId, action, part)] }));
}

/** The buttons that turn the pages of the list of people, or of the fleet; none for a single page. */
export function toPageRows(
  { page, pages }: Pick<ListPage, 'page' | 'pages'>,
  eventId: string,
  texts: Texts['signupMessage'],
  action: 'page' | 'ships' = 'page',
): RowJson[] {
  if (pages === 1) return [];
  const turn = (label: string, to: number): ButtonJson => ({
    type: TYPE.button,
    style: STYLE.secondary,
    label,
    disabled: to < 0 || to >= pages,
    custom_id: formatCustomId({ action, event_id: eventId, part: to }),
  });
  return [{ type: TYPE.row, components: [turn(texts.previous, page - 1), turn(texts.next, page + 1)] }];
}

/** A message without what is only decoration, for a server whose Discord refuses some of it. */
export function plainBody(body: SignupMessageBody): SignupMessageBody {
  return {
    ...body,
    embeds: body.embeds.map(({ image: _image, ...embed }) => embed),
    components: body.components.map((row) => ({ ...row, components: row.components.map(withoutEmoji) })),
  };
}

function withoutEmoji(component: ButtonJson | MenuJson): ButtonJson | MenuJson {
  if (component.type === TYPE.button) return component;
  return { ...component, options: component.options.map(({ emoji: _emoji, ...option }) => option) };
}

function toButton({ action, label, style, disabled }: SignupButton, eventId: string): ButtonJson {
  const customId = formatCustomId({ action, event_id: eventId, part: 0 });
  return { type: TYPE.button, style: STYLE[style], label, disabled, custom_id: customId };
}

function toMenu(menu: RoleMenu, eventId: string, action: MenuAction, part: number): MenuJson {
  return {
    type: TYPE.stringSelect,
    custom_id: formatCustomId({ action, event_id: eventId, part }),
    placeholder: menu.placeholder,
    disabled: menu.disabled,
    ...(menu.max > 1 && { max_values: menu.max }),
    options: menu.options.map(({ emoji, ...option }) => ({ ...option, ...toEmoji(emoji) })),
  };
}

const CUSTOM_EMOJI = /^<(a?):(\w{2,32}):(\d{17,20})>$/;
const UNICODE_EMOJI = new RegExp('^\\p{RGI_Emoji}$', 'v');

/** Discord refuses a whole message for one wrong emoji, so what is not one is left out. */
function toEmoji(emoji: string | null): { emoji?: EmojiJson } {
  if (emoji === null) return {};
  const [, animated, name, id] = CUSTOM_EMOJI.exec(emoji) ?? [];
  if (name !== undefined && id !== undefined) return { emoji: { id, name, animated: animated === 'a' } };
  // Some are written without the selector that makes a sign an emoji, such as ❤.
  const whole = [emoji, `${emoji}\uFE0F`].find((candidate) => UNICODE_EMOJI.test(candidate));
  return whole === undefined ? {} : { emoji: { name: whole } };
}
