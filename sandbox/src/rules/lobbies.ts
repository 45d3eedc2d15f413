import { refuse } from '../errors.js';
import { invalid } from '../validation/issues.js';
import { isObject, Reader } from '../validation/reader.js';
import type { LobbyMember, LobbyRecord } from '../world/application-records.js';
import type { World } from '../world/world.js';

/** People in one request. */
const AT_ONCE = 25;
const DEFAULT_IDLE_SECONDS = 300;
/** Characters of all keys and values of a lobby's or member's metadata. */
const METADATA_LENGTH = 1_000;
/** Of a member: whether they may link the lobby with a channel. */
export const CAN_LINK = 1;

type Metadata = Record<string, string>;

/** The lobby; 10031 when there is none. */
export function findLobby(world: World, lobbyId: string): LobbyRecord {
  const lobby = world.lobbies.get(lobbyId);
  if (!lobby) throw refuse(10031);
  return lobby;
}

/** The lobby, for one of its members (50001 for others); the application sees all its lobbies. */
export function reachLobby(world: World, lobbyId: string, userId: string): LobbyRecord {
  const lobby = findLobby(world, lobbyId);
  const own = world.ownApplication.application_id === userId;
  if (!own && !lobby.members.some(({ id }) => id === userId)) throw refuse(50001);
  return lobby;
}

/** A lobby with nothing set. */
export function blankLobby(world: World): LobbyRecord {
  return {
    id: world.snowflakes.next(),
    metadata: null,
    members: [],
    flags: 0,
    idle_timeout_seconds: DEFAULT_IDLE_SECONDS,
    override_event_webhooks_url: null,
    secret: null,
    secret_since: world.clock(),
    linked_channel_id: null,
    touched_at: world.clock(),
  };
}

/** Reads what a body says of a lobby: only the fields it names. */
export function readLobby(world: World, body: Reader): Partial<LobbyRecord> {
  const idle = body.integer('idle_timeout_seconds', { nullable: true, min: 5, max: 604_800 });
  const metadata = readMetadata(body, 'metadata');
  const flags = body.integer('flags', { nullable: true, choices: [1] });
  const url = body.string('override_event_webhooks_url', { nullable: true, max: 512 });
  const members = body.objects('members', { max: AT_ONCE })?.map((member) => readMember(member));
  body.issues.refuseIfAny();
  checkUsers(world, members ?? []);
  return {
    ...(typeof idle === 'number' ? { idle_timeout_seconds: idle } : {}),
    ...(metadata === undefined ? {} : { metadata }),
    ...(flags === undefined ? {} : { flags: flags ?? 0 }),
    ...(url === undefined ? {} : { override_event_webhooks_url: url }),
    ...(members ? { members } : {}),
  };
}

/** Reads what a body says of a member; the id is in it unless it is told. */
export function readMember(body: Reader, userId?: string): LobbyMember {
  const id = userId ?? body.snowflake('id', { required: true }) ?? '';
  const name = body.string('additional_name', { nullable: true, min: 1, max: 80 });
  return {
    id,
    metadata: readMetadata(body, 'metadata') ?? null,
    flags: body.integer('flags', { nullable: true, choices: [CAN_LINK] }) ?? 0,
    ...(name ? { additional_name: name } : {}),
  };
}

/** Reads the members to add, change and take out at once. */
export function readMembers(world: World, given: unknown): { kept: LobbyMember[]; removed: string[] } {
  const body = new Reader({ members: given });
  const entries = body.objects('members', { required: true, min: 1, max: AT_ONCE }) ?? [];
  const read = entries.map((entry) => ({
    member: readMember(entry),
    gone: entry.boolean('remove_member', { nullable: true }) ?? false,
  }));
  body.issues.refuseIfAny();
  const kept = read.filter(({ gone }) => !gone).map(({ member }) => member);
  checkUsers(world, kept);
  return { kept, removed: read.filter(({ gone }) => gone).map(({ member }) => member.id) };
}

/** Refuses (10013) members that are no users. */
export function checkUsers(world: World, members: readonly LobbyMember[]): void {
  if (members.some(({ id }) => !world.users.has(id))) throw refuse(10013);
}

/** A dictionary of texts. */
export function readMetadata(body: Reader, field: string): Metadata | null | undefined {
  const given = body.object(field, { nullable: true });
  if (!given) return given;
  const raw = body.raw(field) as Record<string, unknown>;
  const entries = Object.keys(raw).map(
    (key) => [key, given.string(key, { required: true, max: 1_024 }) ?? ''] as const,
  );
  if (entries.flat().join('').length > METADATA_LENGTH)
    body.fault(field, 'BASE_TYPE_MAX_LENGTH', `Must be ${METADATA_LENGTH} or fewer in length.`);
  return Object.fromEntries(entries);
}

/** Reads what an application's moderators say of a message. */
export function readModeration(given: unknown): Metadata {
  if (!isObject(given)) throw refuse(50035);
  const body = Reader.of(given);
  const keys = Object.keys(given);
  if (keys.length > 5) throw invalid([], 'BASE_TYPE_MAX_LENGTH', 'Must be 5 or fewer in length.');
  const entries = keys.map((key) => [key, body.string(key, { required: true, max: 2_000 }) ?? ''] as const);
  body.issues.refuseIfAny();
  return Object.fromEntries(entries);
}
