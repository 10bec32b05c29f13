import type { Result } from "../../../kernel/result.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import type { OutsideJurisdiction, Violation } from "../../catalogue/index.ts";
import {
  type ByOfficer,
  changeIssuerKey,
  type KeyPlace,
  type KeyWrites,
  type NotFound,
} from "./change-issuer-key.ts";
import { compromised, type KeptKey, type NotAsItStands, type SinceAhead } from "./issuer-key.ts";

export type ReportKeyRefusal = NotFound | OutsideJurisdiction | Violation | SinceAhead | NotAsItStands;

/**
 * Puts on record since when another may have used a key. It signs nothing any more, and of what it has signed since then
 * nothing is valid. One officer is enough: every hour counts, and a false report costs no more than a new key. It cannot be
 * taken back; a report of an earlier time counts. Errors: NOT_FOUND; OUTSIDE_JURISDICTION; ISSUER_KEY_SINCE_AHEAD;
 * NOT_ALLOWED_NOW for a proposal.
 */
export const reportIssuerKey = (
  place: KeyPlace,
  { since, reason }: { readonly since: Instant; readonly reason: string },
  by: ByOfficer,
  writes: KeyWrites,
): Promise<Result<KeptKey, ReportKeyRefusal>> =>
  changeIssuerKey<SinceAhead | NotAsItStands>(writes, place, by, {
    action: "licences.issuer-key.compromised",
    ...{ reason, when: `since ${since}` },
    decide: (key) => compromised(key, since, by.now),
  });
