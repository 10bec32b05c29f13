import { AsyncLocalStorage } from "node:async_hooks";
import type { Presentation } from "./errors.ts";

/**
 * How errors of the request at hand are to be shown. Apollo formats errors where it hands over no context, so this
 * one fact travels beside it; nothing else may.
 */
const storage = new AsyncLocalStorage<Presentation>();

export const inRequestScope = <T>(scope: Presentation, run: () => Promise<T>): Promise<T> =>
  storage.run(scope, run);

export function requestScope(): Presentation {
  const scope = storage.getStore();
  if (!scope) throw new Error("no request is under way");
  return scope;
}
