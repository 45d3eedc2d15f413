import { readImage } from '../validation/image.js';
import { isObject, type Reader } from '../validation/reader.js';

const ADDRESSES = ['custom_install_url', 'role_connections_verification_url'];
/** What an application can ask for when it is installed without more ado. */
const INSTALL_SCOPES = ['applications.commands', 'bot'];

/** Reads what an application says of itself besides its endpoint and flags: only the fields that the body names. */
export function readApplicationChange(body: Reader): Record<string, unknown> {
  const read: Record<string, unknown> = {
    description: readDescription(body),
    icon: readImage(body, 'icon'),
    cover_image: readImage(body, 'cover_image'),
    tags: readTags(body),
    explicit_content_filter: body.integer('explicit_content_filter', { nullable: true, choices: [0, 1] }),
    max_participants: body.integer('max_participants', { nullable: true, min: -1 }),
    install_params: readInstallParams(body, 'install_params'),
    integration_types_config: readIntegrationTypes(body),
  };
  for (const field of ADDRESSES) read[field] = readAddress(body, field);
  return Object.fromEntries(Object.entries(read).filter(([, value]) => value !== undefined));
}

function readDescription(body: Reader): string | null | undefined {
  // Applications of before 2024 sent the text alone.
  if (typeof body.raw('description') === 'string') return body.string('description', { max: 400 });
  const given = body.object('description', { nullable: true });
  if (given === null) return '';
  return given?.string('default', { required: true, max: 400 });
}

function readTags(body: Reader): string[] | undefined {
  if (body.raw('tags') === null) return [];
  const tags = body.list('tags', { max: 5 });
  if (tags === undefined) return undefined;
  const texts = tags.filter((tag): tag is string => typeof tag === 'string' && tag.length <= 20);
  if (texts.length < tags.length)
    body.fault('tags', 'BASE_TYPE_MAX_LENGTH', 'Must be 20 or fewer in length.');
  return [...new Set(texts)];
}

function readAddress(body: Reader, field: string): string | null | undefined {
  const url = body.string(field, { nullable: true, max: 2_048 });
  if (!url) return url === '' ? null : url;
  if (URL.canParse(url) && /^https?:$/.test(new URL(url).protocol)) return url;
  body.fault(field, 'URL_TYPE_INVALID_URL', 'Not a well formed URL.');
  return undefined;
}

function readInstallParams(body: Reader, field: string): object | null | undefined {
  const given = body.object(field, { nullable: true });
  if (!given) return given;
  const scopes = (given.list('scopes', { min: 1, max: 2 }) ?? []) as string[];
  if (scopes.some((scope) => !INSTALL_SCOPES.includes(scope)))
    given.fault('scopes', 'BASE_TYPE_CHOICES', `Value must be one of {${INSTALL_SCOPES.join(', ')}}.`);
  return { scopes, permissions: given.bits('permissions', { nullable: true }) ?? '0' };
}

/** How it is installed: by servers (0), by users (1). */
function readIntegrationTypes(body: Reader): object | undefined {
  const given = body.object('integration_types_config', { nullable: true });
  const raw = body.raw('integration_types_config');
  if (!given || !isObject(raw)) return undefined;
  if (Object.keys(raw).length === 0)
    body.fault('integration_types_config', 'BASE_TYPE_MIN_LENGTH', 'Must be 1 or more in length.');
  const entries = Object.keys(raw).map((type) => {
    if (type !== '0' && type !== '1')
      given.fault(type, 'ENUM_TYPE_COERCE', `Value "${type}" is not a valid enum value.`);
    const config = given.object(type, { nullable: true });
    const params = config && readInstallParams(config, 'oauth2_install_params');
    return [type, params ? { oauth2_install_params: params } : {}] as const;
  });
  return Object.fromEntries(entries);
}
