import { setImmediate as turn } from "node:timers/promises";

export type UncaughtEar = ReturnType<typeof hearUncaught>;

const NEWS = ["unhandledRejection", "uncaughtException"] as const;

/**
 * Hears what nobody catches in this process, in place of all others that listen (the test runner would tell of it, but not
 * of the operation that left it), until it is taken off.
 */
export function hearUncaught() {
  let heard: unknown[] = [];
  const note = (error: unknown): void => void heard.push(error);
  const others = NEWS.map((news) => [news, process.listeners(news as "uncaughtException")] as const);
  for (const news of NEWS) process.removeAllListeners(news).on(news, note);
  return {
    /** The errors since this was asked last; a turn is waited for, after which Node tells. */
    heard: async (): Promise<readonly unknown[]> => {
      await turn();
      const taken = heard;
      heard = [];
      return taken;
    },
    off: (): void => {
      for (const [news, listeners] of others) {
        process.off(news, note);
        for (const listener of listeners) process.on(news, listener);
      }
    },
  };
}
