import type { Board, BoardButton, BoardMenu } from './board.js';
import { formatComponentId } from './component-id.js';

/** Discord's numbers for what a board uses (Discord's component reference). */
const TYPE = { row: 1, button: 2, stringSelect: 3 } as const;
const STYLE = { secondary: 2, success: 3, danger: 4 } as const satisfies Record<BoardButton['style'], number>;

interface ButtonJson {
  readonly type: typeof TYPE.button;
  readonly style: (typeof STYLE)[BoardButton['style']];
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

/** Body of a message create or edit that shows a board. Nobody is ever pinged (contract.md §4). */
export interface BoardMessage {
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
      { type: TYPE.row, components: board.buttons.map((button) => toButton(button, eventId)) },
      ...board.menus.map((menu, part) => ({ type: TYPE.row, components: [toMenu(menu, eventId, part)] })),
    ],
    allowed_mentions: { parse: [] },
  };
}

function toButton({ action, label, style, disabled }: BoardButton, event_id: string): ButtonJson {
  const custom_id = formatComponentId({ action, event_id, part: 0 });
  return { type: TYPE.button, style: STYLE[style], label, disabled, custom_id };
}

function toMenu(menu: BoardMenu, event_id: string, part: number): MenuJson {
  return {
    type: TYPE.stringSelect,
    custom_id: formatComponentId({ action: 'role', event_id, part }),
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
