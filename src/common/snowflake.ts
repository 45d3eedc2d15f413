/** The form of Discord's ids. They stay strings: they do not fit a JavaScript number. */
export const SNOWFLAKE = /^\d{17,20}$/;

const DISCORD_EPOCH_MS = 1_420_070_400_000;

/** When what bears this id was made on Discord. */
export function madeAt(id: string): Date {
  return new Date(Number(BigInt(id) >> 22n) + DISCORD_EPOCH_MS);
}
