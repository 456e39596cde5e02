const DISCORD_EPOCH = 1_420_070_400_000;
let made = 0;

/** An id as Discord makes them: the time, and a count below it. https://discord.com/developers/docs/reference#snowflakes */
export function snowflake(at = Date.now()): string {
  made = (made + 1) % 4_096;
  return String((BigInt(at - DISCORD_EPOCH) << 22n) | BigInt(made));
}

/** When it was made, as Discord writes instants. */
export function timestampOf(id: string): string {
  return new Date(Number(BigInt(id) >> 22n) + DISCORD_EPOCH).toISOString().replace('Z', '000+00:00');
}
