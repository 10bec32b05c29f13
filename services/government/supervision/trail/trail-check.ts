import { auditHash } from "../../../kernel/commit/audit-entry.ts";
import { keys } from "../../../kernel/database/tables.ts";

/** An entry as it is stored, with its sort key as `sk`; anybody who tampers may have stored anything. */
export type StoredEntry = Readonly<Record<string, unknown>>;

/** How far a trail was followed, and by which entry: the next one has to be linked to it. */
export type Followed = {
  readonly sequence: number;
  readonly hash: string;
  /** The last revision of the case that an entry named. */
  readonly revision: number;
};

export const BEGINNING: Followed = { sequence: 0, hash: "", revision: 0 };

/** The first place where a trail is not as it was written. */
export type Finding = { readonly what: "CHANGED" | "REMOVED" | "INSERTED"; readonly sequence: number };

/** An entry that an earlier verification has found: what is before it cannot have been rewritten since. */
export type KnownEntry = Pick<Followed, "sequence" | "hash">;

export type Checked =
  | { readonly finding: Finding; readonly followed?: never }
  | { readonly followed: Followed; readonly finding?: never };

/** Every change of a case is written with its revision; see writeCase in services/government/cases. */
const OF_CASE = "applications.case.";

/**
 * Follows a case's trail along `entries`, by their sort keys, from where it was followed to; `next` is what stands behind
 * them, if anything does. Each has to stand in the place that its number says, to be what its hash covers, to name the
 * hash of the one before, and to raise the case's revision if it changed the case.
 *
 * So whatever was changed, removed or put in between is found at its place, as long as the hashes behind it were left as
 * they were. A forger who also wrote all later hashes anew is found by an entry that is `known` from before, and by
 * nothing else: the chain has no secret. Whether the end is missing is not seen here; see `endOf`.
 */
export function follow(
  aggregate: string,
  from: Followed,
  { entries, next, known }: Stretch & { readonly known?: KnownEntry | undefined },
): Checked {
  let followed = from;
  for (const [i, entry] of entries.entries()) {
    const finding = findingAt(aggregate, followed, entry, entries[i + 1] ?? next);
    if (finding) return { finding };
    followed = {
      sequence: followed.sequence + 1,
      hash: String(entry["hash"]),
      revision: Number(entry["revision"] ?? followed.revision),
    };
    if (known?.sequence === followed.sequence && known.hash !== followed.hash) {
      return { finding: { what: "CHANGED", sequence: followed.sequence } };
    }
  }
  return { followed };
}

export type Stretch = {
  readonly entries: readonly StoredEntry[];
  readonly next?: StoredEntry | undefined;
};

function findingAt(
  aggregate: string,
  { sequence, hash, revision }: Followed,
  entry: StoredEntry,
  next: StoredEntry | undefined,
): Finding | undefined {
  const place = sequence + 1;
  const { sk } = keys.auditEntry(aggregate, place);
  // Sort keys are in order: a later one leaves a gap, an earlier one is none that a commit writes.
  if (entry["sk"] !== sk) return { what: String(entry["sk"]) > sk ? "REMOVED" : "INSERTED", sequence: place };
  if (!isWhole(aggregate, entry)) return { ...findMove(aggregate, entry, place) };
  if (entry["sequence"] !== place) return findMisplacement(Number(entry["sequence"]), place);
  if (entry["before"] !== hash) return findBrokenLink(entry, next, { place, hash });
  const named = entry["revision"];
  const isOfCase = String(entry["action"]).startsWith(OF_CASE);
  const raises = typeof named === "number" && named > revision;
  return (isOfCase || named !== undefined) && !raises ? { what: "INSERTED", sequence: place } : undefined;
}

const isWhole = (aggregate: string, entry: StoredEntry): boolean =>
  entry["hash"] === auditHash(aggregate, entry);

/** An entry whose number was changed to close a gap, or to make room, is whole under its old number. */
function findMove(aggregate: string, entry: StoredEntry, place: number): Finding {
  const isFrom = (sequence: number) => isWhole(aggregate, { ...entry, sequence });
  if (isFrom(place + 1)) return { what: "REMOVED", sequence: place };
  if (isFrom(place - 1)) return { what: "INSERTED", sequence: place - 1 };
  return { what: "CHANGED", sequence: place };
}

const findMisplacement = (sequence: number, place: number): Finding =>
  sequence > place ? { what: "REMOVED", sequence: place } : { what: "INSERTED", sequence: place - 1 };

/** Whole, but linked to another than the one before: what stands behind tells which of the two is foreign. */
function findBrokenLink(
  entry: StoredEntry,
  next: StoredEntry | undefined,
  { place, hash }: { readonly place: number; readonly hash: string },
): Finding {
  if (next?.["before"] === hash) return { what: "INSERTED", sequence: place };
  const isForeign = next !== undefined && next["before"] !== entry["hash"];
  return { what: "CHANGED", sequence: isForeign || place === 1 ? place : place - 1 };
}

/** The statement of the case's record about its own trail, read before the trail and again behind it. */
export type RecordRevisions = { readonly before: number; readonly after: number };

/**
 * Whether a trail that was followed to its end is all there: its last change of the case has to have made the case what
 * it is. So newest entries that are missing, or were added, show; but of those that changed no revision (evaluations and
 * their handling), only where another entry follows, and where record and trail were set back together only by an entry
 * that is known from before.
 */
export function endOf(
  { sequence, revision }: Followed,
  { before, after }: RecordRevisions,
  known: KnownEntry | undefined,
): Finding | undefined {
  const isShort = revision < before || (known !== undefined && known.sequence > sequence);
  if (isShort) return { what: "REMOVED", sequence: sequence + 1 };
  return revision > after ? { what: "INSERTED", sequence } : undefined;
}
