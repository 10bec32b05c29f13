import { type CivilDate, parseDate } from "../../../kernel/civil-date.ts";
import { isFields, readFields } from "../../../kernel/fields.ts";
import {
  type CodeAnswer,
  PEER_VERSION_STATUSES,
  type PeerVersionStatus,
  WHY_NOT_SHOWN,
} from "./peer-licence.ts";

/** The question to another platform of this kind (schema/licence-wallet.graphql). */
export const CODE_QUERY = `mutation ($code: String!) { result: redeemLicenceCode(code: $code) { __typename
  ... on Refusal { code }
  ... on ShownLicence { identifier number status issuedOn validUntil content issuer { creditCode } type { vct } } } }`;

/** How a version stands by its identifier, which anybody may ask (schema/licence-verification.graphql). */
export const STATUS_QUERY =
  "query ($identifier: ID!) { result: verifyLicence(identifier: $identifier) { status } }";

/** The status as the protocol has it; undefined for whatever else comes back, also where it knows no such version. */
export function readStatusAnswer(text: string): PeerVersionStatus | undefined {
  const { data } = readFields(text);
  const status = isFields(data) ? textIn(data["result"], "status") : undefined;
  return PEER_VERSION_STATUSES.find((one) => one === status);
}

/** The answer as the protocol has it; undefined for whatever else comes back. */
export function readCodeAnswer(text: string): CodeAnswer | undefined {
  const { data } = readFields(text);
  const result = isFields(data) ? data["result"] : undefined;
  if (!isFields(result)) return undefined;
  const { __typename: kind, code } = result;
  if (kind !== "ShownLicence") {
    // It hears no more codes of ours that it does not know, and goes on with those that it does.
    if (code === "TOO_MANY_GUESSES") return { refused: "LICENCE_CODE_UNKNOWN" };
    const refused = WHY_NOT_SHOWN.find((one) => one === code);
    return refused && { refused };
  }
  const { identifier, number, status, issuedOn, validUntil, content } = result;
  const [issuer, vct] = [textIn(result["issuer"], "creditCode"), textIn(result["type"], "vct")];
  const [issued, until] = [dayIn(issuedOn), dayIn(validUntil)];
  const areTexts = typeof identifier === "string" && typeof number === "string" && typeof status === "string";
  if (!areTexts || issuer === undefined || vct === undefined || !issued || !isFields(content))
    return undefined;
  if (validUntil !== null && until === undefined) return undefined;
  const licence = { issuer, vct, identifier, number, status, issuedOn: issued, content };
  return { licence: until === undefined ? licence : { ...licence, validUntil: until } };
}

function textIn(of: unknown, name: string): string | undefined {
  const value = isFields(of) ? of[name] : undefined;
  return typeof value === "string" ? value : undefined;
}

/** The day that a value of somebody else's says; undefined where it says none. */
export function dayIn(value: unknown): CivilDate | undefined {
  const read = typeof value === "string" ? parseDate(value) : undefined;
  return read?.ok ? read.value : undefined;
}
