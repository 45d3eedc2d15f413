/** Discord's nested description of what is wrong in a body: `{name: {_errors: [{code, message}]}}`. */
export interface ErrorTree {
  [field: string]: ErrorTree | { code: string; message: string }[];
}

/** Discord's JSON error codes that the sandbox gives, with their HTTP status and text. */
const KNOWN = {
  0: [401, '401: Unauthorized'],
  10002: [404, 'Unknown Application'],
  10003: [404, 'Unknown Channel'],
  10004: [404, 'Unknown Guild'],
  10005: [404, 'Unknown Integration'],
  10006: [404, 'Unknown Invite'],
  10007: [404, 'Unknown Member'],
  10008: [404, 'Unknown Message'],
  10009: [404, 'Unknown Permission Overwrite'],
  10011: [404, 'Unknown Role'],
  10013: [404, 'Unknown User'],
  10014: [404, 'Unknown Emoji'],
  10015: [404, 'Unknown Webhook'],
  10026: [404, 'Unknown Ban'],
  10027: [404, 'Unknown SKU'],
  10029: [404, 'Unknown Entitlement'],
  10031: [404, 'Unknown Lobby'],
  10057: [404, 'Unknown guild template'],
  10060: [404, 'Unknown sticker'],
  10061: [404, 'Unknown sticker pack'],
  10062: [404, 'Unknown interaction'],
  10063: [404, 'Unknown application command'],
  10065: [404, 'Unknown Voice State'],
  10066: [404, 'Unknown application command permissions'],
  10067: [404, 'Unknown Stage Instance'],
  10069: [404, 'Unknown Guild Welcome Screen'],
  10070: [404, 'Unknown Guild Scheduled Event'],
  10071: [404, 'Unknown Guild Scheduled Event User'],
  10097: [404, 'Unknown sound'],
  10124: [404, 'Unknown invite target users job'],
  10129: [404, 'Unknown invite target users'],
  20001: [403, 'Bots cannot use this endpoint'],
  20012: [403, 'You are not authorized to perform this action on this application'],
  20028: [429, 'The write action you are performing on the channel has hit the write rate limit.'],
  30003: [400, 'Maximum number of pins reached (250)'],
  30004: [400, 'Maximum number of recipients reached. (10)'],
  30005: [400, 'Maximum number of guild roles reached (250)'],
  30007: [400, 'Maximum number of webhooks reached (15)'],
  30008: [400, 'Maximum number of emojis reached (50)'],
  30010: [400, 'Maximum number of reactions reached (20)'],
  30013: [400, 'Maximum number of guild channels reached (500)'],
  30016: [400, 'Maximum number of invites reached (1000)'],
  30031: [400, 'Guild already has a template'],
  30032: [400, 'Maximum number of application commands reached (100)'],
  30033: [400, 'Maximum number of thread participants has been reached (1000)'],
  30034: [400, 'Maximum number of daily application command creates has been reached (200)'],
  30038: [400, 'Maximum number of uncompleted guild scheduled events reached (100)'],
  30039: [400, 'Maximum number of stickers reached'],
  30045: [400, 'Maximum number of soundboard sounds reached'],
  30046: [429, 'Maximum number of edits to messages older than 1 hour reached. Try again later'],
  30047: [400, 'Maximum number of pinned threads in a forum channel has been reached'],
  30058: [400, 'Maximum number of webhooks per guild reached (1000)'],
  30060: [400, 'Maximum number of channel permission overwrites reached (1000)'],
  40001: [401, 'Unauthorized'],
  40007: [403, 'The user is banned from this guild'],
  40018: [400, 'Only consumable SKUs can be consumed'],
  40019: [400, 'You can only delete sandbox entitlements.'],
  40032: [400, 'Target user is not connected to voice.'],
  40033: [400, 'This message has already been crossposted.'],
  40060: [400, 'Interaction has already been acknowledged.'],
  40061: [400, 'Tag names must be unique'],
  40066: [400, 'There are no tags available that can be set by non-moderators'],
  40067: [400, 'A tag is required to create a forum post in this channel'],
  50001: [403, 'Missing Access'],
  50003: [403, 'Cannot execute action on a DM channel'],
  50004: [403, 'Guild widget disabled'],
  50005: [403, 'Cannot edit a message authored by another user'],
  50006: [400, 'Cannot send an empty message'],
  50007: [403, 'Cannot send messages to this user'],
  50008: [400, 'Cannot send messages in a non-text channel'],
  50013: [403, 'Missing Permissions'],
  50014: [401, 'Invalid authentication token provided'],
  50016: [
    400,
    'Provided too few or too many messages to delete. Must provide at least 2 and fewer than 100 messages to delete',
  ],
  50019: [403, 'A message can only be pinned to the channel it was sent in'],
  50020: [400, 'Invite code was either invalid or taken'],
  50021: [403, 'Cannot execute action on a system message'],
  50024: [400, 'Cannot execute action on this channel type'],
  50025: [401, 'Invalid OAuth2 access token provided'],
  50026: [403, 'Missing required OAuth2 scope'],
  50027: [401, 'Invalid Webhook Token'],
  50028: [400, 'Invalid Role'],
  50033: [400, 'Invalid Recipient(s)'],
  50034: [400, 'You can only bulk delete messages that are under 14 days old.'],
  50035: [400, 'Invalid Form Body'],
  50041: [400, 'Invalid API version'],
  50046: [400, 'Invalid file uploaded'],
  50055: [400, 'Invalid Guild'],
  50057: [400, 'Invalid SKU'],
  50068: [400, 'Invalid message type'],
  50074: [400, 'Cannot delete a channel required for Community guilds'],
  50081: [400, 'Invalid sticker sent'],
  50083: [400, 'Thread is archived'],
  50091: [400, 'Invalid entity type for this event.'],
  50109: [400, 'The request body contains invalid JSON.'],
  50167: [403, 'Cannot send voice effect when user is server muted, deafened or suppressed'],
  50229: [400, 'Invalid user type'],
  130000: [503, 'API resource is currently overloaded. Try again a little later'],
  150006: [400, 'The Stage is already open'],
  160004: [400, 'A thread has already been created for this message'],
  160005: [400, 'Thread is locked'],
  160006: [400, 'Maximum number of active threads reached'],
  180000: [400, 'Cannot update a finished event'],
  180002: [400, 'Failed to create stage needed for stage event'],
  180005: [404, 'Unknown Guild Scheduled Event Exception'],
  200000: [400, 'Message was blocked by automatic moderation'],
  200001: [400, 'Title was blocked by automatic moderation'],
  350000: [400, 'Cannot enable onboarding, requirements are not met'],
  350001: [400, 'Cannot update onboarding while below requirements'],
  500000: [400, 'Failed to ban users'],
  520001: [400, 'Poll expired'],
  520003: [400, 'Cannot edit a poll message'],
  520006: [400, 'Cannot expire a non-poll message'],
  530000: [400, 'Application is not configured for provisional accounts'],
  530007: [400, 'Invalid client secret'],
  530010: [400, 'User account is non-provisional'],
} as const satisfies Record<number, readonly [number, string]>;

/** A code that the sandbox knows. */
export type ErrorCode = keyof typeof KNOWN;

/** A refusal in Discord's form: `{message, code, errors?}` with its HTTP status. */
export class DiscordError extends Error {
  constructor(
    readonly status: number,
    readonly code: number,
    message: string,
    readonly errors: ErrorTree | null = null,
  ) {
    super(message);
  }

  /** The body as it is sent. */
  body(): { message: string; code: number; errors?: ErrorTree } {
    return { message: this.message, code: this.code, ...(this.errors ? { errors: this.errors } : {}) };
  }
}

/** The refusal with a given code, in Discord's words. */
export function refuse(code: ErrorCode): DiscordError {
  const [status, message] = KNOWN[code];
  return new DiscordError(status, code, message);
}

/** 405 for a method that a path does not know. */
export function wrongMethod(): DiscordError {
  return new DiscordError(405, 0, '405: Method Not Allowed');
}

/** 404 for a path that does not exist. */
export function unknownPath(): DiscordError {
  return new DiscordError(404, 0, '404: Not Found');
}
