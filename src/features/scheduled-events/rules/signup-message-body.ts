import type { SignupMessage, SignupButton, RoleMenu } from './signup-message.js';
import { formatCustomId } from './custom-id.js';

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
  readonly options: { label: string; value: string; description: string; emoji?: EmojiJson }[];
}

interface EmojiJson {
  name: string;
  id?: string;
  animated?: boolean;
}

interface RowJson {
  readonly type: typeof TYPE.row;
  readonly components: (ButtonJson | MenuJson)[];
}

/** Body that posts or edits a signup message. It pings no one. */
export interface SignupMessageBody {
  readonly embeds: {
    readonly title: string;
    readonly description: string;
    readonly color: number;
    readonly fields: { name: string; value: string; inline: boolean }[];
    readonly footer: { readonly text: string };
  }[];
  readonly components: RowJson[];
  readonly allowed_mentions: { readonly parse: [] };
}

/** A signup message in Discord's JSON. */
export function toMessageBody(message: SignupMessage, eventId: string): SignupMessageBody {
  return {
    embeds: [
      {
        title: message.title,
        description: message.description,
        color: message.color,
        fields: message.fields.map((field) => ({ ...field })),
        footer: { text: message.footer },
      },
    ],
    components: [
      { type: TYPE.row, components: message.buttons.map((button) => toButton(button, eventId)) },
      ...message.menus.map((menu, part) => ({ type: TYPE.row, components: [toMenu(menu, eventId, part)] })),
    ],
    allowed_mentions: { parse: [] },
  };
}

function toButton({ action, label, style, disabled }: SignupButton, eventId: string): ButtonJson {
  const customId = formatCustomId({ action, event_id: eventId, part: 0 });
  return { type: TYPE.button, style: STYLE[style], label, disabled, custom_id: customId };
}

function toMenu(menu: RoleMenu, eventId: string, part: number): MenuJson {
  return {
    type: TYPE.stringSelect,
    custom_id: formatCustomId({ action: 'role', event_id: eventId, part }),
    placeholder: menu.placeholder,
    disabled: menu.disabled,
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
  return UNICODE_EMOJI.test(emoji) ? { emoji: { name: emoji } } : {};
}
