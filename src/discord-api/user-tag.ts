import type { APIUser } from 'discord.js';

/** A user as logs name them: `nova`, or `User#1234` for bots and old names. */
export function userTag({ username, discriminator }: APIUser): string {
  return discriminator === '0' ? username : `${username}#${discriminator}`;
}
