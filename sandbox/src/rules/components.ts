import {
  ButtonStyle,
  ComponentType as C,
  MessageFlags,
  type APIMessageTopLevelComponent,
} from 'discord-api-types/v10';
import type { Reader } from '../validation/reader.js';
import { numberOf, readCustomId, readEmoji, type Walk } from './component-walk.js';
import { readSelect, SELECTS } from './selects.js';

const MOST_ROWS = 5;
/** Components V2: all of a message, nested ones counted. */
const MOST_COMPONENTS = 40;

/** Reads the `components` of a message into what Discord stores; undefined when the body has none. */
export function readComponents(body: Reader, flags: number): APIMessageTopLevelComponent[] | undefined {
  const v2 = (flags & MessageFlags.IsComponentsV2) !== 0;
  const readers = body.objects('components', { max: v2 ? MOST_COMPONENTS : MOST_ROWS });
  if (!readers) return body.raw('components') === null ? [] : undefined;
  const walk: Walk = { customIds: new Set(), count: 0, v2 };
  const components = readers.map((reader) => readTopLevel(reader, walk));
  if (v2 && walk.count > MOST_COMPONENTS) {
    body.fault(
      'components',
      'COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED',
      `Total number of components is ${walk.count}, the maximum is 40`,
    );
  }
  return components as unknown as APIMessageTopLevelComponent[];
}

const LAYOUT = [C.ActionRow, C.Section, C.TextDisplay, C.MediaGallery, C.File, C.Separator, C.Container];

function readTopLevel(reader: Reader, walk: Walk): object {
  const type = reader.integer('type', { required: true, choices: walk.v2 ? LAYOUT : [C.ActionRow] });
  if (type === undefined || type === null) return {};
  return type === (C.ActionRow as number) ? readRow(reader, walk) : readLayout(reader, walk);
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
  return { type: C.ActionRow, id, components: children.map((child) => readInteractive(child, walk)) };
}

function readInteractive(reader: Reader, walk: Walk): object {
  const type = reader.integer('type', { required: true, choices: [C.Button, ...SELECTS] });
  if (type === undefined || type === null) return {};
  const id = numberOf(reader, walk);
  return type === (C.Button as number) ? readButton(reader, id, walk) : readSelect(reader, id, type, walk);
}

function readButton(reader: Reader, id: number, walk: Walk): object {
  const style = reader.integer('style', { required: true, choices: [1, 2, 3, 4, 5, 6] });
  const label = reader.string('label', { nullable: true, max: 80 });
  const emoji = readEmoji(reader);
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
  if (!label && !emoji && style !== ButtonStyle.Premium) {
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

/** Layout of components V2. Their own fields pass through; what can be clicked in them is read like everywhere. */
function readLayout(reader: Reader, walk: Walk): object {
  const id = numberOf(reader, walk);
  const type = reader.raw('type') as C;
  const copy: Record<string, unknown> = { type, id };
  for (const field of ['content', 'items', 'file', 'divider', 'spacing', 'accent_color', 'spoiler']) {
    if (reader.raw(field) !== undefined && reader.raw(field) !== null) copy[field] = reader.raw(field);
  }
  if (type === C.TextDisplay) reader.string('content', { required: true, min: 1, max: 4000 });
  if (type === C.Separator)
    Object.assign(copy, { divider: copy['divider'] ?? true, spacing: copy['spacing'] ?? 1 });
  const children = reader.objects('components', { max: MOST_COMPONENTS });
  if (children) copy['components'] = children.map((child) => readTopLevel(child, walk));
  const accessory = reader.object('accessory', { nullable: true });
  if (accessory) {
    const button = accessory.raw('type') === C.Button;
    copy['accessory'] = button
      ? readInteractive(accessory, walk)
      : { ...(reader.raw('accessory') as object), id: numberOf(accessory, walk) };
  }
  return copy;
}
