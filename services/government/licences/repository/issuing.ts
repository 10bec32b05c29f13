import { type CivilDate, dateAt } from "../../../kernel/civil-date.ts";
import { err, ok } from "../../../kernel/result.ts";
import { findLicenceType } from "../types/find-licence-types.ts";
import { type Issuer, mayIssue, type PublishedType } from "../types/licence-type.ts";
import type { ActCase, ActPorts, Possible } from "./act-case.ts";

/** A type, and who issues licences of it. */
export type Issuing = { readonly type: PublishedType; readonly issuer: Issuer };

/** The type in force. Throws for one that is none: no such item is published. Errors: LICENCE_HOLDER_KIND. */
export async function typeFor(
  { database }: ActPorts,
  { terms, subject }: ActCase,
): Promise<Possible<PublishedType>> {
  const type = await findLicenceType(terms.type, undefined, database);
  if (!type) throw new Error(`no licence type ${terms.type} is in force`);
  const { holderKind } = type;
  return holderKind === "THING" || holderKind === subject.kind
    ? ok(type)
    : err({ code: "LICENCE_HOLDER_KIND", path: ["id"] });
}

/** The issuing authority that the department is, in a region on a day. Errors: LICENCE_ISSUER_MISSING. */
export function issuerFor(
  { issuers }: Pick<PublishedType, "issuers">,
  { department, region }: Pick<ActCase, "department" | "region">,
  on: CivilDate,
): Possible<Issuer> {
  const issuer = issuers.find((one) => one.department.code === department && mayIssue(one, region, on));
  return issuer ? ok(issuer) : err({ code: "LICENCE_ISSUER_MISSING", path: ["id"] });
}

/** The type in force, and its issuing authority where the case is handled. */
export async function issuing(ports: ActPorts, given: ActCase): Promise<Possible<Issuing>> {
  const type = await typeFor(ports, given);
  if (!type.ok) return type;
  const issuer = issuerFor(type.value, given, dateAt(ports.now));
  return issuer.ok ? ok({ type: type.value, issuer: issuer.value }) : issuer;
}
