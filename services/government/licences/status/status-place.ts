import { hash } from "node:crypto";
import type { Mode } from "../../../kernel/actor.ts";
import { DOCUMENTS_PATH, type DocumentPath } from "../../../kernel/documents/document.ts";
import { LIST_SIZE, type StatusPlace } from "./licence-status.ts";

/** The version whose status it is. */
export type LicenceVersion = { readonly licence: string; readonly version: number };

/**
 * So many lists are open: 33,554,432 places. Until half of them are taken, and every second draw finds one that is free,
 * they hold 16,777,216 versions: those of 10 million licences, and two changes of each three of them. A power of two, so
 * that no list is drawn more often. More may be opened at any time, for a licence keeps its place on record.
 */
export const OPEN_LISTS = 32;

/** A place by its licence, version and draw: spread as evenly as a hash, and not to be told from the time of issue. */
export function placeAt({ licence, version }: LicenceVersion, draw: number): StatusPlace {
  const drawn = hash("sha256", `licence status place\n${licence}\n${version}\n${draw}`, "buffer").readUIntBE(
    0,
    6,
  );
  return { list: drawn % OPEN_LISTS, index: Math.floor(drawn / OPEN_LISTS) % LIST_SIZE };
}

/** The path at which a list is served. */
export const statusListPath = (mode: Mode, list: number): DocumentPath =>
  `${DOCUMENTS_PATH}licences/status/${mode}/${list}`;

/** A list's address, which a credential names as `status.status_list.uri`; `origin` is the platform's own, "https://…". */
export const statusListUri = (origin: string, mode: Mode, list: number): string =>
  `${origin}${statusListPath(mode, list)}`;
