import type { CreditCode } from "../../../field/credit-code.ts";
import type { RegionCode } from "../../../field/region.ts";
import type { Mode, Officer } from "../../../kernel/actor.ts";
import { isProposer } from "../../../kernel/four-eyes.ts";
import type { CitizenId, OfficerId } from "../../../kernel/ids.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import type { PublicKey } from "./public-key.ts";

/** An issuer in a mode. */
export type IssuerIn = { readonly mode: Mode; readonly issuer: CreditCode };

/** Where a key's private part is: derived from the root secret, by a count of its own, or in AWS KMS. */
export type PrivatePart =
  | { readonly kind: "DERIVED"; readonly serial: number }
  /** By the key's ARN: an alias could come to mean another key. */
  | { readonly kind: "KMS"; readonly arn: string };

/** A key of an issuer as it is on record, with the hands of those who put it there. */
export type KeptKey = {
  /** The thumbprint of the public key (RFC 7638, SHA-256), so that no two keys have one id. */
  readonly keyId: string;
  readonly algorithm: "ES256";
  readonly publicKey: PublicKey;
  readonly issuer: CreditCode;
  /** It signs from then on. */
  readonly from: Instant;
  /** It signs until then, excluded; what it has signed before stays valid. */
  readonly until?: Instant;
  /** Somebody else may have signed with it from then on: of that nothing is valid. */
  readonly compromisedSince?: Instant;
  readonly privatePart: PrivatePart;
  readonly proposedBy: OfficerId;
  readonly proposedPerson?: CitizenId | undefined;
  readonly proposedAt: Instant;
  /** Another officer's word, without which it signs nothing. */
  readonly agreedBy?: OfficerId | undefined;
  readonly agreedAt?: Instant | undefined;
};

/** All keys of an issuer in a mode, that there were, are, or were proposed; and the office that answers for them. */
export type IssuerKeys = IssuerIn & {
  readonly department: { readonly code: string };
  readonly regions: readonly RegionCode[];
  readonly keys: readonly KeptKey[];
  readonly revision: number;
};

export const STANDINGS = ["PROPOSED", "TO_COME", "VALID", "ENDED", "COMPROMISED"] as const;
/** How a key stands at a time. One that is compromised signs nothing any more, whenever that began. */
export type Standing = (typeof STANDINGS)[number];

export function standingAt({ agreedBy, from, until, compromisedSince }: KeptKey, at: Instant): Standing {
  if (agreedBy === undefined) return "PROPOSED";
  if (compromisedSince !== undefined) return "COMPROMISED";
  if (until !== undefined && until <= at) return "ENDED";
  return from > at ? "TO_COME" : "VALID";
}

/** The keys that another officer has agreed to: all that anybody may know. */
export const agreedKeys = ({ keys }: Pick<IssuerKeys, "keys">): readonly KeptKey[] =>
  keys.filter(({ agreedBy }) => agreedBy !== undefined);

/** The key that signs at a time: of those that are valid the one that began last. Undefined where none is. */
export const signingKeyAt = (keys: Pick<IssuerKeys, "keys">, at: Instant): KeptKey | undefined =>
  keys.keys
    .filter((key) => standingAt(key, at) === "VALID")
    .toSorted((a, b) => (a.from < b.from ? 1 : a.from > b.from ? -1 : 0))[0];

/**
 * The keys by which others verify that know no more than a list of keys: those to come, so that they have them in time,
 * and those that have ended, for what they have signed. A compromised one is not among them: they could not tell what it
 * signed before.
 */
export const verificationKeys = (keys: Pick<IssuerKeys, "keys">): readonly KeptKey[] =>
  agreedKeys(keys).filter(({ compromisedSince }) => compromisedSince === undefined);

/** The count of the next derived key: another than of all that were ever agreed to. */
export const nextSerial = (keys: Pick<IssuerKeys, "keys"> | undefined): number =>
  1 +
  Math.max(
    0,
    ...(keys ? agreedKeys(keys) : []).map(({ privatePart }) =>
      privatePart.kind === "DERIVED" ? privatePart.serial : 0,
    ),
  );

/** So many may wait for another's word. */
const PROPOSALS_MAX = 4;
/** More than a century of yearly rotations; the record stays far below what the database takes. */
const KEYS_MAX = 120;

export type TooMany = {
  readonly code: "TOO_MANY";
  readonly values: { readonly max: string };
  readonly path: readonly string[];
};

/** With a proposal, which takes the place of one of the same key. Errors: TOO_MANY, keys or proposals. */
export function withProposal(
  before: IssuerKeys | undefined,
  proposal: KeptKey,
  office: Pick<IssuerKeys, "mode" | "department" | "regions">,
): Result<IssuerKeys, TooMany> {
  const others = (before?.keys ?? []).filter(({ keyId }) => keyId !== proposal.keyId);
  const waiting = others.filter(({ agreedBy }) => agreedBy === undefined);
  const tooMany = (max: number) => err({ code: "TOO_MANY", values: { max: String(max) }, path: ["issuer"] });
  if (waiting.length >= PROPOSALS_MAX) return tooMany(PROPOSALS_MAX);
  if (others.length >= KEYS_MAX) return tooMany(KEYS_MAX);
  const { mode, department, regions } = office;
  return ok({
    ...{ mode, issuer: proposal.issuer, department: { code: department.code }, regions },
    ...{ keys: [...others, proposal], revision: (before?.revision ?? 0) + 1 },
  });
}

type At = { readonly officer: Pick<Officer, "id" | "person">; readonly at: Instant };

/** Four eyes: whoever proposes a key does not agree to it. */
export type SameOfficer = { readonly code: "SAME_OFFICER" };

/**
 * A proposal that another officer agrees to. It signs from the time that was proposed, and not from before this word. Errors:
 * SAME_OFFICER.
 */
export function agreedTo(proposal: KeptKey, { officer, at }: At): Result<KeptKey, SameOfficer> {
  if (isProposer(officer, proposal)) return err({ code: "SAME_OFFICER" });
  const from = proposal.from > at ? proposal.from : at;
  return ok({ ...proposal, from, agreedBy: officer.id, agreedAt: at });
}

/** The act is none for a key that stands so. */
export type NotAsItStands = { readonly code: "NOT_ALLOWED_NOW"; readonly state: Standing };

export type EndInPast = { readonly code: "ISSUER_KEY_END_PAST"; readonly path: readonly string[] };

/** A key that signs until a time that is not past. Errors: ISSUER_KEY_END_PAST; NOT_ALLOWED_NOW for others than those in force. */
export function endedAt(
  key: KeptKey,
  until: Instant,
  at: Instant,
): Result<KeptKey, EndInPast | NotAsItStands> {
  const state = standingAt(key, at);
  if (!isInForce(state)) return err({ code: "NOT_ALLOWED_NOW", state });
  return until < at ? err({ code: "ISSUER_KEY_END_PAST", path: ["until"] }) : ok({ ...key, until });
}

const isInForce = (state: Standing): boolean => state === "VALID" || state === "TO_COME";

export type SinceAhead = { readonly code: "ISSUER_KEY_SINCE_AHEAD"; readonly path: readonly string[] };

/**
 * A key that another may have used since a time; a report of an earlier time counts, one of a later time changes nothing.
 * Errors: ISSUER_KEY_SINCE_AHEAD; NOT_ALLOWED_NOW for a proposal, which has signed nothing.
 */
export function compromised(
  key: KeptKey,
  since: Instant,
  at: Instant,
): Result<KeptKey, SinceAhead | NotAsItStands> {
  const state = standingAt(key, at);
  if (state === "PROPOSED") return err({ code: "NOT_ALLOWED_NOW", state });
  if (since > at) return err({ code: "ISSUER_KEY_SINCE_AHEAD", path: ["since"] });
  const isKnown = key.compromisedSince !== undefined && key.compromisedSince <= since;
  return ok(isKnown ? key : { ...key, compromisedSince: since });
}

/** With a key as it is now in its place. */
export const withKey = (before: IssuerKeys, key: KeptKey): IssuerKeys => ({
  ...before,
  keys: before.keys.map((each) => (each.keyId === key.keyId ? key : each)),
  revision: before.revision + 1,
});

export type KeyAction = "agree" | "end" | "report";

/** All that an officer who answers for the issuer can do with a key now. */
export function keyActions(key: KeptKey, { officer, at }: At): readonly KeyAction[] {
  const state = standingAt(key, at);
  if (state === "PROPOSED") return agreedTo(key, { officer, at }).ok ? ["agree"] : [];
  return isInForce(state) ? ["end", "report"] : ["report"];
}
