import { err, ok, type Result } from "../../../kernel/result.ts";

/*
 * Ride codes. The platform signs a day's credential for a card and the public key of a phone; the phone signs a fresh
 * code from it every minute; a gate verifies both with published keys. The phone and the gate are offline and know
 * nothing of the platform but this file.
 */

/** A way to sign, by its number. P-256 here (es256.ts); SM2 has keys and signatures of the same lengths. */
export type SignatureAlgorithm = {
  readonly id: number;
  readonly publicKeyBytes: number;
  readonly signatureBytes: number;
  readonly verify: (publicKey: Bytes, message: Bytes, signature: Bytes) => Promise<boolean>;
};

export type Bytes = Uint8Array<ArrayBuffer>;

/** The signer: the platform a credential, a phone a code. */
export type Signer = {
  readonly algorithm: Pick<SignatureAlgorithm, "id" | "publicKeyBytes" | "signatureBytes">;
  readonly publicKey: Bytes;
  readonly sign: (message: Bytes) => Promise<Bytes> | Bytes;
};

/** In the order of their numbers in a credential: new ones at the end. */
export const CARD_KIND_CODES = [
  "STANDARD",
  "STUDENT",
  "SENIOR",
  "SOLDIER",
  "DISABLED_SOLDIER",
  "BLIND",
  "DISABLED",
] as const;

/** The platform's word: for so long this phone's key stands for this card. Times in seconds since 1970. */
export type RideCredential = {
  /** 19 digits. */
  readonly cardNumber: string;
  readonly kind: (typeof CARD_KIND_CODES)[number];
  readonly validFrom: number;
  readonly validUntil: number;
  readonly devicePublicKey: Bytes;
};

export type RideCode = RideCredential & {
  /** When the phone has made it, in seconds since 1970. */
  readonly madeAt: number;
  /** Tells it from any other code, no matter who has signed it how often. */
  readonly id: string;
};

export type RideCodeProblem =
  | "MALFORMED"
  | "UNKNOWN_ALGORITHM"
  | "UNKNOWN_KEY"
  | "BAD_CREDENTIAL_SIGNATURE"
  | "BAD_CODE_SIGNATURE"
  | "CREDENTIAL_NOT_YET_VALID"
  | "CREDENTIAL_EXPIRED"
  | "CODE_FROM_THE_FUTURE"
  | "CODE_EXPIRED";

/** A phone makes a code each minute; a gate takes it for so long, and forgives clocks that differ by so much. */
const CODE_LIFETIME_S = 90;
const CLOCK_SKEW_S = 30;
/** The size that fits into a QR code that a gate reads at once. */
const CODE_BYTES_MAX = 300;
export const KEY_ID_BYTES = 4;
export const NONCE_BYTES = 8;

const VERSION = 1;
const CREDENTIAL_CONTEXT = new TextEncoder().encode("civigraph ride credential 1\n");
const CODE_CONTEXT = new TextEncoder().encode("civigraph ride code 1\n");
/** version, algorithm, key id, card number, kind, from, until, the phone's algorithm */
const HEAD_BYTES = 1 + 1 + KEY_ID_BYTES + 8 + 1 + 4 + 4 + 1;

/** The first bytes of a public key's digest name it. */
export async function keyIdOf(publicKey: Bytes): Promise<Bytes> {
  return (await digestOf(publicKey)).slice(0, KEY_ID_BYTES);
}

/** The platform's part: signs that a phone's key stands for a card. */
export async function writeCredential(
  credential: RideCredential,
  deviceAlgorithm: Signer["algorithm"],
  signer: Signer,
): Promise<Bytes> {
  const { cardNumber, kind, validFrom, validUntil, devicePublicKey } = credential;
  const head = new Uint8Array(HEAD_BYTES);
  const view = new DataView(head.buffer);
  head.set([VERSION, signer.algorithm.id]);
  head.set(await keyIdOf(signer.publicKey), 2);
  view.setBigUint64(6, BigInt(cardNumber));
  view.setUint8(14, CARD_KIND_CODES.indexOf(kind));
  view.setUint32(15, validFrom);
  view.setUint32(19, validUntil);
  view.setUint8(23, deviceAlgorithm.id);
  const body = joinBytes(head, devicePublicKey);
  return joinBytes(body, await signer.sign(joinBytes(CREDENTIAL_CONTEXT, body)));
}

/** The phone's part: a fresh code from its credential. `nonce` is chance, so that two codes of a second differ. */
export async function writeCode(
  credential: Bytes,
  madeAt: number,
  nonce: Bytes,
  phone: Signer,
): Promise<Bytes> {
  if (nonce.length !== NONCE_BYTES) throw new RangeError(`a nonce has ${NONCE_BYTES} bytes`);
  const time = new Uint8Array(4);
  new DataView(time.buffer).setUint32(0, madeAt);
  const body = joinBytes(credential, time, nonce);
  return joinBytes(body, await phone.sign(joinBytes(CODE_CONTEXT, body)));
}

/** A gate's knowledge: the platform's published keys and the ways to sign that it can verify. */
export type Verifier = {
  readonly keys: readonly Bytes[];
  readonly algorithms: readonly SignatureAlgorithm[];
};

/** The gate's part, offline: what a code says, if platform and phone have signed it and it is fresh at `now` (in s). */
export async function verifyCode(
  code: Bytes,
  now: number,
  verifier: Verifier,
): Promise<Result<RideCode, RideCodeProblem>> {
  const parts = split(code, verifier);
  if (!parts.ok) return parts;
  const { credential, device, issuer, signedByIssuer, issuerSignature } = parts.value;
  const { signedByPhone, phoneSignature, madeAt } = parts.value;
  const key = await findKey(code.slice(2, 2 + KEY_ID_BYTES), verifier.keys);
  if (!key) return err("UNKNOWN_KEY");
  // The cheapest question comes first; the signatures are both verified before anything is believed.
  if (now < credential.validFrom - CLOCK_SKEW_S) return err("CREDENTIAL_NOT_YET_VALID");
  if (now >= credential.validUntil + CLOCK_SKEW_S) return err("CREDENTIAL_EXPIRED");
  if (madeAt > now + CLOCK_SKEW_S) return err("CODE_FROM_THE_FUTURE");
  if (madeAt + CODE_LIFETIME_S + CLOCK_SKEW_S < now) return err("CODE_EXPIRED");
  const [byIssuer, byPhone, id] = await Promise.all([
    issuer.verify(key, joinBytes(CREDENTIAL_CONTEXT, signedByIssuer), issuerSignature),
    device.verify(credential.devicePublicKey, joinBytes(CODE_CONTEXT, signedByPhone), phoneSignature),
    // Without signatures, of which there can be many for one text.
    digestOf(signedByIssuer, signedByPhone.slice(-4 - NONCE_BYTES)),
  ]);
  if (!byIssuer) return err("BAD_CREDENTIAL_SIGNATURE");
  if (!byPhone) return err("BAD_CODE_SIGNATURE");
  return ok({ ...credential, madeAt, id: hex(id.slice(0, 16)) });
}

type Parts = {
  readonly credential: RideCredential;
  readonly issuer: SignatureAlgorithm;
  readonly device: SignatureAlgorithm;
  readonly signedByIssuer: Bytes;
  readonly issuerSignature: Bytes;
  readonly signedByPhone: Bytes;
  readonly phoneSignature: Bytes;
  readonly madeAt: number;
};

function split(code: Bytes, { algorithms }: Verifier): Result<Parts, RideCodeProblem> {
  if (code.length < HEAD_BYTES || code.length > CODE_BYTES_MAX || code[0] !== VERSION)
    return err("MALFORMED");
  const view = new DataView(code.buffer, code.byteOffset, code.length);
  const issuer = algorithms.find(({ id }) => id === view.getUint8(1));
  const device = algorithms.find(({ id }) => id === view.getUint8(23));
  if (!issuer || !device) return err("UNKNOWN_ALGORITHM");
  const kind = CARD_KIND_CODES[view.getUint8(14)];
  const signed = HEAD_BYTES + device.publicKeyBytes;
  const credentialEnd = signed + issuer.signatureBytes;
  const phoneSigned = credentialEnd + 4 + NONCE_BYTES;
  if (!kind || code.length !== phoneSigned + device.signatureBytes) return err("MALFORMED");
  return ok({
    credential: {
      ...{ cardNumber: String(view.getBigUint64(6)).padStart(19, "0"), kind },
      ...{ validFrom: view.getUint32(15), validUntil: view.getUint32(19) },
      devicePublicKey: code.slice(HEAD_BYTES, signed),
    },
    ...{ issuer, device, madeAt: view.getUint32(credentialEnd) },
    ...{ signedByIssuer: code.slice(0, signed), issuerSignature: code.slice(signed, credentialEnd) },
    ...{ signedByPhone: code.slice(0, phoneSigned), phoneSignature: code.slice(phoneSigned) },
  });
}

async function findKey(id: Bytes, keys: readonly Bytes[]): Promise<Bytes | undefined> {
  for (const key of keys) if (equal(await keyIdOf(key), id)) return key;
  return undefined;
}

export const equal = (a: Bytes, b: Bytes): boolean =>
  a.length === b.length && a.every((byte, i) => byte === b[i]);

async function digestOf(...parts: readonly Bytes[]): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.digest("SHA-256", joinBytes(...parts)));
}

export function joinBytes(...parts: readonly Bytes[]): Bytes {
  const all = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

const hex = (bytes: Bytes): string => [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
