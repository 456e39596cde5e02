import type { StandingMessage } from '../../../src/index.ts';
import type { DiscordApi, InteractionToken } from '../connection/api.ts';
import { failureOf } from '../connection/failure.ts';
import type { DiscordMessage } from '../render.ts';
import { again } from './again.ts';

/** A message in the first of these places that it is found in. @param againMs before what may be lost is asked for again */
export function inPlace(
  api: DiscordApi,
  places: readonly string[],
  id: string,
  againMs: number,
): StandingMessage<DiscordMessage> {
  const somewhere = async (call: (place: string, within?: AbortSignal) => Promise<void>) => {
    for (const place of places) if (await isFound((within) => call(place, within), againMs)) return true;
    return false;
  };
  return {
    edit: (message) => somewhere((place, within) => api.edit(place, id, message, within)),
    remove: async () => void (await somewhere((place, within) => api.remove(place, id, within))),
  };
}

/** A message that answers an interaction, also one that a user alone sees; gone when the token is. @param id undefined for the first */
export function byToken(
  api: DiscordApi,
  to: InteractionToken,
  id: string | undefined,
  againMs: number,
): StandingMessage<DiscordMessage> {
  return {
    edit: (message) => isFound(async () => void (await api.editReply(to, message, id)), againMs),
    remove: async () => void (await isFound(() => api.deleteReply(to, id), againMs)),
  };
}

/** False where the message is gone, or the token. */
async function isFound(call: (within?: AbortSignal) => Promise<void>, againMs: number): Promise<boolean> {
  try {
    await again(call, againMs);
    return true;
  } catch (error) {
    if (failureOf(error).kind !== 'expired') throw error;
    return false;
  }
}
