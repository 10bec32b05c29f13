import { type CreditCode, isCreditCode } from "../../field/credit-code.ts";
import type { EnterpriseStanding } from "../../field/enterprise-standing.ts";
import { type IdentityNumber, type NumberRefused, readIdNumber } from "../../field/identity-document.ts";
import type { RegionCode } from "../../field/region.ts";
import type { CivilDate } from "../../kernel/civil-date.ts";
import type { CitizenId } from "../../kernel/ids.ts";
import type { MessageCode } from "../../kernel/message.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import type { Instant } from "../../kernel/runtime.ts";
import { checkText, type TextProblem } from "../../kernel/text.ts";
import type { EnterpriseId } from "./ids.ts";

/** An enterprise has no number of ours: its id is its credit code, behind a prefix. */
export const enterpriseId = (creditCode: CreditCode): EnterpriseId => `ent_${creditCode}`;

export function creditCodeOf(id: string): CreditCode | undefined {
  const code = id.slice("ent_".length);
  return id.startsWith("ent_") && isCreditCode(code) ? code : undefined;
}

/** An enterprise as the market-supervision register states it; the register itself is another system's. */
export type Enterprise = {
  readonly creditCode: CreditCode;
  readonly name: string;
  readonly region: RegionCode;
  readonly standing: EnterpriseStanding;
  /** Acts for it by law (Civil Code, art. 61), and alone lets others do so. */
  readonly legalRepresentative: CitizenId;
  readonly representativeName: string;
  /** The reader of it in the register: an officer's id, or the name of a connector. */
  readonly source: string;
  readonly recordedAt: Instant;
  /** Guards against two statements at once. */
  readonly revision: number;
};

/** The statement of a source about an enterprise. */
export type Statement = {
  readonly creditCode: string;
  readonly name: string;
  readonly region: RegionCode;
  readonly standing: EnterpriseStanding;
  readonly legalRepresentative: { readonly name: string; readonly idNumber: string };
};

/** A value that breaks a rule; `path` leads to it in the input. */
export type Invalid = (
  | TextProblem
  | {
      readonly code: MessageCode;
      readonly values?: Readonly<Record<string, string>>;
    }
  | Omit<NumberRefused, "path">
) & { readonly path: readonly string[] };

export type Stated = Pick<
  Enterprise,
  "creditCode" | "name" | "region" | "standing" | "representativeName"
> & {
  readonly idNumber: IdentityNumber;
};

const NAME_LENGTH = { min: 2, max: 100 };
export const PERSON_NAME_LENGTH = { min: 2, max: 50 };

/** Errors: a credit code or an identity number whose check character is wrong, or a name that is none. */
export function checkStatement(
  { creditCode, name, region, standing, legalRepresentative: { name: person, idNumber } }: Statement,
  today: CivilDate,
): Result<Stated, Invalid> {
  if (!isCreditCode(creditCode)) return err({ code: "CREDIT_CODE_INVALID", path: ["creditCode"] });
  const called = checkText(name, NAME_LENGTH.min, NAME_LENGTH.max);
  if (!called.ok) return err({ ...called.error, path: ["name"] });
  const representative = checkText(person, PERSON_NAME_LENGTH.min, PERSON_NAME_LENGTH.max);
  if (!representative.ok) return err({ ...representative.error, path: ["legalRepresentative", "name"] });
  const number = readIdNumber(idNumber, today, ["legalRepresentative", "idNumber"]);
  if (!number.ok) return number;
  const representativeName = representative.value;
  return ok({ creditCode, name: called.value, region, standing, representativeName, idNumber: number.value });
}

/** Whether a statement says what is on record already. */
export const isStatedSo = (known: Enterprise, next: Enterprise): boolean =>
  known.name === next.name &&
  known.region === next.region &&
  known.standing === next.standing &&
  known.legalRepresentative === next.legalRepresentative &&
  known.representativeName === next.representativeName;

/** Whether other people may bind the enterprise from now on, or nobody may as before. */
export const changesWhoMayAct = (known: Enterprise, next: Enterprise): boolean =>
  known.standing !== next.standing || known.legalRepresentative !== next.legalRepresentative;
