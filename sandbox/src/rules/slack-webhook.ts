import { isObject } from '../validation/reader.js';

type Fields = Record<string, unknown>;

/** What Slack would be told to write, as the body of one of Discord's own messages. Its `channel` and `mrkdwn` mean nothing here. */
export function slackMessage(given: unknown): object {
  const body = fieldsOf(given);
  const attachments = listOf(body['attachments']);
  const content = [body['text'], ...attachments.map((one) => one['pretext'])].filter(isText).join('\n');
  return {
    ...(content === '' ? {} : { content }),
    ...named({ username: body['username'], avatar_url: body['icon_url'] }),
    embeds: attachments.map(embedOf),
  };
}

/** Slack's own clients send JSON, or a form with the JSON in its field `payload`. */
function fieldsOf(given: unknown): Fields {
  if (!isObject(given)) return {};
  const { payload } = given;
  if (typeof payload !== 'string') return given;
  try {
    const parsed: unknown = JSON.parse(payload);
    return isObject(parsed) ? parsed : {};
  } catch {
    return {};
  }
}

function embedOf(attachment: Fields): object {
  const { title, title_link: url, text, color, ts, footer, author_name: author } = attachment;
  return {
    ...named({ title, url, description: text, color: colorOf(color) }),
    ...(typeof ts === 'number' ? { timestamp: new Date(ts * 1_000).toISOString() } : {}),
    ...(isText(footer)
      ? { footer: { text: footer, ...named({ icon_url: attachment['footer_icon'] }) } }
      : {}),
    ...(isText(author)
      ? {
          author: {
            name: author,
            ...named({ url: attachment['author_link'], icon_url: attachment['author_icon'] }),
          },
        }
      : {}),
    ...(isText(attachment['image_url']) ? { image: { url: attachment['image_url'] } } : {}),
    ...(isText(attachment['thumb_url']) ? { thumbnail: { url: attachment['thumb_url'] } } : {}),
    fields: listOf(attachment['fields']).map((field) => ({
      name: field['title'] ?? field['name'] ?? '',
      value: field['value'] ?? '',
      inline: field['short'] ?? field['inline'] ?? false,
    })),
  };
}

/** `#abc` is short for `#aabbcc`; Slack's `good`, `warning` and `danger` Discord does not know. */
function colorOf(color: unknown): number | undefined {
  const digits = isText(color) ? /^#((?:[0-9a-f]{3}){1,2})$/i.exec(color)?.[1] : undefined;
  if (digits === undefined) return undefined;
  return parseInt(digits.length === 3 ? digits.replace(/./g, '$&$&') : digits, 16);
}

/** The fields that say something. */
function named(fields: Fields): Fields {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined && value !== null && value !== ''),
  );
}

function listOf(value: unknown): Fields[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}
