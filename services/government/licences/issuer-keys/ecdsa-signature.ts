/** Of P-256 and of SM2: r and s are numbers of 32 bytes. */
const NUMBER_BYTES = 32;
const SEQUENCE = 0x30;
const INTEGER = 0x02;

/**
 * A signature as JOSE has it (RFC 7518, 3.4), r and s of 32 bytes each, from the ASN.1 that KMS answers with: `SEQUENCE { r
 * INTEGER, s INTEGER }` in DER. Throws RangeError for whatever is not exactly that.
 */
export function rawSignature(der: Uint8Array): Uint8Array<ArrayBuffer> {
  // A sequence of two such numbers is shorter than 128 bytes, so that each length is one byte.
  if (der[0] !== SEQUENCE || der[1] !== der.length - 2) throw notDer();
  const r = integerAt(der, 2);
  const s = integerAt(der, r.end);
  if (s.end !== der.length) throw notDer();
  const raw = new Uint8Array(2 * NUMBER_BYTES);
  raw.set(r.digits, NUMBER_BYTES - r.digits.length);
  raw.set(s.digits, 2 * NUMBER_BYTES - s.digits.length);
  return raw;
}

function integerAt(der: Uint8Array, at: number): { readonly digits: Uint8Array; readonly end: number } {
  const length = der[at + 1] ?? 0;
  const end = at + 2 + length;
  if (der[at] !== INTEGER || length === 0 || end > der.length) throw notDer();
  const [first = 0, second = 0] = der.subarray(at + 2, end);
  // It is written as short as it can be, and with a zero before it only where it would be below zero otherwise.
  const isPadded = first === 0;
  if (first >= 0x80 || (isPadded && length > 1 && second < 0x80)) throw notDer();
  const digits = der.subarray(at + (isPadded ? 3 : 2), end);
  if (digits.length > NUMBER_BYTES) throw notDer();
  return { digits, end };
}

const notDer = (): RangeError => new RangeError("no ECDSA signature in DER");
