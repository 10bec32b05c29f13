import type { Fields } from "../../kernel/fields.ts";
import type { Instant } from "../../kernel/instant.ts";
import { type Binding, checkBinding, type ExpectedBinding } from "./credentials/check-binding.ts";
import { type CopyClaim, copyReason, type ExpectedCopy, readCopy } from "./credentials/check-copy.ts";
import {
  keyOf,
  type SignedBy,
  secondsOf,
  signatureReason,
  type TrustedIssuer,
  trustReason,
} from "./credentials/check-issuer.ts";
import { issuerAt } from "./credentials/issuer-address.ts";
import {
  ageInS,
  CLOCK_SKEW_S,
  isTooOld,
  type ListAt,
  type ListedStatus,
  listedAt,
  statusReason,
} from "./credentials/listed-status.ts";
import { type Presentation, readPresentation } from "./credentials/read-presentation.ts";
import { REASONS, type Reason } from "./credentials/reasons.ts";
import type { IssuerKey, SignatureAlgorithm } from "./credentials/signing.ts";
import type { VerifierMemory } from "./credentials/verifier-memory.ts";

/*
 * Verifies a licence that somebody presents, offline: with issuers' keys, a trust list and status lists that were fetched and
 * verified before. It knows nothing of the platform, and runs in a browser, at a counter and in Node.
 */

/** A copy of what others publish, as of when it was fetched. */
export type Cached<T> = { readonly value: T; readonly fetchedAt: Instant };

/** A verifier's knowledge. */
export type Known = {
  readonly keys: Cached<readonly IssuerKey[]>;
  readonly trust: Cached<readonly TrustedIssuer[]>;
  /** From a list that is at hand, or that is fetched for what is proven so far; undefined where there is none. */
  readonly statusOf: (place: ListAt) => ListedStatus | undefined | Promise<ListedStatus | undefined>;
  readonly algorithms: readonly SignatureAlgorithm[];
  readonly memory: VerifierMemory;
};

/** A verifier's demands. */
export type Expected = {
  /** The types (`vct`) that it takes. */
  readonly types: readonly string[];
  /** Left out where no holder has to sign, as for a copy on paper. */
  readonly binding?: ExpectedBinding;
  /** The verifier itself, where it asks for a copy that was shared with it for one purpose. */
  readonly copy?: ExpectedCopy;
};

/** How old the copies are from which a verdict comes, in seconds. */
export type Ages = {
  readonly keys: number;
  readonly trust: number;
  /** Undefined where none was looked at. */
  readonly statusList?: number;
};

/**
 * The answer. Claims are told once issuer and holder are proven: of a licence that is not valid too, so that a counter can say
 * which one has ended.
 */
export type Verification =
  | { readonly verdict: "VALID"; readonly claims: Fields; readonly ages: Ages }
  | {
      readonly verdict: "NOT_VALID" | "UNKNOWN";
      readonly reason: Reason;
      readonly claims?: Fields;
      readonly ages: Ages;
    };

/** Older copies of keys and trust say nothing: a key may have been compromised since. */
const COPY_AGE_MAX_S = 86_400;

/** Verifies a presentation at `now`. Never throws, whatever the text is. */
export async function verifyPresentation(
  text: string,
  now: Instant,
  expected: Expected,
  known: Known,
): Promise<Verification> {
  const ages = { keys: ageInS(known.keys.fetchedAt, now), trust: ageInS(known.trust.fetchedAt, now) };
  const presentation = await readPresentation(text);
  const statement = presentation && statementIn(presentation);
  if (!presentation || !statement) return refused("MALFORMED", ages);
  const proof = await prove(presentation, statement, now, expected, known, ages);
  if (typeof proof === "string") return refused(proof, ages);
  const { claims, binding } = proof;
  const status = await statusIn(statement, now, known);
  const told = { ...ages, ...(status.ageS === undefined ? {} : { statusList: status.ageS }) };
  const found = [timeReason(statement, now), status.reason, proof.doubt].filter((one) => one !== undefined);
  // A certain reason goes before one that more knowledge may remove.
  const reason = found.find((one) => REASONS[one] === "NOT_VALID") ?? found[0];
  if (reason) return { ...refused(reason, told), claims };
  // Last, so that a presentation can be verified again once a fresher list is there.
  const isFirst =
    !binding || (await known.memory.takeOnce(binding.replayKey, binding.keepUntilS, secondsOf(now)));
  return isFirst ? { verdict: "VALID", claims, ages: told } : refused("REPLAYED", told);
}

const refused = (reason: Reason, ages: Ages): Verification & { readonly reason: Reason } => ({
  ...{ verdict: REASONS[reason], reason, ages },
});

/** A credential's word on itself. Times in seconds since 1970. */
type Statement = SignedBy & {
  readonly notBefore: number | undefined;
  readonly expiry: number | undefined;
  readonly place: ListAt | undefined;
  readonly copy: CopyClaim | undefined;
};

/** From the claims that an SD-JWT VC never discloses selectively (draft-ietf-oauth-sd-jwt-vc-19, registered JWT claims). */
function statementIn({ credential: { header, payload } }: Presentation): Statement | undefined {
  const { iss, iat, nbf, exp, vct, status, copy: copied } = payload;
  const { typ, alg, kid, crit } = header;
  if (typ !== "dc+sd-jwt" || crit !== undefined || typeof alg !== "string" || typeof kid !== "string")
    return undefined;
  if (typeof iss !== "string" || typeof vct !== "string" || !isTime(iat)) return undefined;
  if ((nbf !== undefined && !isTime(nbf)) || (exp !== undefined && !isTime(exp))) return undefined;
  const copy = copied === undefined ? undefined : readCopy(copied);
  if (copied !== undefined && !copy) return undefined;
  return {
    ...{ issuer: issuerAt(iss), keyId: kid, algorithm: alg, vct, issuedAt: iat },
    ...{ notBefore: nbf, expiry: exp, place: listedAt(status), copy },
  };
}

const isTime = (value: unknown): value is number => Number.isSafeInteger(value);

type Proof = { readonly claims: Fields; readonly binding?: Binding; readonly doubt: Reason | undefined };

/** That a trusted issuer has signed all of it and, where it has to, the holder; or why not. */
async function prove(
  presentation: Presentation,
  statement: Statement,
  now: Instant,
  expected: Expected,
  known: Known,
  ages: Ages,
): Promise<Proof | Reason> {
  if (!expected.types.includes(statement.vct)) return "TYPE_NOT_ASKED_FOR";
  if (isTooOld(ages.keys, COPY_AGE_MAX_S)) return "KEYS_STALE";
  if (isTooOld(ages.trust, COPY_AGE_MAX_S)) return "TRUST_STALE";
  const untrusted = trustReason(statement, known.trust.value);
  if (untrusted) return untrusted;
  const key = keyOf(statement, known.keys.value);
  if (typeof key === "string") return key;
  const unsigned = await signatureReason(presentation.credential, key, known.algorithms);
  if (unsigned) return unsigned;
  const claims = await presentation.claims();
  if (!claims) return "DISCLOSURE_NOT_SIGNED";
  const misplaced = copyReason(statement.copy, expected.copy);
  if (misplaced) return misplaced;
  // A thief writes whatever time a lost key needs: once it is lost, only a time that somebody else attests would count.
  const doubt = key.compromisedSince === undefined ? undefined : "SIGNING_TIME_UNPROVEN";
  if (!expected.binding) return presentation.binding ? "BINDING_NOT_ASKED_FOR" : { claims, doubt };
  const binding = await checkBinding(presentation, expected.binding, secondsOf(now), known.algorithms);
  return typeof binding === "string" ? binding : { claims, binding, doubt };
}

function timeReason({ issuedAt, notBefore, expiry, copy }: Statement, now: Instant): Reason | undefined {
  const nowS = secondsOf(now);
  if (copy && nowS >= copy.until) return "COPY_OVER";
  if (issuedAt > nowS + CLOCK_SKEW_S) return "ISSUED_IN_FUTURE";
  if (notBefore !== undefined && nowS < notBefore) return "NOT_YET_VALID";
  return expiry !== undefined && nowS >= expiry ? "EXPIRED" : undefined;
}

type FoundStatus = { readonly reason: Reason | undefined; readonly ageS?: number };

async function statusIn({ place }: Statement, now: Instant, known: Known): Promise<FoundStatus> {
  if (!place) return { reason: "NO_STATUS" };
  const listed = await known.statusOf(place);
  if (!listed) return { reason: "STATUS_NOT_AT_HAND" };
  const highest = await known.memory.highestSequence(place.uri, listed.sequence);
  return { reason: statusReason(listed, highest, now), ageS: ageInS(listed.fetchedAt, now) };
}
