/** Lets the posts of a channel go out one after the other, in the order they were given. */
export class ChannelQueue {
  readonly #tails = new Map<string, Promise<unknown>>();

  /** @throws what `post` threw */
  run<Result>(channel: string, post: () => Promise<Result>): Promise<Result> {
    const done = (this.#tails.get(channel) ?? Promise.resolve()).then(post);
    const tail = done
      .catch(() => {})
      .finally(() => {
        if (this.#tails.get(channel) === tail) this.#tails.delete(channel);
      });
    this.#tails.set(channel, tail);
    return done;
  }
}
