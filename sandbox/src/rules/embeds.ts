import { EmbedType, type APIEmbed } from 'discord-api-types/v10';
import { codePoints, type Reader } from '../validation/reader.js';
import { isoTime } from '../world/world.js';

const MOST_EMBEDS = 10;
const MOST_FIELDS = 25;
/** Characters that all embeds of a message may have together. */
const MOST_CHARACTERS = 6_000;

/** Reads the `embeds` of a message into what Discord stores; undefined when the body has none. */
export function readEmbeds(body: Reader): APIEmbed[] | undefined {
  const readers = body.objects('embeds', { max: MOST_EMBEDS });
  if (!readers) return body.raw('embeds') === null ? [] : undefined;
  const embeds = readers.map(readEmbed);
  if (embeds.reduce((sum, embed) => sum + charactersOf(embed), 0) > MOST_CHARACTERS) {
    body.fault('embeds', 'MAX_EMBED_SIZE_EXCEEDED', 'Embed size exceeds maximum size of 6000');
  }
  return embeds;
}

function readEmbed(reader: Reader): APIEmbed {
  const optional = { nullable: true };
  const time = reader.time('timestamp', optional);
  const color = reader.integer('color', { ...optional, min: 0, max: 0xffffff });
  const embed = compact({
    type: EmbedType.Rich,
    url: link(reader, 'url'),
    title: reader.string('title', { ...optional, max: 256 }),
    description: reader.string('description', { ...optional, max: 4096 }),
    color,
    timestamp: typeof time === 'number' ? isoTime(time) : undefined,
    fields: readFields(reader),
    author: readPart(reader, 'author', 'name', 256),
    footer: readPart(reader, 'footer', 'text', 2048),
    image: readImage(reader, 'image'),
    thumbnail: readImage(reader, 'thumbnail'),
  }) as APIEmbed;
  if (Object.keys(embed).length === 1) {
    reader.fault('description', 'BASE_TYPE_REQUIRED', 'This field is required');
  }
  return embed;
}

function readFields(reader: Reader): APIEmbed['fields'] | undefined {
  const fields = reader.objects('fields', { max: MOST_FIELDS });
  return fields?.length === 0
    ? undefined
    : fields?.map((field) => ({
        name: field.string('name', { required: true, min: 1, max: 256 }) ?? '',
        value: field.string('value', { required: true, min: 1, max: 1024 }) ?? '',
        inline: field.boolean('inline', { nullable: true }) ?? false,
      }));
}

/** Author and footer: a required text with optional pictures and links. */
function readPart(reader: Reader, field: string, text: string, max: number): object | undefined {
  const part = reader.object(field, { nullable: true });
  if (!part) return undefined;
  const icon = link(part, 'icon_url', true);
  return compact({
    [text]: part.string(text, { required: true, min: 1, max }),
    url: text === 'name' ? link(part, 'url') : undefined,
    icon_url: icon,
    proxy_icon_url: icon,
  });
}

function readImage(reader: Reader, field: string): object | undefined {
  const image = reader.object(field, { nullable: true });
  if (!image) return undefined;
  const url = link(image, 'url', true, true);
  return url === undefined ? undefined : { url, proxy_url: url, width: 0, height: 0, flags: 0 };
}

function link(reader: Reader, field: string, attachments = false, required = false): string | undefined {
  const url = reader.string(field, { nullable: !required, required, max: 2048 });
  if (url === undefined || url === null || url === '') return undefined;
  const schemes = attachments ? /^(https?|attachment):\/\/.+/ : /^https?:\/\/.+/;
  if (schemes.test(url)) return url;
  const allowed = attachments ? "('http', 'https', 'attachment')" : "('http', 'https')";
  const scheme = /^(\w+):/.exec(url)?.[1];
  if (scheme === undefined) {
    reader.fault(field, 'URL_TYPE_INVALID_URL', 'Not a well formed URL.');
    return undefined;
  }
  const text = `Scheme "${scheme}" is not supported. Scheme must be one of ${allowed}.`;
  reader.fault(field, 'URL_TYPE_INVALID_SCHEME', text);
  return undefined;
}

/** Discord leaves out what is not there. */
function compact(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).filter(([, v]) => v !== undefined && v !== null && v !== ''),
  );
}

function charactersOf(embed: APIEmbed): number {
  const texts = [embed.title, embed.description, embed.author?.name, embed.footer?.text];
  const fields = (embed.fields ?? []).flatMap((field) => [field.name, field.value]);
  return [...texts, ...fields].reduce((sum, text) => sum + codePoints(text ?? ''), 0);
}
