import { type CivilDate, dateAt } from "../../../kernel/civil-date.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import { checkText } from "../../../kernel/text.ts";
import type { NamedVerifier } from "../credentials/check-copy.ts";
import type { ElectronicLicence } from "../repository/electronic-licence.ts";
import type { LicenceType } from "../types/licence-type.ts";
import type { Invalid } from "../wallet/invalid.ts";
import { shownFields, unknownIn } from "../wallet/licence-code.ts";
import { type LicenceCopy, lastDay, USES_MAX } from "./licence-copy.ts";

/** A holder's wish to share a licence, as it comes. */
export type CopyWish = {
  readonly licence: string;
  readonly verifier: {
    readonly partner?: string | null | undefined;
    readonly name?: string | null | undefined;
  };
  readonly purpose: string;
  readonly case?: string | null | undefined;
  readonly fields: readonly string[];
  readonly until: CivilDate;
  readonly uses: number;
};

const LENGTHS = { min: 2, max: 60 };

/** The verifier that a wish names: one and no more. */
export function readVerifier({ partner, name }: CopyWish["verifier"]): Result<NamedVerifier, Invalid> {
  const isOne = (partner == null) !== (name == null);
  if (!isOne) return err({ code: "LICENCE_COPY_VERIFIER", path: ["verifier"] });
  if (partner != null) return ok({ partner });
  const called = checkText(name ?? "", LENGTHS.min, LENGTHS.max);
  return called.ok ? ok({ name: called.value }) : err({ ...called.error, path: ["verifier", "name"] });
}

/** The terms of a copy, but for its verifier. */
export type CopyTerms = Pick<LicenceCopy, "purpose" | "case" | "fields" | "until" | "uses">;

/** All of a wish that is decided by the licence and its type. Errors: of the input by its place. */
export function readTerms(
  wish: CopyWish,
  { current }: Pick<ElectronicLicence, "current">,
  type: Pick<LicenceType, "disclosures">,
  now: Instant,
): Result<CopyTerms, Invalid> {
  const purpose = checkText(wish.purpose, LENGTHS.min, LENGTHS.max);
  if (!purpose.ok) return err({ ...purpose.error, path: ["purpose"] });
  const about = wish.case == null ? ok(undefined) : checkText(wish.case, 1, LENGTHS.max);
  if (!about.ok) return err({ ...about.error, path: ["case"] });
  const field = unknownIn(wish.fields, type);
  if (field !== undefined) return err({ code: "LICENCE_FIELD_UNKNOWN", values: { field }, path: ["fields"] });
  const [from, to] = [dateAt(now), lastDay(current, now)];
  if (wish.until < from || wish.until > to)
    return err({ code: "LICENCE_COPY_UNTIL", values: { from, to }, path: ["until"] });
  if (wish.uses < 1 || wish.uses > USES_MAX)
    return err({ code: "LICENCE_COPY_USES", values: { max: String(USES_MAX) }, path: ["uses"] });
  return ok({
    ...{ purpose: purpose.value, fields: shownFields(wish.fields, type), until: wish.until, uses: wish.uses },
    ...(about.value === undefined ? {} : { case: about.value }),
  });
}

/** The one form of a wish, whatever the order of its fields. */
export const formOf = ({ licence, verifier, purpose, fields, until, uses, ...wish }: CopyWish): unknown => [
  ...[licence, verifier.partner ?? null, verifier.name ?? null, purpose, wish.case ?? null],
  ...[fields.toSorted(), until, uses],
];
