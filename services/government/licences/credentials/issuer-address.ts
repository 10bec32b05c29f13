import { type CreditCode, isCreditCode } from "../../../field/credit-code.ts";

/** A developer's machine has no certificate, and its own name leads nowhere else. */
const ISSUER =
  /^(?:https:\/\/[^\s/?#]+|http:\/\/localhost(?::\d{1,5})?)(?:\/[^\s?#]*)?\/issuers\/([0-9A-Z]{18})$/;

/**
 * The `iss` of an issuer's credentials, below a platform's base address: "https://licences.example/issuers/11100000000013338W".
 * Throws RangeError where that is no address by https, and none of a developer's machine (http://localhost).
 */
export function issuerAddress(base: string, issuer: CreditCode): string {
  const address = `${base.replace(/\/$/, "")}/issuers/${issuer}`;
  if (!ISSUER.test(address)) throw new RangeError(`${base} is no base address by https`);
  return address;
}

/** The issuer that an `iss` names; undefined where it is no such address. */
export function issuerAt(iss: string): CreditCode | undefined {
  const code = ISSUER.exec(iss)?.[1];
  return code !== undefined && isCreditCode(code) ? code : undefined;
}
