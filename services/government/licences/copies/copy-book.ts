import { err, ok, type Result } from "../../../kernel/result.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import type { LicenceCopyId, LicenceId } from "../ids.ts";
import { copyStatus, type LicenceCopy } from "./licence-copy.ts";

/**
 * The copies of a licence that may be in force, by which they are bounded. It changes when one is shared, and at no use. Those that
 * have come to their end leave it with the next that is shared.
 */
export type CopyBook = {
  readonly licence: LicenceId;
  readonly copies: readonly LicenceCopyId[];
  /** Counts changes: what is decided on one revision is written over no other. */
  readonly revision: number;
};

/** So many copies of a licence are in force at once: their list is one page, which a holder looks through. */
const IN_FORCE_MAX = 20;

export type CopiesFull = {
  readonly code: "LICENCE_COPIES_FULL";
  readonly values: { readonly max: string };
};

/** The book with one more copy; `known` are those that it names. No end of a copy is ever taken back. */
export function bookWith(
  before: CopyBook | undefined,
  known: readonly LicenceCopy[],
  { id, licence }: Pick<LicenceCopy, "id" | "licence">,
  now: Instant,
): Result<CopyBook, CopiesFull> {
  const left = known.filter((copy) => copyStatus(copy, now) === "IN_FORCE");
  if (left.length >= IN_FORCE_MAX)
    return err({ code: "LICENCE_COPIES_FULL", values: { max: String(IN_FORCE_MAX) } });
  return ok({ licence, copies: [...left.map((copy) => copy.id), id], revision: (before?.revision ?? 0) + 1 });
}
