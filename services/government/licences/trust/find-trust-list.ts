import type { Database } from "../../../kernel/database/database.ts";
import { type From, fullPage, type Onward } from "../../../kernel/database/full-page.ts";
import {
  allTrustHeads,
  getTrustListVersion,
  getTrustPart,
  listTrustHeads,
  listTrustListVersions,
} from "./trust-list-store.ts";
import type { LicenceMapping, TrustedIssuer, TrustHead, TrustListVersion, TrustPart } from "./trust-part.ts";

type Reads = Pick<Database, "get" | "query">;

/** The version of the trust list that is in force, or the one that is asked for; undefined where there is none. */
export async function findTrustList(
  version: number | undefined,
  database: Reads,
): Promise<TrustListVersion | undefined> {
  if (version !== undefined && !(Number.isSafeInteger(version) && version > 0)) return undefined;
  return getTrustListVersion(database, version);
}

/** All versions of the trust list, or those before one, the newest first. */
export const findTrustListVersions = (
  page: From<number>,
  database: Reads,
): Promise<{ readonly versions: readonly TrustListVersion[]; readonly more: boolean }> =>
  listTrustListVersions(database, page);

type PageOf<T> = Promise<{ readonly parts: readonly T[]; readonly more: Onward<string> }>;

/** The issuers of a version of the list, by region; a page may have fewer than were asked for, and lead on. */
export const findIssuers = async (version: number, page: From<string>, database: Reads) =>
  pageOf("ISSUER", version, page, database, (part) => (part.kind === "ISSUER" ? [part] : []));

/** Its mappings, in the same way. */
export const findMappings = async (version: number, page: From<string>, database: Reads) =>
  pageOf("MAPPING", version, page, database, (part) => (part.kind === "MAPPING" ? [part] : []));

async function pageOf<T extends TrustPart>(
  kind: T["kind"],
  version: number,
  page: From<string>,
  database: Reads,
  asKind: (part: TrustPart) => readonly T[],
): PageOf<T> {
  const { entries, more } = await fullPage(
    page,
    async (from: From<string>) => {
      const { heads, more: goesOn } = await listTrustHeads(database, kind, from);
      const parts = await Promise.all(heads.map((head) => partIn(version, head, database)));
      const entriesOf = parts.flatMap((part) => (part ? asKind(part) : []));
      return { entries: entriesOf, next: goesOn ? heads.at(-1)?.part.code : undefined };
    },
    1,
  );
  return { parts: entries, more };
}

/** A part as a version of the list has it: nothing ever leaves the list, so each of that version still has its place. */
async function partIn(version: number, head: TrustHead, database: Reads): Promise<TrustPart | undefined> {
  const since = head.versions.findLast((one) => one <= version);
  if (since === undefined) return undefined;
  const { kind, code } = head.part;
  return since === head.versions.at(-1) ? head.part : getTrustPart(database, kind, code, since);
}

/** All that a decision about licences of one region is made with, or all that there is. */
export type TrustList = {
  readonly issuers: readonly TrustedIssuer[];
  readonly mappings: readonly LicenceMapping[];
};

const READS_MAX = 5;

/**
 * The whole list in force with its version, or undefined before the first. It is read again where it changed meanwhile, so
 * that it is never half of one version and half of the next. Throws where it changed each time.
 */
export async function readWholeList(
  database: Reads & Pick<Database, "forget">,
): Promise<(TrustListVersion & TrustList) | undefined> {
  for (let read = 0; read < READS_MAX; read += 1) {
    const before = await getTrustListVersion(database);
    if (!before) return undefined;
    const list = await readList(database);
    database.forget();
    const after = await getTrustListVersion(database);
    if (after?.version === before.version) return { ...before, ...list };
  }
  throw new Error("the trust list changed whenever it was read");
}

/** All that is in force about the licences of a region. */
export const findTrustOf = (region: string, database: Reads): Promise<TrustList> =>
  readList(database, region);

async function readList(database: Reads, region?: string): Promise<TrustList> {
  const [issuers, mappings] = await Promise.all([
    allTrustHeads(database, "ISSUER", region),
    allTrustHeads(database, "MAPPING", region),
  ]);
  return {
    issuers: issuers.flatMap(({ part }) => (part.kind === "ISSUER" ? [part] : [])),
    mappings: mappings.flatMap(({ part }) => (part.kind === "MAPPING" ? [part] : [])),
  };
}
