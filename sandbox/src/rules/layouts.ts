import { ComponentType as C } from 'discord-api-types/v10';
import { codePoints, type Reader } from '../validation/reader.js';
import { numberOf, type Walk } from './component-walk.js';

const IN_CONTAINER = [C.ActionRow, C.Section, C.TextDisplay, C.MediaGallery, C.File, C.Separator];
/** What a message of components V2 may be made of. */
export const LAYOUTS: readonly C[] = [...IN_CONTAINER, C.Container];

/** Reads a nested component that must be of one of some types. */
type ReadOneOf = (reader: Reader, walk: Walk, types: readonly C[]) => object;

/** Reads a component of components V2 that cannot be clicked into what Discord stores. */
export function readLayout(reader: Reader, type: C, walk: Walk, readOneOf: ReadOneOf): object {
  const base = { type, id: numberOf(reader, walk) };
  switch (type) {
    case C.TextDisplay:
      return { ...base, content: readText(reader, walk) };
    case C.Section:
      return { ...base, ...readSection(reader, walk, readOneOf) };
    case C.Container:
      return { ...base, ...readContainer(reader, walk, readOneOf) };
    case C.MediaGallery:
      return { ...base, items: readItems(reader, walk) };
    case C.Thumbnail:
      return { ...base, ...readItem(reader, walk) };
    case C.File:
      return { ...base, file: readMedia(reader, 'file', walk, true), spoiler: readSpoiler(reader) };
    default:
      return { ...base, ...readSeparator(reader) };
  }
}

function readText(reader: Reader, walk: Walk): string {
  const content = reader.string('content', { required: true, min: 1, max: 4_000 }) ?? '';
  walk.characters += codePoints(content);
  return content;
}

function readSection(reader: Reader, walk: Walk, readOneOf: ReadOneOf): object {
  const texts = reader.objects('components', { required: true, min: 1, max: 3 }) ?? [];
  const components = texts.map((child) => readOneOf(child, walk, [C.TextDisplay]));
  const accessory = reader.object('accessory', { required: true });
  return { components, accessory: accessory && readOneOf(accessory, walk, [C.Button, C.Thumbnail]) };
}

function readContainer(reader: Reader, walk: Walk, readOneOf: ReadOneOf): object {
  const children = reader.objects('components', { required: true, min: 1, max: 40 }) ?? [];
  return {
    accent_color: reader.integer('accent_color', { nullable: true, min: 0, max: 0xffffff }) ?? null,
    spoiler: readSpoiler(reader),
    components: children.map((child) => readOneOf(child, walk, IN_CONTAINER)),
  };
}

function readItems(reader: Reader, walk: Walk): object[] {
  const items = reader.objects('items', { required: true, min: 1, max: 10 }) ?? [];
  return items.map((item) => readItem(item, walk));
}

/** What galleries and thumbnails show. */
function readItem(reader: Reader, walk: Walk): object {
  const description = reader.string('description', { nullable: true, max: 1_024 });
  return {
    media: readMedia(reader, 'media', walk, false),
    description: description ? description : null,
    spoiler: readSpoiler(reader),
  };
}

function readMedia(reader: Reader, field: string, walk: Walk, onlyAttached: boolean): object {
  const media = reader.object(field, { required: true });
  const url = media?.string('url', { required: true, min: 1, max: 2_048 }) ?? '';
  if (!media || url === '') return { url };
  const name = /^attachment:\/\/(.+)$/.exec(url)?.[1];
  if (name !== undefined && !walk.filenames.includes(name)) {
    const code = 'UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND';
    media.fault('url', code, `The referenced attachment "${name}" was not found`);
  }
  const known = onlyAttached ? /^attachment:/ : /^(attachment|https?):/;
  if (!known.test(url)) {
    const schemes = onlyAttached ? "('attachment',)" : "('http', 'https', 'attachment')";
    const text = `Scheme "${url.split(':', 1)[0] ?? ''}" is not supported. Scheme must be one of ${schemes}.`;
    media.fault('url', 'URL_TYPE_INVALID_SCHEME', text);
  }
  return { url };
}

function readSeparator(reader: Reader): object {
  return {
    divider: reader.boolean('divider', { nullable: true }) ?? true,
    spacing: reader.integer('spacing', { nullable: true, choices: [1, 2] }) ?? 1,
  };
}

function readSpoiler(reader: Reader): boolean {
  return reader.boolean('spoiler', { nullable: true }) ?? false;
}
