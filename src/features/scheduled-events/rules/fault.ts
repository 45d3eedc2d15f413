import { DiscordFailure, type Treatment } from '../../../common/discord-failure.js';
import type { Capability, FaultKind, NewFault, ServerFault } from '../../guilds/rules/server-fault.js';
import type { MirrorPart } from './mirror.js';

/** Cannot send messages in a non-text channel. */
const NO_TEXT_CHANNEL = 50008;

/** What a person on the server has to mend after a refusal; `null` when it is nothing of theirs. */
export function faultOf(
  part: MirrorPart,
  { treatment, code, message }: Pick<DiscordFailure, 'treatment' | 'code' | 'message'>,
  channelId: string | null,
): Omit<NewFault, 'guild_id'> | null {
  if (part === 'scheduled_event') {
    if (treatment === 'forbidden')
      return { capability: 'scheduled_events', kind: 'permission', channel_id: null, message };
    if (treatment === 'capacity')
      return { capability: 'more_scheduled_events', kind: 'full', channel_id: null, message };
    return null;
  }
  const kind = messageFault(treatment, code);
  return kind === null ? null : { capability: 'signup_messages', kind, channel_id: channelId, message };
}

function messageFault(treatment: Treatment, code: number): FaultKind | null {
  if (treatment === 'forbidden') return 'permission';
  return treatment === 'gone' || code === NO_TEXT_CHANNEL ? 'channel' : null;
}

const TREATMENTS = {
  permission: 'forbidden',
  channel: 'gone',
  full: 'capacity',
  role: 'forbidden',
} as const satisfies Record<FaultKind, Treatment>;

/** @throws DiscordFailure what is known to be refused, without asking Discord again */
export function requireAllowed(
  known: readonly ServerFault[],
  capability: Capability,
  channelId: string | null = null,
): void {
  const fault = known.find((one) => one.capability === capability && one.channel_id === channelId);
  if (fault !== undefined) throw new DiscordFailure(TREATMENTS[fault.kind], fault.message, 0);
}
