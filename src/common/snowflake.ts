/**
 * The form of Discord's ids: 64 bits, without zeros in front; Discord takes anything else for a broken request. They stay strings: they
 * do not fit a JavaScript number.
 */
export const SNOWFLAKE = /^(?:[1-9]\d{16,18}|1[0-7]\d{18})$/;

const DISCORD_EPOCH_MS = 1_420_070_400_000;

/** When what bears this id was made on Discord. */
export function madeAt(id: string): Date {
  return new Date(Number(BigInt(id) >> 22n) + DISCORD_EPOCH_MS);
}
