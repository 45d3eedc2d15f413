import { Injectable, Logger } from '@nestjs/common';
import type { DiscordFailure } from '../../common/discord-failure.js';
import { AuditService } from '../audit/audit.service.js';
import type { AuditAction, AuditEntry } from '../audit/rules/audit-entry.js';
import type { Event } from '../events/rules/event.js';
import type { Guild } from '../guilds/rules/guild.js';
import type { MirrorTurn } from './mirror-turn.js';
import type { Mirror } from './rules/mirror.js';

/** Writes into an event's timeline what became of it on servers. */
@Injectable()
export class MirrorHistory {
  private readonly logger = new Logger(MirrorHistory.name);

  constructor(private readonly audit: AuditService) {}

  /** Notes what one turn has shown, found and been refused; the same again is noted once. Never throws. */
  async note(
    { guild_id, guild_name }: Pick<Guild, 'guild_id' | 'guild_name'>,
    { id: eventId }: Pick<Event, 'id'>,
    before: Mirror,
    { mirror: after, posted }: Pick<MirrorTurn, 'mirror' | 'posted'>,
    failures: readonly DiscordFailure[],
  ): Promise<void> {
    const happened = [
      ...madeOf(before, after, posted),
      ...failures
        // What Discord may take in a moment is tried again.
        .filter(({ treatment }) => treatment !== 'wait')
        .map(({ message }) => happening('failed', String(after.wanted_revision), { reason: message })),
    ];
    const entries = happened.map(({ action, occasion, values }): AuditEntry => ({
      id: `${after.id}/${action}/${occasion}`,
      ...{ org_id: null, event_id: eventId, action, actor_id: null, target_id: guild_id },
      ...{ fields: [], values: { server: guild_name, ...values }, source: 'system', request_id: null },
      at: new Date(),
    }));
    try {
      if (entries.length > 0) await this.audit.add(entries);
    } catch (error) {
      this.logger.warn({ err: error, event_id: eventId, guild_id }, 'The timeline lacks what a server shows');
    }
  }
}

interface Happening {
  readonly action: AuditAction;
  /** What tells it from others of its kind. */
  readonly occasion: string;
  readonly values: Readonly<Record<string, unknown>>;
}

const happening = (
  what: 'event_shown' | 'message_shown' | 'removed_by_hand' | 'set_right' | 'failed',
  occasion: string,
  values: Happening['values'] = {},
): Happening => ({ action: `mirror.${what}`, occasion, values });

function madeOf(before: Mirror, after: Mirror, posted: string | null): Happening[] {
  const { discord_event_id: shown, last_repair: repair } = after;
  const isRepaired = repair !== null && repair.at.getTime() !== before.last_repair?.at.getTime();
  return [
    ...(shown !== null && shown !== before.discord_event_id ? [happening('event_shown', shown)] : []),
    ...(posted === null ? [] : [happening('message_shown', posted)]),
    ...after.detached
      .filter((part) => !before.detached.includes(part))
      .map((part) => happening('removed_by_hand', `${part}/${after.updated_at.toISOString()}`, { part })),
    ...(isRepaired ? [happening('set_right', repair.at.toISOString())] : []),
  ];
}
