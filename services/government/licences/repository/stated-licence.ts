import type { CreditCode } from "../../../field/credit-code.ts";
import { isLicenceSerial, LICENCE_VERSION_MAX } from "../../../field/licence-identifier.ts";
import type { RegionCode } from "../../../field/region.ts";
import { type Subject, subjectKey } from "../../../field/subject.ts";
import type { CivilDate } from "../../../kernel/civil-date.ts";
import { isObject } from "../../../kernel/fields.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import { heldFields } from "../../catalogue/index.ts";
import type { LicenceId } from "../ids.ts";
import type { StatusPlace } from "../status/licence-status.ts";
import { isHolderNumber } from "../types/holder-number.ts";
import { mayIssue, type PublishedType } from "../types/licence-type.ts";
import { type ElectronicLicence, type LicenceContent, nextVersion } from "./electronic-licence.ts";
import { type ContentUnfit, endOfTerm, heldTo, valueAt } from "./licence-content.ts";

export const STANDINGS = ["VALID", "SUSPENDED", "CANCELLED", "REVOKED"] as const;
/** How a licence stands, as its register says. */
export type StatedStanding = (typeof STANDINGS)[number];

/** A licence as an authority's register states it, before it was held to its type. */
export type Statement = {
  readonly number: string;
  readonly holder: Subject;
  /** The identity number or credit code by which the register knows the holder; it is compared, and not kept. */
  readonly holderNumber: string;
  readonly issuer: CreditCode;
  readonly region: RegionCode;
  readonly issuedOn: CivilDate;
  readonly validUntil?: CivilDate;
  readonly standing: StatedStanding;
  readonly content: LicenceContent;
};

/** A statement that its type admits. */
export type StatedLicence = Pick<ElectronicLicence, "type" | "typeCode" | "number" | "holder" | "region"> & {
  readonly version: Pick<
    ElectronicLicence["current"],
    "typeVersion" | "content" | "issuer" | "issuedOn" | "validUntil"
  >;
  readonly standing: StatedStanding;
};

/** Keeps a statement from being a licence of its type. */
export type StatementUnfit = {
  readonly code:
    | "NUMBER_UNFIT"
    | "HOLDER_KIND"
    | "ISSUER_UNFIT"
    | "DATE_IN_FUTURE"
    | "CONTENT_OF_ANOTHER"
    | ContentUnfit["code"];
  readonly field: keyof Statement;
  readonly values?: Readonly<Record<string, string>>;
};

/** A statement held to its type in force, on the day on which it is read; an error names all that is wrong with it. */
export function statedOf(
  statement: Statement,
  type: PublishedType,
  today: CivilDate,
): Result<StatedLicence, readonly StatementUnfit[]> {
  const { number, holder, holderNumber, issuer: creditCode, region, issuedOn, content, standing } = statement;
  const issuer = type.issuers.find((one) => one.creditCode === creditCode && mayIssue(one, region, issuedOn));
  const said = heldTo(type, content, today);
  const end = endOfTerm(type, content, statement.validUntil, issuedOn);
  const isEndStated = end.ok && [undefined, end.value].includes(statement.validUntil);
  const strange = heldFields(type.content).filter(
    ({ path, source }) =>
      isHolderNumber(source) && ![undefined, holderNumber].includes(textAt(content, path)),
  );
  const unfit: readonly StatementUnfit[] = [
    ...(isLicenceSerial(number) ? [] : [{ code: "NUMBER_UNFIT", field: "number" } as const]),
    ...(type.holderKind === "THING" || type.holderKind === holder.kind
      ? []
      : [{ code: "HOLDER_KIND", field: "holder" } as const]),
    ...(issuedOn > today ? [{ code: "DATE_IN_FUTURE", field: "issuedOn" } as const] : []),
    ...(issuer ? [] : [{ code: "ISSUER_UNFIT", field: "issuer" } as const]),
    ...(said.ok ? [] : [{ ...said.error, field: "content" } as const]),
    ...(end.ok && isEndStated ? [] : [{ code: "LICENCE_END_UNFIT", field: "validUntil" } as const]),
    ...strange.map(
      ({ path }) =>
        ({ code: "CONTENT_OF_ANOTHER", field: "content", values: { field: path.join(".") } }) as const,
    ),
  ];
  if (unfit.length > 0 || !issuer || !end.ok) return err(unfit);
  const { department } = issuer;
  return ok({
    ...{ type: type.code, typeCode: type.typeCode, number, holder, region, standing },
    version: {
      ...{ typeVersion: type.version, content, issuer: { department, creditCode }, issuedOn },
      ...(end.value === undefined ? {} : { validUntil: end.value }),
    },
  });
}

function textAt(content: LicenceContent, path: readonly string[]): string | undefined {
  const value = valueAt(content, path);
  return value === undefined ? undefined : String(value);
}

/** The difference that a statement makes. */
export type StatedOutcome =
  | { readonly how: "SAME" }
  | { readonly how: "NEW"; readonly licence: ElectronicLicence }
  | { readonly how: "VERSION"; readonly licence: ElectronicLicence; readonly before: ElectronicLicence }
  /** It says the same, and stands otherwise. */
  | { readonly how: "STANDING"; readonly licence: ElectronicLicence; readonly before: ElectronicLicence };

/** Keeps a register's statement from being taken. */
export type StatementRefused = {
  readonly code:
    | "ISSUED_HERE"
    | "HOLDER_DIFFERS"
    | "ISSUER_DIFFERS"
    | "LICENCE_ENDED"
    | "OLDER_THAN_STORED"
    | "VERSIONS_USED_UP";
};

/**
 * The difference that a statement makes to the licence that has its number. The register has the last word on what it has
 * stated: an end ends it, another content is its next version. A version that has ended is never valid again; the licence
 * is by a version that was issued on a later day, so that no older file brings it back. A version that was issued before the
 * one in force changes nothing but for an end. Errors: ISSUED_HERE, a decision here has issued it; HOLDER_DIFFERS, no licence
 * passes to another; LICENCE_ENDED; OLDER_THAN_STORED; VERSIONS_USED_UP.
 */
export function outcomeOf(
  stated: StatedLicence,
  before: ElectronicLicence | undefined,
  { id, at, place }: { readonly id: LicenceId; readonly at: Instant; readonly place: StatusPlace },
): Result<StatedOutcome, StatementRefused> {
  const { version, standing, ...licence } = stated;
  if (!before) {
    const current = { ...version, issuedAt: at, act: "IMPORT", version: 1, place } as const;
    const first = { ...licence, id, origin: "REGISTER", current, revision: 1 } as const;
    return ok({ how: "NEW", licence: { ...first, ...standingOf(standing, at) } });
  }
  if (before.origin !== "REGISTER") return err({ code: "ISSUED_HERE" });
  if (subjectKey(before.holder) !== subjectKey(stated.holder)) return err({ code: "HOLDER_DIFFERS" });
  const { suspended, ended, ...rest } = before;
  const standingAnew = (): StatedOutcome => ({
    ...{ how: "STANDING", before },
    licence: { ...rest, ...standingOf(standing, at), revision: before.revision + 1 },
  });
  if (standing === "CANCELLED" || standing === "REVOKED")
    return ok(ended?.how === standing ? { how: "SAME" } : standingAnew());
  if (saysSame(stated, before) && !ended) {
    const isSame = (suspended !== undefined) === (standing === "SUSPENDED");
    return ok(isSame ? { how: "SAME" } : standingAnew());
  }
  if (ended && version.issuedOn <= before.current.issuedOn) return err({ code: "LICENCE_ENDED" });
  if (version.issuedOn < before.current.issuedOn) return err({ code: "OLDER_THAN_STORED" });
  if (before.current.version >= LICENCE_VERSION_MAX) return err({ code: "VERSIONS_USED_UP" });
  const next = nextVersion(rest, "IMPORT", { ...version, issuedAt: at, place });
  return ok({
    ...{ how: "VERSION", before },
    licence: { ...next, region: stated.region, ...standingOf(standing, at) },
  });
}

function standingOf(standing: StatedStanding, at: Instant): Pick<ElectronicLicence, "suspended" | "ended"> {
  switch (standing) {
    case "VALID":
      return {};
    case "SUSPENDED":
      return { suspended: { at } };
    case "CANCELLED":
    case "REVOKED":
      return { ended: { at, how: standing } };
  }
}

/** The version of the type that it was held to makes no difference. */
function saysSame(
  { version, region }: StatedLicence,
  { current, region: before }: ElectronicLicence,
): boolean {
  const { content, issuer, issuedOn, validUntil } = version;
  return (
    region === before &&
    issuer.creditCode === current.issuer.creditCode &&
    issuedOn === current.issuedOn &&
    validUntil === current.validUntil &&
    inOrder(content) === inOrder(current.content)
  );
}

/** As text, in which the order of names makes no difference. */
const inOrder = (content: LicenceContent): string =>
  JSON.stringify(content, (_, value: unknown) =>
    isObject(value) ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))) : value,
  );
