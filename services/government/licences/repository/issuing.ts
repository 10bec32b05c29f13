import { isRegionCode, type RegionCode } from "../../../field/region.ts";
import { type CivilDate, dateAt } from "../../../kernel/civil-date.ts";
import { err, ok } from "../../../kernel/result.ts";
import { evaluateExpression } from "../../catalogue/index.ts";
import { findLicenceType } from "../types/find-licence-types.ts";
import { type Issuer, mayIssue, type PublishedType } from "../types/licence-type.ts";
import { type ActCase, type ActPorts, type Possible, placeOf } from "./act-case.ts";

/** The credit code that a form names its enterprise by is its own; any other is somebody else's. */
const isOfAnother = ({ terms, subject, inputs }: ActCase): boolean => {
  const said = terms.holderCreditCode && evaluateExpression(terms.holderCreditCode, inputs);
  return said !== undefined && subject.kind === "ENTERPRISE" && said !== subject.creditCode;
};

/** A type, and who issues licences of it. */
export type Issuing = { readonly type: PublishedType; readonly issuer: Issuer };

/**
 * The type in force. Throws for one that is none: no such item is published. Errors: LICENCE_HOLDER_KIND, and where the form names
 * another enterprise CREDIT_CODE_OF_ANOTHER.
 */
export async function typeFor({ database }: ActPorts, given: ActCase): Promise<Possible<PublishedType>> {
  const { terms, subject } = given;
  const type = await findLicenceType(terms.type, undefined, database);
  if (!type) throw new Error(`no licence type ${terms.type} is in force`);
  const { holderKind } = type;
  if (holderKind !== "THING" && holderKind !== subject.kind)
    return err({ code: "LICENCE_HOLDER_KIND", path: ["id"] });
  return isOfAnother(given)
    ? err({ code: "CREDIT_CODE_OF_ANOTHER", path: placeOf(terms.holderCreditCode) })
    : ok(type);
}

/** The issuing authority that the department is, in a region on a day. Errors: LICENCE_ISSUER_MISSING. */
export function issuerFor(
  { issuers }: Pick<PublishedType, "issuers">,
  { department, region }: Pick<ActCase, "department" | "region">,
  on: CivilDate,
  path: readonly string[] = ["id"],
): Possible<Issuer> {
  const issuer = issuers.find((one) => one.department.code === department && mayIssue(one, region, on));
  return issuer ? ok(issuer) : err({ code: "LICENCE_ISSUER_MISSING", path });
}

/** The region of what is licensed: as the item takes it from the form, or that of the case. Errors: LICENCE_REGION_UNKNOWN. */
function regionFor({ terms, inputs, region }: ActCase): Possible<RegionCode> {
  if (!terms.region) return ok(region);
  const said = evaluateExpression(terms.region, inputs);
  return typeof said === "string" && isRegionCode(said)
    ? ok(said)
    : err({ code: "LICENCE_REGION_UNKNOWN", path: placeOf(terms.region) });
}

/** The type in force, the region of what is licensed, and the issuing authority that the department is there. */
export async function issuing(
  ports: ActPorts,
  given: ActCase,
): Promise<Possible<Issuing & { readonly region: RegionCode }>> {
  const type = await typeFor(ports, given);
  if (!type.ok) return type;
  const region = regionFor(given);
  if (!region.ok) return region;
  const { department, terms } = given;
  const place = { department, region: region.value };
  const issuer = issuerFor(type.value, place, dateAt(ports.now), placeOf(terms.region));
  return issuer.ok ? ok({ type: type.value, issuer: issuer.value, region: region.value }) : issuer;
}
