import { base32, type CitizenId } from "../../../kernel/ids.ts";
import { isSameSecret } from "../../../kernel/is-same-secret.ts";
import type { KeyUsedBy, Secrets } from "../../../kernel/process/secrets.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import { type Instant, plusMs, type Runtime } from "../../../kernel/runtime.ts";
import type { LicenceId, WalletDeviceId } from "../ids.ts";

declare module "../../../kernel/process/secrets.ts" {
  interface KeyUses {
    readonly "licence-offer": KeyUsedBy<"government/licences", "mac">;
  }
}

type MacSecrets = Pick<Secrets, "mac">;
type Chance = Pick<Runtime, "random">;

/**
 * A licence that its holder has offered to one wallet. The wallet redeems the code of the offer, together with the transaction code
 * that the holder types, for a token, and gets one credential by it. Codes and token are not kept, but their digests.
 */
export type LicenceOffer = {
  /** Of the code; it names the record. */
  readonly digest: string;
  /** Of the transaction code, together with the code. */
  readonly transactionDigest: string;
  readonly licence: LicenceId;
  /** The licence type's code: the credential that is offered. */
  readonly type: string;
  /** The one who has offered it, and whose phone the wallet becomes. */
  readonly offeredBy: CitizenId;
  /** The phone's name for its owner. */
  readonly deviceName: string;
  /** Until when the code is redeemed and, once it is, until when the token holds. */
  readonly until: Instant;
  /** Wrong transaction codes. */
  readonly wrongTries: number;
  readonly tokenDigest?: string | undefined;
  /** The phone that was bound by it, of which there is one. */
  readonly device?: WalletDeviceId | undefined;
  /** Since when nothing is got by it: a credential was, or somebody may know it who should not. */
  readonly endedAt?: Instant | undefined;
  readonly revision: number;
};

const LIFETIME_MS = 300_000;
export const TOKEN_LIFETIME_S = 300;
/** 128 bits: nobody finds one that is out. */
const CODE_BYTES = 16;
const TRANSACTION_CODE_DIGITS = 6;
const TRANSACTION_CODE_BYTES = 6;
/** Of a million transaction codes. */
const WRONG_TRIES_MAX = 5;

export type OfferCodes = { readonly code: string; readonly transactionCode: string };

export function newCodes({ random }: Chance): OfferCodes {
  // Of 2^48 numbers: none of the codes is likelier than another by more than a part in a hundred million.
  const number = Buffer.from(random(TRANSACTION_CODE_BYTES)).readUIntBE(0, TRANSACTION_CODE_BYTES);
  const transactionCode = String(number % 10 ** TRANSACTION_CODE_DIGITS);
  return {
    code: base32(random(CODE_BYTES)),
    transactionCode: transactionCode.padStart(TRANSACTION_CODE_DIGITS, "0"),
  };
}

/** Names an offer's record: of it nobody can tell the code. */
export const offerDigest = ({ mac }: MacSecrets, code: string): string =>
  mac("licence-offer", `code\n${code}`).toString("base64url");

const transactionDigest = ({ mac }: MacSecrets, { code, transactionCode }: OfferCodes): string =>
  mac("licence-offer", `transaction\n${code}\n${transactionCode}`).toString("base64url");

type Offered = Pick<LicenceOffer, "licence" | "type" | "offeredBy" | "deviceName">;

export const newOffer = (
  secrets: MacSecrets,
  offered: Offered,
  codes: OfferCodes,
  now: Instant,
): LicenceOffer => ({
  ...offered,
  digest: offerDigest(secrets, codes.code),
  transactionDigest: transactionDigest(secrets, codes),
  until: plusMs(now, LIFETIME_MS),
  ...{ wrongTries: 0, revision: 1 },
});

/** A token that names its offer's record; the rest of it is chance. */
export const newToken = ({ digest }: Pick<LicenceOffer, "digest">, { random }: Chance): string =>
  `${digest}.${base32(random(CODE_BYTES))}`;

/** HMAC-SHA-256 in base64url. */
const DIGEST = /^[\w-]{43}$/;

/** The record that a token names; undefined for a text that names none, for whatever it begins with would become a key. */
export function offerNamedBy(token: string): LicenceOffer["digest"] | undefined {
  const [digest = ""] = token.split(".");
  return DIGEST.test(digest) ? digest : undefined;
}

const tokenDigest = ({ mac }: MacSecrets, token: string): string =>
  mac("licence-offer", `token\n${token}`).toString("base64url");

/** The offer after its code was tried, and whether a token was given for it. */
export type Tried = { readonly after: LicenceOffer; readonly isRedeemed: boolean };

/**
 * Tries an offer's code. A wrong transaction code is counted, and the fifth ends the offer; so does a right one that comes a second
 * time, for somebody else has it (RFC 6749, 4.1.2), and with the offer the token of the first. Error: `invalid_grant` for an offer
 * that had ended before.
 */
export function tryCode(
  secrets: MacSecrets,
  offer: LicenceOffer,
  codes: OfferCodes,
  token: string,
  now: Instant,
): Result<Tried, { readonly code: "invalid_grant" }> {
  if (offer.endedAt !== undefined || now >= offer.until) return err({ code: "invalid_grant" });
  const next = { ...offer, revision: offer.revision + 1 };
  if (!isSameSecret(transactionDigest(secrets, codes), offer.transactionDigest)) {
    const wrongTries = offer.wrongTries + 1;
    const isLast = wrongTries >= WRONG_TRIES_MAX;
    return ok({ after: { ...next, wrongTries, ...(isLast ? { endedAt: now } : {}) }, isRedeemed: false });
  }
  if (offer.tokenDigest !== undefined) return ok({ after: { ...next, endedAt: now }, isRedeemed: false });
  const until = plusMs(now, TOKEN_LIFETIME_S * 1_000);
  return ok({ after: { ...next, tokenDigest: tokenDigest(secrets, token), until }, isRedeemed: true });
}

/** Whether a token is an offer's, and holds. */
export const holds = (
  secrets: MacSecrets,
  offer: LicenceOffer | undefined,
  token: string,
  now: Instant,
): offer is LicenceOffer =>
  offer?.tokenDigest !== undefined &&
  offer.endedAt === undefined &&
  now < offer.until &&
  isSameSecret(tokenDigest(secrets, token), offer.tokenDigest);

/** Whether a phone is the one that an offer is for: the first that has asked. */
export const isFor = ({ device }: LicenceOffer, id: WalletDeviceId): boolean =>
  device === undefined || device === id;

export const boundTo = (offer: LicenceOffer, device: WalletDeviceId): LicenceOffer => ({
  ...{ ...offer, device, revision: offer.revision + 1 },
});

export const endedAt = (offer: LicenceOffer, now: Instant): LicenceOffer => ({
  ...{ ...offer, endedAt: now, revision: offer.revision + 1 },
});

/**
 * The offer by value, as a wallet opens it (OpenID4VCI 1.0, 4.1.2): with the code, and with the word that the holder types a
 * transaction code.
 */
export function offerUri(
  credentialIssuer: string,
  { type }: Pick<LicenceOffer, "type">,
  code: string,
): string {
  const offer = {
    credential_issuer: credentialIssuer,
    credential_configuration_ids: [type],
    grants: {
      [PRE_AUTHORIZED]: {
        "pre-authorized_code": code,
        tx_code: { input_mode: "numeric", length: TRANSACTION_CODE_DIGITS },
      },
    },
  };
  return `openid-credential-offer://?credential_offer=${encodeURIComponent(JSON.stringify(offer))}`;
}

/** The one grant for which there are tokens. */
export const PRE_AUTHORIZED = "urn:ietf:params:oauth:grant-type:pre-authorized_code";
