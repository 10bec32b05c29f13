import { type Fields, isFields, readFields } from "../../../kernel/fields.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import { ES256 } from "../credentials/es256.ts";
import type { IssuerKey, LicenceSigner } from "../credentials/signing.ts";
import { readBase64url, utf8, writeJws } from "../jws.ts";
import { LICENCE_STATUSES, LIST_SIZE, type LicenceStatus, type StatusException } from "./licence-status.ts";
import { inflateUpTo, packStatuses } from "./packed-statuses.ts";

/*
 * The status of licences as the Token Status List has it (draft-ietf-oauth-status-list-21): a signed list with two bits
 * for each place; a credential names its list and its place in it. A verifier gets the whole list, so nobody learns whom it
 * verifies. Needs nothing of the platform, and no server: phones and counters import it.
 */

/** The words of a list about itself. Times in seconds since 1970. */
export type StatusListHead = {
  /** The address where it is served, which credentials name. */
  readonly list: string;
  /** It lacks nothing that was so before. */
  readonly issuedAt: number;
  /** Counts up from list to list, so that one who has seen a later one notices an older one put in its place. */
  readonly sequence: number;
  /** Seconds from `issuedAt` on, after which nobody may go by it. */
  readonly ttl: number;
};

/** A list that was read. Times in seconds since 1970. */
export type StatusList = Omit<StatusListHead, "ttl"> & {
  /** From then on it says nothing. */
  readonly staleAt: number;
  /** UNKNOWN for a list that is stale, and for a place or a value that the list or we do not have. Never VALID for either. */
  readonly statusAt: (index: number, now: number) => LicenceStatus | "UNKNOWN";
};

export type StatusListProblem =
  | "MALFORMED"
  | "UNKNOWN_ALGORITHM"
  | "UNKNOWN_KEY"
  | "BAD_SIGNATURE"
  | "STALE"
  | "NOT_YET_ISSUED";

export type StatusKey = Pick<IssuerKey, "keyId" | "algorithm" | "publicKey">;

const TYPE = "statuslist+jwt";
/** As the standard registers it. */
export const STATUS_LIST_MEDIA_TYPE = `application/${TYPE}`;
const BITS = 2;
const BITS_ALLOWED = [1, 2, 4, 8];
const LIST_BYTES_MAX = LIST_SIZE;
/** Twice in base64url, and the claims. */
const TEXT_LENGTH_MAX = 2 * LIST_BYTES_MAX;
/** A verifier's clock may be so late. */
const CLOCK_SKEW_MAX_S = 60;

/** Packed statuses as `packStatuses` makes them. */
export type PackedStatuses = { readonly lst: string };

/** The bits of a list, compressed: all places are valid but the exceptions. Throws for a place that no list has. */
export const packExceptions = async (exceptions: readonly StatusException[]): Promise<PackedStatuses> => ({
  lst: await packStatuses(
    exceptions.map(({ index, status }) => [index, LICENCE_STATUSES.indexOf(status)]),
    { bits: BITS, size: LIST_SIZE },
  ),
});

/** A list, signed: a JWT in its compact form. Packed statuses may be signed again and again. */
export async function writeStatusList(
  { lst }: PackedStatuses,
  { list, issuedAt, sequence, ttl }: StatusListHead,
  signer: LicenceSigner,
): Promise<string> {
  const header = { alg: signer.algorithm, kid: signer.keyId, typ: TYPE };
  const claims = {
    ...{ sub: list, iat: issuedAt, exp: issuedAt + ttl, ttl, sequence },
    status_list: { bits: BITS, lst },
  };
  return writeJws(header, claims, signer.sign);
}

/**
 * Reads a list once, when it comes; then each licence is looked up in it. Takes lists of others, too, with any bits that the
 * standard allows; one that says of no time until when it holds is MALFORMED.
 */
export async function readStatusList(
  text: string,
  keys: readonly StatusKey[],
  now: number,
): Promise<Result<StatusList, StatusListProblem>> {
  const [header = "", claims = "", signature = "", ...more] =
    text.length > TEXT_LENGTH_MAX ? [] : text.split(".");
  const { alg, kid, typ, crit } = fieldsIn(header);
  const signed = readBase64url(signature);
  if (typ !== TYPE || crit !== undefined || !signed || more.length > 0) return err("MALFORMED");
  if (alg !== "ES256") return err("UNKNOWN_ALGORITHM");
  const key = keys.find(({ keyId, algorithm }) => keyId === kid && algorithm === alg);
  if (!key) return err("UNKNOWN_KEY");
  if (!(await ES256.verify(key.publicKey, utf8(`${header}.${claims}`), signed))) return err("BAD_SIGNATURE");
  const said = claimsIn(fieldsIn(claims));
  if (!said) return err("MALFORMED");
  if (now >= said.staleAt) return err("STALE");
  if (now + CLOCK_SKEW_MAX_S < said.issuedAt) return err("NOT_YET_ISSUED");
  const packed = readBase64url(said.lst);
  const bytes = packed && (await inflateUpTo(LIST_BYTES_MAX, packed));
  if (!bytes) return err("MALFORMED");
  const { lst: _, bits, ...list } = said;
  return ok({ ...list, statusAt: lookup(bytes, said) });
}

/** The later one of two lists of the same address: the one that is held where the other was put in its place by a rollback. */
export function laterList(
  held: StatusList,
  arrived: StatusList,
): Result<StatusList, "ROLLED_BACK" | "OTHER_LIST"> {
  if (held.list !== arrived.list) return err("OTHER_LIST");
  return arrived.sequence < held.sequence ? err("ROLLED_BACK") : ok(arrived);
}

type Said = Omit<StatusListHead, "ttl"> & {
  readonly staleAt: number;
  readonly bits: number;
  readonly lst: string;
};

/** Undefined where a claim is missing, or of another kind. */
function claimsIn({ sub, iat, exp, ttl, sequence, status_list }: Fields): Said | undefined {
  const { bits, lst } = isFields(status_list) ? status_list : {};
  const ends = [exp, isNumber(ttl) && isNumber(iat) ? iat + ttl : ttl].filter((end) => end !== undefined);
  const isWhole = typeof sub === "string" && isNumber(iat) && ends.length > 0 && ends.every(isNumber);
  if (!isWhole || !isNumber(bits) || !BITS_ALLOWED.includes(bits) || typeof lst !== "string")
    return undefined;
  // A list of others that counts nothing is ordered by its times, in milliseconds as ours are.
  const place = sequence === undefined ? iat * 1_000 : sequence;
  if (!isNumber(place)) return undefined;
  return { list: sub, issuedAt: iat, sequence: place, staleAt: Math.min(...ends), bits, lst };
}

const isNumber = (value: unknown): value is number => typeof value === "number" && Number.isFinite(value);

/** The lowest bits of a byte are its first place. */
function lookup(
  bytes: Uint8Array,
  { bits, issuedAt, staleAt }: Pick<Said, "bits" | "issuedAt" | "staleAt">,
): StatusList["statusAt"] {
  const perByte = 8 / bits;
  const mask = 2 ** bits - 1;
  return (index, now) => {
    const byte = Number.isInteger(index) ? bytes[Math.floor(index / perByte)] : undefined;
    if (byte === undefined || now >= staleAt || now + CLOCK_SKEW_MAX_S < issuedAt) return "UNKNOWN";
    return LICENCE_STATUSES[(byte >> ((index % perByte) * bits)) & mask] ?? "UNKNOWN";
  };
}

function fieldsIn(part: string): Fields {
  const bytes = readBase64url(part);
  return bytes ? readFields(new TextDecoder().decode(bytes)) : {};
}
