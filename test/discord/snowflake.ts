const DISCORD_EPOCH = 1_420_070_400_000;
let made = 0;

/** An id as Discord makes them: the time, and a count below it. https://discord.com/developers/docs/reference#snowflakes */
export function snowflake(at = Date.now()): string {
  made = (made + 1) % 4_096;
  return String((BigInt(at - DISCORD_EPOCH) << 22n) | BigInt(made));
}
