import { hash } from "node:crypto";
import { readLicenceIdentifier } from "../../../field/licence-identifier.ts";
import { midnight } from "../../../kernel/civil-date.ts";
import { type Fields, isFields, readFields } from "../../../kernel/fields.ts";
import type { Message } from "../../../kernel/message.ts";
import { type Instant, instantOf } from "../../../kernel/runtime.ts";
import type { ExpectedBinding } from "../credentials/check-binding.ts";
import { secondsOf } from "../credentials/check-issuer.ts";
import { ES256 } from "../credentials/es256.ts";
import { issuerAt } from "../credentials/issuer-address.ts";
import { type ListAt, type ListedStatus, listedAt, statusReason } from "../credentials/listed-status.ts";
import { readPresentation } from "../credentials/read-presentation.ts";
import type { IssuerKey } from "../credentials/signing.ts";
import type { VerifierMemory } from "../credentials/verifier-memory.ts";
import { LICENCE_STATUSES } from "../status/licence-status.ts";
import { readStatusList, type StatusKey } from "../status/status-list.ts";
import { type ReadIssuerList, readIssuerList } from "../trust/issuer-list.ts";
import { readPublicKey } from "../trust/public-key.ts";
import type { ForeignLicence, Verdict } from "../trust/recognise-licence.ts";
import type { TrustListKey } from "../trust/trust-document.ts";
import type { TrustedIssuer } from "../trust/trust-part.ts";
import { type Known, type Verification, verifyPresentation } from "../verify.ts";
import { keysInBoth } from "./keys-in-both.ts";
import { dayIn } from "./peer-answer.ts";
import type { PeerDocument, PeerPlatforms } from "./peer-platforms.ts";
import { wordsFor } from "./reasons-in-words.ts";
import type { ShownFacts, Signed } from "./recognised-licence.ts";

/*
 * Verifies a presentation of a licence of another region, by what its platform publishes. The API loads it when somebody shows
 * one: with all that it stands on, it is a file of its own beside the bundle.
 */

/** A presentation's word on itself, of which nothing is proven. */
export type Shown = Pick<ForeignLicence, "issuer" | "vct" | "issuedOn"> & {
  readonly facts: Omit<ShownFacts, "region">;
  /** The credential is for a device, whose holder has to sign. */
  readonly isForDevice: boolean;
  /** In the holder's signature. */
  readonly nonce: string | undefined;
  /**
   * SHA-256 of what is signed of the credential, in base64url: names one that is for no device. Its signature is not in it, for there
   * is another for each: (r, n - s) of ECDSA verifies as (r, s) does.
   */
  readonly digest: string;
  /** Seconds since 1970; undefined for one without an end. */
  readonly endsS: number | undefined;
  /** Undefined for one that says nowhere how it stands. */
  readonly signed: Signed | undefined;
};

/** Reads a presentation; undefined for what is none of a licence as these platforms issue them. */
export async function readShown(text: string): Promise<Shown | undefined> {
  const read = await readPresentation(text);
  if (!read) return undefined;
  const { iss, vct, exp, cnf, identifier, issuedOn, validUntil, status } = read.credential.payload;
  const named = typeof identifier === "string" ? readLicenceIdentifier(identifier) : undefined;
  const [day, until] = [dayIn(issuedOn), dayIn(validUntil)];
  if (typeof iss !== "string" || typeof vct !== "string" || typeof identifier !== "string") return undefined;
  if (!named || !day || (validUntil !== undefined && !until)) return undefined;
  const nonce = read.binding?.payload["nonce"];
  const [keyId, list] = [read.credential.header["kid"], listedAt(status)];
  return {
    ...{ issuer: issuerAt(iss) ?? iss, vct, issuedOn: day, isForDevice: cnf !== undefined },
    facts: {
      ...{ identifier, number: named.serial, version: named.version, issuedOn: day },
      ...(until === undefined ? {} : { validUntil: until }),
    },
    nonce: typeof nonce === "string" ? nonce : undefined,
    digest: hash("sha256", read.credential.signed, "base64url"),
    endsS: typeof exp === "number" ? exp : undefined,
    signed: typeof keyId === "string" && list ? { keyId, list } : undefined,
  };
}

/** The reason for a presentation that was taken before. */
export const USED_BEFORE: Message = wordsFor("REPLAYED");

/** The documents of the issuer's platform, each as it is asked for; undefined for one that cannot be had. */
export type IssuersDocuments = {
  readonly issuers: () => Promise<PeerDocument | undefined>;
  readonly listKeys: () => Promise<PeerDocument | undefined>;
  readonly statusKeys: () => Promise<PeerDocument | undefined>;
  /** At an address that the credential names; undefined also for one that is not its issuer's platform's. */
  readonly statusList: (uri: string) => Promise<PeerDocument | undefined>;
  readonly report: PeerPlatforms["report"];
};

export type Verified = { readonly verdict: Verdict; readonly claims: Fields };

/** The things that an issuer's documents are read with. `issuersAt` names the list of issuers, for the memory. */
export type ReadWith = {
  readonly issuer: TrustedIssuer;
  readonly documents: IssuersDocuments;
  readonly issuersAt: string;
  readonly memory: Pick<VerifierMemory, "highestSequence">;
  readonly now: Instant;
};

/** The things that a verification is made with. */
export type VerifiedWith = ReadWith & {
  readonly memory: VerifierMemory;
  readonly vct: string;
  readonly binding: ExpectedBinding | undefined;
};

/**
 * The verdict on a presentation, and what it discloses: by the keys that the trust list has of its issuer and that the issuer's
 * platform has, too, at the times that either says, and by its status list. A list that cannot be had, or is older than one that was seen, leaves it UNKNOWN.
 */
export async function verifyShown(text: string, given: VerifiedWith): Promise<Verified> {
  const { issuer, now, vct, binding, memory } = given;
  const keys = await findKeys(given);
  if ("kind" in keys) return { verdict: keys, claims: {} };
  const known: Known = {
    keys,
    trust: {
      // Signed again whenever it is asked for, a licence's day of issue is looked at, not that of its signature.
      value: [
        {
          issuer: issuer.creditCode,
          types: issuer.types.map((type) => ({ vct: type.vct, from: midnight(type.from) })),
        },
      ],
      fetchedAt: now,
    },
    // Asked for once the issuer's signature holds: nobody's list is fetched for what its issuer has not signed.
    ...{ statusOf: (place) => findStatus(place, given), algorithms: [ES256], memory },
  };
  const expected = { types: [vct], ...(binding ? { binding } : {}) };
  return told(await verifyPresentation(text, now, expected, known));
}

/** A licence as its issuer's platform tells of it now: it stands, why it does not, or nothing that counts. */
export type Told = "STANDS" | "REVOKED" | "SUSPENDED" | "SUPERSEDED" | "KEY_COMPROMISED" | "UNKNOWN";

/**
 * Looks again at a credential that was verified at that time: by the key that has signed it, as its platform publishes it now, and
 * by its status list. A key that was given away later has signed it before, for the signature was seen.
 */
export async function readAgain(
  { keyId, list }: Signed,
  verifiedAt: Instant,
  given: ReadWith,
): Promise<Told> {
  const { memory, now } = given;
  const [keys, listed] = await Promise.all([findKeys(given), findStatus(list, given)]);
  if ("kind" in keys) return "UNKNOWN";
  const key = keys.value.find((one) => one.keyId === keyId);
  if (!key) return "UNKNOWN";
  if (key.compromisedSince !== undefined && key.compromisedSince <= verifiedAt) return "KEY_COMPROMISED";
  if (!listed) return "UNKNOWN";
  const reason = statusReason(listed, await memory.highestSequence(list.uri, listed.sequence), now);
  switch (reason) {
    case undefined:
      return "STANDS";
    case "REVOKED":
    case "SUSPENDED":
    case "SUPERSEDED":
      return reason;
    default:
      return "UNKNOWN";
  }
}

function told(verification: Verification): Verified {
  const { claims = {} } = verification;
  const content = claims["content"];
  return {
    verdict:
      verification.verdict === "VALID"
        ? { kind: "VALID" }
        : { kind: verification.verdict, reason: wordsFor(verification.reason) },
    claims: isFields(content) ? content : {},
  };
}

const unknown = (reason: Parameters<typeof wordsFor>[0]): Verdict => ({
  kind: "UNKNOWN",
  reason: wordsFor(reason),
});

/** The issuer's keys, or why they cannot be told. */
async function findKeys(given: ReadWith): Promise<Known["keys"] | Verdict> {
  const { issuer, documents, issuersAt, memory, now } = given;
  const [list, keySet] = await Promise.all([documents.issuers(), documents.listKeys()]);
  if (!list || !keySet) return unknown("PLATFORM_SILENT");
  const nowS = Math.floor(secondsOf(now));
  const keys: readonly TrustListKey[] = pointsIn(keySet.text).map(({ kid, point }) => ({ ...point, kid }));
  const read = await readIssuerList(list.text, { keys, nowS });
  if (!read.ok) {
    const isOver = read.error.code === "EXPIRED";
    documents.report(issuersAt, isOver ? "OVER" : "UNREADABLE");
    return unknown(isOver ? "ISSUERS_OVER" : "ISSUERS_UNREADABLE");
  }
  const { sequence, keys: published }: ReadIssuerList = read.value;
  if (sequence < (await memory.highestSequence(issuersAt, sequence))) {
    documents.report(issuersAt, "ROLLED_BACK");
    return unknown("ISSUERS_ROLLED_BACK");
  }
  const value: readonly IssuerKey[] = keysInBoth(issuer, published);
  return { value, fetchedAt: list.fetchedAt };
}

async function findStatus(
  { uri, index }: ListAt,
  { documents, memory, now }: ReadWith,
): Promise<ListedStatus | undefined> {
  const [list, keySet] = await Promise.all([documents.statusList(uri), documents.statusKeys()]);
  if (!list || !keySet) return undefined;
  const nowS = Math.floor(secondsOf(now));
  const keys: readonly StatusKey[] = pointsIn(keySet.text).map(({ kid: keyId, point: publicKey }) => ({
    ...{ keyId, algorithm: "ES256", publicKey },
  }));
  const read = await readStatusList(list.text, keys, nowS);
  if (!read.ok && read.error === "STALE") {
    documents.report(uri, "OVER");
    // A list that is over tells that of itself.
    return { ...OVER, fetchedAt: now, expiresAt: now };
  }
  // It has to be the very list that the credential names.
  if (!read.ok || read.value.list !== uri) {
    documents.report(uri, "UNREADABLE");
    return undefined;
  }
  const { issuedAt, staleAt, sequence, statusAt } = read.value;
  if (sequence < (await memory.highestSequence(uri, sequence))) documents.report(uri, "ROLLED_BACK");
  const status = statusAt(index, nowS);
  if (status === "UNKNOWN") return undefined;
  return {
    ...{ status: LICENCE_STATUSES.indexOf(status), sequence, ttlS: staleAt - issuedAt },
    ...{ fetchedAt: instantOf(issuedAt * 1_000), expiresAt: instantOf(staleAt * 1_000) },
  };
}

const OVER: Omit<ListedStatus, "fetchedAt"> = { status: 0, sequence: 0, ttlS: 0 };

type Point = Pick<TrustListKey, "kty" | "crv" | "x" | "y">;

/** The keys of a JWK Set that are points of P-256. */
function pointsIn(text: string): readonly { readonly kid: string; readonly point: Point }[] {
  const { keys } = readFields(text);
  return (Array.isArray(keys) ? keys : []).flatMap((jwk: unknown) => {
    const kid = isFields(jwk) ? jwk["kid"] : undefined;
    const read = isFields(jwk) ? readPublicKey("ES256", jwk) : undefined;
    return typeof kid === "string" && read?.algorithm === "ES256" ? [{ kid, point: read.publicKey }] : [];
  });
}
