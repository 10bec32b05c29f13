import { CODE_LENGTH_MAX, isCode } from "../../../field/code.ts";
import { type CreditCode, isCreditCode } from "../../../field/credit-code.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import {
  checkForm,
  readDepartment,
  readLegalBasis,
  startReading,
  type TermReader,
  tooLarge,
  type Violation,
} from "../../catalogue/index.ts";
import { type DirectoryInput, readDirectory } from "./directory-entry.ts";
import type { Issuer, LicenceField, LicenceTypeContent, Validity } from "./licence-type.ts";
import { readTemplate, type TemplateInput } from "./template-draft.ts";

type Absent = null | undefined;

/** A type's draft as an editor sends it. */
export type TypeDraftInput = Omit<LicenceTypeContent, "validity" | "issuers" | "template" | "directory"> & {
  readonly validity: {
    readonly kind: Validity["kind"];
    readonly months?: number | Absent;
    readonly field?: string | Absent;
  };
  readonly issuers: readonly (Omit<Issuer, "until" | "creditCode"> & {
    readonly creditCode: string;
    readonly until?: Issuer["until"] | Absent;
  })[];
  readonly template?: TemplateInput | Absent;
  readonly directory?: DirectoryInput | Absent;
};

const LIMITS = {
  ISSUERS_MAX: 200,
  FIELDS_MAX: 100,
  FIELD_LENGTH_MAX: 64,
  VCT_LENGTH_MAX: 200,
  TYPE_CODE_LENGTH: 21,
};

/**
 * Brings a draft into its one form, and refuses what cannot be kept. The gaps of a draft are no matter before it is
 * published.
 */
export function checkTypeDraft(input: TypeDraftInput): Result<LicenceTypeContent, Violation> {
  if (!isCode(input.code))
    return err({ code: "CODE_INVALID", values: { max: String(CODE_LENGTH_MAX) }, path: ["code"] });
  const content = checkForm(input.content);
  if (!content.ok) return err({ ...content.error, path: ["content"] });
  const read = startReading();
  const checked: LicenceTypeContent = {
    code: input.code,
    typeCode: read.text(input.typeCode, LIMITS.TYPE_CODE_LENGTH, "typeCode"),
    name: read.name(input.name, "name"),
    department: readDepartment(read, input.department),
    regions: read.set(input.regions, "regions"),
    legalBasis: readLegalBasis(read, input.legalBasis),
    holderKind: input.holderKind,
    content: content.value,
    disclosures: readDisclosures(read, input.disclosures),
    validity: readValidity(read, input.validity),
    issuers: readIssuers(read, input.issuers),
    assurance: input.assurance,
    vct: read.text(input.vct, LIMITS.VCT_LENGTH_MAX, "vct"),
    ...(input.template ? { template: readTemplate(read, input.template) } : {}),
    ...(input.directory ? { directory: readDirectory(read, input.directory) } : {}),
  };
  const problem = read.problem() ?? tooLarge(checked, "TYPE_TOO_LARGE");
  return problem ? err(problem) : ok(checked);
}

function readDisclosures(read: TermReader, given: readonly LicenceField[]): LicenceField[] {
  const stated = read.list(given, LIMITS.FIELDS_MAX, "disclosures", ({ field, disclosure }, i) => ({
    field: read.text(field, LIMITS.FIELD_LENGTH_MAX, "disclosures", i, "field"),
    disclosure,
  }));
  const names = stated.map(({ field }) => field);
  const twice = names.findIndex((name, i) => names.indexOf(name) < i);
  if (twice >= 0) {
    const values = { value: names[twice] ?? "" };
    read.refuse({ code: "CODE_NOT_UNIQUE", values, path: ["disclosures", String(twice), "field"] });
  }
  return stated;
}

/** Of each kind what it takes: nothing else is kept. */
function readValidity(read: TermReader, { kind, months, field }: TypeDraftInput["validity"]): Validity {
  switch (kind) {
    case "PERMANENT":
      return { kind };
    case "MONTHS":
      return { kind, months: months ?? 0 };
    case "STATED":
      return { kind, field: read.text(field ?? "", LIMITS.FIELD_LENGTH_MAX, "validity", "field") };
  }
}

const readIssuers = (read: TermReader, issuers: TypeDraftInput["issuers"]): Issuer[] =>
  read.list(
    issuers,
    LIMITS.ISSUERS_MAX,
    "issuers",
    ({ department, creditCode, regions, from, until }, i) => ({
      department: readDepartment(read, department, "issuers", i),
      creditCode: readCreditCode(read, creditCode, i),
      regions: read.set(regions, "issuers", i, "regions"),
      from,
      ...(until ? { until } : {}),
    }),
  );

function readCreditCode(read: TermReader, text: string, issuer: string): CreditCode {
  if (!isCreditCode(text))
    read.refuse({ code: "CREDIT_CODE_INVALID", values: {}, path: ["issuers", issuer, "creditCode"] });
  return text as CreditCode;
}
