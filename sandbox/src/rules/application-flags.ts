import { ApplicationFlags as F, GatewayIntentBits as I } from 'discord-api-types/v10';

/** All intents that exist. */
export const ALL_INTENTS = Object.values(I).reduce<number>(
  (all, bit) => (typeof bit === 'number' ? all | bit : all),
  0,
);

/** Intents that an application must be granted, with the flags that say so: after a review, or below 10,000 users without. */
const PRIVILEGED: readonly [intent: number, reviewed: number, limited: number][] = [
  [I.GuildPresences, F.GatewayPresence, F.GatewayPresenceLimited],
  [I.GuildMembers, F.GatewayGuildMembers, F.GatewayGuildMembersLimited],
  [I.MessageContent, F.GatewayMessageContent, F.GatewayMessageContentLimited],
];

/** The flags that an application may set of itself. */
export const SETTABLE_FLAGS = PRIVILEGED.reduce((all, [, , limited]) => all | limited, 0);

/** An application's flags when these intents are granted to it, of which only the privileged ones count. */
export function flagsGranting(intents: number): number {
  const granted = PRIVILEGED.filter(([intent]) => (intents & intent) !== 0);
  return granted.reduce<number>((all, [, , limited]) => all | limited, F.ApplicationCommandBadge);
}

/** The intents that an application with these flags may ask the gateway for. */
export function intentsGranted(flags: number): number {
  const denied = PRIVILEGED.filter(([, reviewed, limited]) => (flags & (reviewed | limited)) === 0);
  return denied.reduce((all, [intent]) => all & ~intent, ALL_INTENTS);
}
