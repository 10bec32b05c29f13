/**
 * Each reason for which a presentation is not taken as valid, and the verdict that follows. NOT_VALID is certain; UNKNOWN is
 * for knowledge that a verifier lacks, and may get: a fresher list, a key, an answer online.
 */
export const REASONS = {
  /** No SD-JWT by RFC 9901, or none that SD-JWT VC allows. */
  MALFORMED: "NOT_VALID",
  TYPE_NOT_ASKED_FOR: "NOT_VALID",
  UNTRUSTED_ISSUER: "NOT_VALID",
  /** The issuer may not sign this type at all, or not on that day. */
  TYPE_NOT_OF_ISSUER: "NOT_VALID",
  ISSUER_OUT_OF_PERIOD: "NOT_VALID",
  KEY_OF_ANOTHER_ISSUER: "NOT_VALID",
  KEY_OUT_OF_PERIOD: "NOT_VALID",
  KEY_COMPROMISED: "NOT_VALID",
  /** A changed claim, or the key of somebody else under a known name. */
  BAD_SIGNATURE: "NOT_VALID",
  /** A changed disclosure, one of another licence, or one that is told twice. */
  DISCLOSURE_NOT_SIGNED: "NOT_VALID",
  ISSUED_IN_FUTURE: "NOT_VALID",
  NOT_YET_VALID: "NOT_VALID",
  EXPIRED: "NOT_VALID",
  SUSPENDED: "NOT_VALID",
  REVOKED: "NOT_VALID",
  SUPERSEDED: "NOT_VALID",
  /** The verifier wants the holder's key, and none has signed; or the credential is for no key. */
  BINDING_MISSING: "NOT_VALID",
  CREDENTIAL_UNBOUND: "NOT_VALID",
  /** Made for a verifier that asks for the holder's key, and shown to one that does not. */
  BINDING_NOT_ASKED_FOR: "NOT_VALID",
  /** Signed with another key than the holder's. */
  WRONG_HOLDER_KEY: "NOT_VALID",
  /** The holder has signed other fields than these, or another credential. */
  OTHER_TEXT_BOUND: "NOT_VALID",
  WRONG_AUDIENCE: "NOT_VALID",
  WRONG_NONCE: "NOT_VALID",
  PRESENTED_IN_FUTURE: "NOT_VALID",
  PRESENTED_TOO_LONG_AGO: "NOT_VALID",
  REPLAYED: "NOT_VALID",
  /** A copy for one purpose, shown to a verifier that asks for the licence itself; or none where one is asked for. */
  COPY_NOT_ASKED_FOR: "NOT_VALID",
  COPY_MISSING: "NOT_VALID",
  COPY_FOR_ANOTHER_VERIFIER: "NOT_VALID",
  COPY_OVER: "NOT_VALID",
  /** The verifier's copy of the issuers' keys, or of the trust list, is too old, or from the future. */
  KEYS_STALE: "UNKNOWN",
  TRUST_STALE: "UNKNOWN",
  /** A trusted issuer's key that the verifier has not got: newer than its copy, or made up. */
  UNKNOWN_KEY: "UNKNOWN",
  UNKNOWN_ALGORITHM: "UNKNOWN",
  /** By a key that is compromised since, at a time that nothing but the credential itself tells. */
  SIGNING_TIME_UNPROVEN: "UNKNOWN",
  /** The credential names no status list, or one that the verifier has not got, or a status that nobody knows. */
  NO_STATUS: "UNKNOWN",
  STATUS_NOT_AT_HAND: "UNKNOWN",
  UNKNOWN_STATUS: "UNKNOWN",
  STATUS_STALE: "UNKNOWN",
  /** Older than a list that this verifier has seen before. */
  STATUS_ROLLED_BACK: "UNKNOWN",
} as const satisfies Record<string, "NOT_VALID" | "UNKNOWN">;

export type Reason = keyof typeof REASONS;
