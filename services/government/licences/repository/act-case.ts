import type { RegionCode } from "../../../field/region.ts";
import type { Subject } from "../../../field/subject.ts";
import type { Mode } from "../../../kernel/actor.ts";
import type { Database } from "../../../kernel/database/database.ts";
import { isObject } from "../../../kernel/fields.ts";
import type { Result } from "../../../kernel/result.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import type { ApplicationId } from "../../cases/index.ts";
import type { Expression, LicenceTerms } from "../../catalogue/index.ts";
import type { LicenceNotInForce } from "./electronic-licence.ts";
import type { ContentUnfit } from "./licence-content.ts";

export type ActPorts = { readonly database: Database; readonly mode: Mode; readonly now: Instant };

/** The case that an act is decided in; `inputs` are what its item's expressions read. */
export type ActCase = {
  readonly application: ApplicationId;
  readonly subject: Subject;
  readonly submittedAt: Instant | undefined;
  /** The department that answers for the case, which issues the licence. */
  readonly department: string;
  readonly region: RegionCode;
  readonly terms: LicenceTerms;
  readonly inputs: {
    readonly form: Readonly<Record<string, unknown>>;
    readonly facts: { readonly licence: Readonly<Record<string, unknown>> };
  };
};

/** Keeps an act from being done; `path` leads to the field of the form that names the licence, or to `id`. */
export type ActImpossible = {
  readonly code:
    | "LICENCE_HOLDER_KIND"
    | "CREDIT_CODE_OF_ANOTHER"
    | "LICENCE_REGION_UNKNOWN"
    | "LICENCE_ISSUER_MISSING"
    | "LICENCE_NUMBER_UNFIT"
    | "LICENCE_NUMBER_TAKEN"
    | "LICENCE_SERIES_UNFIT"
    | "LICENCE_NUMBERS_USED_UP"
    | "LICENCE_VERSIONS_USED_UP"
    | "LICENCE_NOT_IN_REPOSITORY"
    | "LICENCE_RENEWAL_TOO_EARLY"
    | LicenceNotInForce["code"]
    | ContentUnfit["code"];
  readonly values?: Readonly<Record<string, string>>;
  readonly path: readonly string[];
};

export type Possible<T> = Result<T, ActImpossible>;

/** Where an obstacle lies: in the field that an expression reads, where it reads one and nothing else, else in the case itself. */
export const placeOf = (expression: Expression): readonly string[] => {
  const read = isObject(expression) ? expression["var"] : undefined;
  return typeof read === "string" && read.startsWith("form.") ? read.split(".").slice(1) : ["id"];
};
