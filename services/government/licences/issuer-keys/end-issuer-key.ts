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
import { type EndInPast, endedAt, type KeptKey, type NotAsItStands } from "./issuer-key.ts";

export type EndKeyRefusal = NotFound | OutsideJurisdiction | Violation | EndInPast | NotAsItStands;

/**
 * Says until when a key signs, as for a rotation: what it has signed before stays valid, and until then another may be valid
 * beside it. Can be said anew while that time is not past. Errors: NOT_FOUND; OUTSIDE_JURISDICTION; ISSUER_KEY_END_PAST;
 * NOT_ALLOWED_NOW for a proposal, and where it is over.
 */
export const endIssuerKey = (
  place: KeyPlace,
  { until, reason }: { readonly until: Instant; readonly reason: string },
  by: ByOfficer,
  writes: KeyWrites,
): Promise<Result<KeptKey, EndKeyRefusal>> =>
  changeIssuerKey<EndInPast | NotAsItStands>(writes, place, by, {
    action: "licences.issuer-key.ended",
    ...{ reason, when: `until ${until}` },
    decide: (key) => endedAt(key, until, by.now),
  });
