import { AsyncLocalStorage } from "node:async_hooks";
import type { Presentation } from "./errors.ts";
import type { RequestNotes } from "./request-line.ts";

/** How errors of the request at hand are to be shown, and what its line in the log will say of it. */
export type RequestScope = Presentation & { readonly notes: RequestNotes };

/**
 * Apollo formats errors, and graphql tells refusals apart, where neither hands over a context, so this travels beside
 * it; nothing else may.
 */
const storage = new AsyncLocalStorage<RequestScope>();

export const inRequestScope = <T>(scope: RequestScope, run: () => Promise<T>): Promise<T> =>
  storage.run(scope, run);

export function requestScope(): RequestScope {
  const scope = storage.getStore();
  if (!scope) throw new Error("no request is under way");
  return scope;
}
