import { SDJwtInstance } from "@sd-jwt/core";
import type { CreditCode } from "../../../field/credit-code.ts";
import { addDays, type CivilDate, LAST_DAY, midnight } from "../../../kernel/civil-date.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import type { Department } from "../../catalogue/index.ts";
import { toBase64url, utf8 } from "../jws.ts";
import { RESERVED_NAMES } from "../reserved-names.ts";
import type { LicenceTypeContent } from "../types/licence-type.ts";
import type { CopyClaim } from "./check-copy.ts";
import { secondsOf } from "./check-issuer.ts";
import { issuerAddress } from "./issuer-address.ts";
import { disclose } from "./present.ts";
import { hasher } from "./read-presentation.ts";
import type { LicenceSigner, PublicJwk } from "./signing.ts";

/** The part of a licence's version that its credential tells. */
export type StatedVersion = {
  /** By GB/T 36904-2018, whole. */
  readonly identifier: string;
  readonly number: string;
  readonly version: number;
  readonly type: Pick<LicenceTypeContent, "vct" | "disclosures">;
  readonly content: Readonly<Record<string, unknown>>;
  readonly issuer: { readonly department: Department; readonly creditCode: CreditCode };
  readonly issuedOn: CivilDate;
  /** The last day on which it is valid. */
  readonly validUntil?: CivilDate | undefined;
  /** Its place in the issuer's status lists. */
  readonly place: { readonly list: number; readonly index: number };
};

/** How and for what a credential is signed. */
export type CredentialTerms = {
  readonly signer: LicenceSigner;
  readonly now: Instant;
  /** The platform's address by https, below which its issuers have theirs. */
  readonly base: string;
  /** The address of a status list. */
  readonly listAddress: (list: number) => string;
  /** 128 bits or more in base64url, which nobody can guess; the same for the same field of the same version. */
  readonly saltOf: (field: string) => string;
  /** The device that alone may present it. */
  readonly deviceKey?: PublicJwk;
  /** When the credential ends, if the licence does not end before: a device may be lost, a copy is for a purpose. */
  readonly endsAt?: Instant;
  /** The purpose for which a copy is made, and the fields that it discloses: no others go with it. */
  readonly copy?: { readonly claim: CopyClaim; readonly fields: readonly string[] };
};

/** 128 bits in base64url (RFC 9901, section 9.3). */
const SALT_CHARS_MIN = 22;

/**
 * One version of a licence as SD-JWT VC (RFC 9901; draft-ietf-oauth-sd-jwt-vc-19, `dc+sd-jwt`), with all its disclosures,
 * or those of a copy. Minimal fields stand in clear; the others are disclosed one by one. Throws RangeError for a base that is no https address,
 * and for a field by a name that SD-JWT keeps for itself.
 */
export async function writeCredential(version: StatedVersion, terms: CredentialTerms): Promise<string> {
  const { type, issuer, content, place } = version;
  const { signer, base, listAddress, saltOf, deviceKey, copy } = terms;
  refuseReservedNames(content);
  const hidden = hiddenFields(version);
  // The library asks for salts in the order of the fields.
  const salts = hidden.map(saltOf).values();
  const exp = endOf(version, terms.endsAt);
  const payload = {
    ...{ iss: issuerAddress(base, issuer.creditCode), iat: Math.floor(secondsOf(terms.now)) },
    ...{ nbf: secondsOf(midnight(version.issuedOn)), ...(exp === undefined ? {} : { exp }) },
    vct: type.vct,
    status: { status_list: { idx: place.index, uri: listAddress(place.list) } },
    ...(deviceKey ? { cnf: { jwk: publicPartOf(deviceKey) } } : {}),
    ...(copy ? { copy: copy.claim as unknown } : {}),
    ...{ identifier: version.identifier, number: version.number, version: version.version },
    issuingAuthority: { creditCode: issuer.creditCode, name: issuer.department.name },
    issuedOn: version.issuedOn,
    ...(version.validUntil === undefined ? {} : { validUntil: version.validUntil }),
    content: content as unknown,
  };
  const instance = new SDJwtInstance({
    ...{ hasher, hashAlg: "sha-256", signAlg: signer.algorithm },
    signer: async (text) => toBase64url(await signer.sign(utf8(text))),
    saltGenerator: () => nextOf(salts),
  });
  const header = { typ: "dc+sd-jwt", kid: signer.keyId };
  const whole = await instance.issue(payload, frameOf(hidden), { header });
  return copy ? disclose(whole, copy.fields) : whole;
}

/** All fields but those that are least of all to tell; one of which the type says nothing is hidden too. */
function hiddenFields({ type, content }: StatedVersion): readonly string[] {
  const shown = type.disclosures.flatMap(({ field, disclosure }) =>
    disclosure === "MINIMAL" ? [field] : [],
  );
  return Object.keys(content).filter((field) => content[field] !== undefined && !shown.includes(field));
}

function nextOf(salts: Iterator<string>): string {
  const { value, done } = salts.next();
  if (done || value.length < SALT_CHARS_MIN)
    throw new RangeError("a disclosure without a salt can be guessed");
  return value;
}

/** The library's type of a frame asks for names that are known when it is compiled; those of a content are data. */
const frameOf = (hidden: readonly string[]): { readonly content: object } => ({ content: { _sd: hidden } });

/** In seconds since 1970: the first instant after the last day in Asia/Shanghai, or when the credential ends before. */
function endOf({ validUntil }: StatedVersion, endsAt: Instant | undefined): number | undefined {
  // After the last day of the calendar comes none: such a licence does not end.
  const isEndless = validUntil === undefined || validUntil >= LAST_DAY;
  const ends = [
    ...(isEndless ? [] : [secondsOf(midnight(addDays(validUntil, 1)))]),
    ...(endsAt === undefined ? [] : [Math.floor(secondsOf(endsAt))]),
  ];
  return ends.length > 0 ? Math.min(...ends) : undefined;
}

/** A key that is given with its private part is told without it. */
const publicPartOf = ({ kty, crv, x, y }: PublicJwk): PublicJwk => ({ kty, crv, x, y });

function refuseReservedNames(content: StatedVersion["content"]): void {
  JSON.stringify(content, (name, value: unknown) => {
    if (RESERVED_NAMES.includes(name)) throw new RangeError(`no field can be named ${name}`);
    return value;
  });
}
