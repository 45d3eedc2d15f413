import {
  ButtonStyle,
  ComponentType,
  type APIActionRowComponent,
  type APIComponentInMessageActionRow,
  type APIEmbed,
  type APIMessageComponentEmoji,
} from 'discord.js';
import type { Board, BoardButton, BoardMenu } from '../domain/signup-messages/board.js';
import { formatComponentId } from '../domain/signup-messages/component-id.js';

/** Body of a message create or edit that shows a board. Nobody is ever pinged (contract.md §4). */
export interface BoardMessage {
  readonly embeds: APIEmbed[];
  readonly components: APIActionRowComponent<APIComponentInMessageActionRow>[];
  readonly allowed_mentions: { readonly parse: [] };
}

const STYLES = {
  success: ButtonStyle.Success,
  danger: ButtonStyle.Danger,
  secondary: ButtonStyle.Secondary,
} as const satisfies Record<BoardButton['style'], ButtonStyle>;

/** A board in Discord's JSON. */
export function toBoardMessage(board: Board, eventId: string): BoardMessage {
  return {
    embeds: [
      {
        title: board.title,
        description: board.description,
        color: board.color,
        fields: board.fields.map((field) => ({ ...field })),
        footer: { text: board.footer },
      },
    ],
    components: [
      buttonRow(board.buttons, eventId),
      ...board.menus.map((menu, part) => menuRow(menu, eventId, part)),
    ],
    allowed_mentions: { parse: [] },
  };
}

function buttonRow(
  buttons: readonly BoardButton[],
  eventId: string,
): APIActionRowComponent<APIComponentInMessageActionRow> {
  return {
    type: ComponentType.ActionRow,
    components: buttons.map(({ action, label, style, disabled }) => ({
      type: ComponentType.Button,
      style: STYLES[style],
      label,
      disabled,
      custom_id: formatComponentId({ action, event_id: eventId, part: 0 }),
    })),
  };
}

function menuRow(
  menu: BoardMenu,
  eventId: string,
  part: number,
): APIActionRowComponent<APIComponentInMessageActionRow> {
  return {
    type: ComponentType.ActionRow,
    components: [
      {
        type: ComponentType.StringSelect,
        custom_id: formatComponentId({ action: 'role', event_id: eventId, part }),
        placeholder: menu.placeholder,
        disabled: menu.disabled,
        options: menu.options.map(({ emoji, ...option }) => ({ ...option, ...toEmoji(emoji) })),
      },
    ],
  };
}

const CUSTOM_EMOJI = /^<(a?):(\w{2,32}):(\d{17,20})>$/;
const UNICODE_EMOJI = new RegExp('^\\p{RGI_Emoji}$', 'v');

/** Discord refuses a whole message for one wrong emoji, so what is not one is left out. */
function toEmoji(emoji: string | null): { emoji?: APIMessageComponentEmoji } {
  if (emoji === null) return {};
  const [, animated, name, id] = CUSTOM_EMOJI.exec(emoji) ?? [];
  if (name !== undefined && id !== undefined) return { emoji: { id, name, animated: animated === 'a' } };
  return UNICODE_EMOJI.test(emoji) ? { emoji: { name: emoji } } : {};
}
