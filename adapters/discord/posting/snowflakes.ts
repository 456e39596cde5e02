/*
 * Ids hold the platform's own time. https://docs.discord.com/developers/reference#snowflakes
 */

const DISCORD_EPOCH = 1_420_070_400_000;

/** When what has this id was made: ISO 8601, by Discord's clock. */
export function instantOf(id: string): string {
  return new Date(Number(BigInt(id) >> 22n) + DISCORD_EPOCH).toISOString();
}

/** What was made at or after an instant has a greater id than this. @param at milliseconds since 1970 */
export function idBefore(at: number): string {
  return String((BigInt(Math.max(1, Math.floor(at) - DISCORD_EPOCH)) << 22n) - 1n);
}
