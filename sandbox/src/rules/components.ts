import {
  ButtonStyle,
  ComponentType as C,
  MessageFlags,
  type APIMessageTopLevelComponent,
} from 'discord-api-types/v10';
import type { Reader } from '../validation/reader.js';
import type { World } from '../world/world.js';
import { givenNumbers, numberOf, readCustomId, type Walk } from './component-walk.js';
import { readComponentEmoji } from './emojis.js';
import { readLayout, LAYOUTS } from './layouts.js';
import { readSelect, SELECTS } from './selects.js';

const MOST_ROWS = 5;
/** Components V2: all of a message, nested ones counted; and the characters of all its texts. */
const MOST_COMPONENTS = 40;
const MOST_CHARACTERS = 4_000;

/** Reads the `components` of a message into what Discord stores; undefined when the body has none. */
export function readComponents(
  world: World,
  body: Reader,
  { flags, filenames }: { flags: number; filenames: readonly string[] },
): APIMessageTopLevelComponent[] | undefined {
  const v2 = (flags & MessageFlags.IsComponentsV2) !== 0;
  const readers = body.objects('components', { max: v2 ? MOST_COMPONENTS : MOST_ROWS });
  if (!readers) return body.raw('components') === null ? [] : undefined;
  const walk: Walk = {
    world,
    customIds: new Set(),
    count: 0,
    given: new Set(givenNumbers(body.raw('components'))),
    numbers: new Set(),
    characters: 0,
    filenames,
  };
  const components = readers.map((reader) => readOneOf(reader, walk, v2 ? LAYOUTS : [C.ActionRow]));
  if (walk.count > MOST_COMPONENTS) {
    body.fault(
      'components',
      'COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED',
      `Total number of components is ${walk.count}, the maximum is 40`,
    );
  }
  if (walk.characters > MOST_CHARACTERS) {
    const text = `Total length of all text is ${walk.characters}, the maximum is ${MOST_CHARACTERS}`;
    body.fault('components', 'COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED', text);
  }
  return components as unknown as APIMessageTopLevelComponent[];
}

/** Reads a component that must be of one of these types; nothing is read of any other, however deep it goes. */
function readOneOf(reader: Reader, walk: Walk, types: readonly C[]): object {
  const type = reader.integer('type', { required: true, choices: types }) as C | null | undefined;
  if (type === undefined || type === null) return {};
  if (type === C.ActionRow) return readRow(reader, walk);
  if (type === C.Button) return readButton(reader, numberOf(reader, walk), walk);
  if (SELECTS.includes(type)) return readSelect(reader, numberOf(reader, walk), type, walk);
  return readLayout(reader, type, walk, readOneOf);
}

function readRow(reader: Reader, walk: Walk): object {
  const id = numberOf(reader, walk);
  const children = reader.objects('components', { required: true, min: 1, max: 5 }) ?? [];
  const types = children.map((child) => child.raw('type') as C);
  if (children.length > 1 && types.some((type) => SELECTS.includes(type))) {
    reader.fault(
      'components',
      'COMPONENT_LAYOUT_WIDTH_EXCEEDED',
      'The specified component exceeds the maximum width',
    );
  }
  const interactive = [C.Button, ...SELECTS];
  return {
    type: C.ActionRow,
    id,
    components: children.map((child) => readOneOf(child, walk, interactive)),
  };
}

function readButton(reader: Reader, id: number, walk: Walk): object {
  const style = reader.integer('style', { required: true, choices: [1, 2, 3, 4, 5, 6] });
  const label = reader.string('label', { nullable: true, max: 80 });
  const emoji = readComponentEmoji(walk.world, reader);
  const url = reader.string('url', { nullable: true, max: 512 });
  const button: Record<string, unknown> = { type: C.Button, id, style };
  if (style === ButtonStyle.Link) {
    if (!url) reader.fault('url', 'BASE_TYPE_REQUIRED', 'A url is required');
    else if (!/^(https?|discord):\/\/.+/.test(url))
      reader.fault('url', 'URL_TYPE_INVALID_URL', 'Not a well formed URL.');
    if (reader.raw('custom_id')) customIdAndUrl(reader);
    button['url'] = url;
  } else if (style !== ButtonStyle.Premium) {
    if (url) customIdAndUrl(reader);
    button['custom_id'] = readCustomId(reader, walk);
  }
  if (!label && !reader.raw('emoji') && style !== ButtonStyle.Premium) {
    reader.fault('label', 'BASE_TYPE_REQUIRED', 'A label or an emoji is required');
  }
  if (label) button['label'] = label;
  if (emoji) button['emoji'] = emoji;
  if (reader.boolean('disabled', { nullable: true })) button['disabled'] = true;
  return button;
}

function customIdAndUrl(reader: Reader): void {
  reader.fault(
    'custom_id',
    'BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE',
    'A custom id and url cannot both be specified',
  );
}
