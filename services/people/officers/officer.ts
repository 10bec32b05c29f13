import type { Officer } from "../../kernel/actor.ts";
import type { CitizenId, OfficerId } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/runtime.ts";

/** An officer as their own sign-in said last: their name for colleagues, and the office they hold. */
export type OfficerRecord = {
  readonly id: OfficerId;
  readonly name?: string | undefined;
  readonly roles: Officer["roles"];
  readonly jurisdiction: Officer["jurisdiction"];
  readonly person?: CitizenId | undefined;
  /** When the sign-in was issued that said so first. */
  readonly since: Instant;
  /** Counts changes: what is decided on one revision stands only while it is that. */
  readonly revision: number;
};

/**
 * The record after a sign-in: the same one where that says nothing new, or is older than the one that the record stands on.
 * Undefined for an officer who has not signed in, and so states nothing.
 */
export function afterSignIn(
  { id, roles, jurisdiction, person, signIn }: Officer,
  before: OfficerRecord | undefined,
): OfficerRecord | undefined {
  if (!signIn) return before;
  const stated = { id, name: signIn.name, roles, jurisdiction, person };
  if (before && (before.since > signIn.at || isSame(before, stated))) return before;
  return { ...stated, since: signIn.at, revision: (before?.revision ?? 0) + 1 };
}

type Stated = Omit<OfficerRecord, "since" | "revision">;

const isSame = (one: Stated, other: Stated): boolean => textOf(one) === textOf(other);

/** All that a sign-in states, as one text. */
export const textOf = ({ id, name, roles, jurisdiction, person }: Stated): string =>
  JSON.stringify([
    id,
    name ?? null,
    roles,
    jurisdiction.regionPrefix,
    jurisdiction.departments,
    person ?? null,
  ]);

/** An officer on record as a caller, to whom work is to be given. */
export const asCaller = ({ id, roles, jurisdiction, person }: OfficerRecord): Officer => ({
  ...{ kind: "OFFICER", mode: "live", id, roles, jurisdiction },
  ...(person ? { person } : {}),
});
