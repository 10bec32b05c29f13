import {
  type RowProblem as ProblemOf,
  ROW_SENTENCES,
  type RowCode,
  rowSentence,
} from "../../../field/register-file/row-problem.ts";
import type { StatementRefused, StatementUnfit } from "../repository/stated-licence.ts";

type ReadingCode = RowCode | "NOT_ONE_HOLDER" | "NOT_CONTENT" | "TYPE_UNKNOWN";

export type ProblemCode = ReadingCode | StatementUnfit["code"] | StatementRefused["code"];

/** Why a row of a register's file of licences is refused; `ProblemCode` is what scripts may rely on. */
export type RowProblem = ProblemOf<ProblemCode>;

/** By their codes; none shows what stands in the row. */
export const LICENCE_SENTENCES: Readonly<Record<ProblemCode, string>> = {
  ...ROW_SENTENCES,
  NOT_ONE_HOLDER: "names no holder, or two: it takes one of holderIdNumber and holderCreditCode",
  NOT_CONTENT: "is not a JSON object",
  TYPE_UNKNOWN: "names no licence type that is in force, by its code or its type code",
  NUMBER_UNFIT: "is not 1 to 40 digits and capital letters (GB/T 36904)",
  HOLDER_KIND: "names a holder of another kind than the type's",
  ISSUER_UNFIT: "is no authority that issues the type in this region on issuedOn",
  LICENCE_CONTENT_UNFIT: "is not as the type has it, in its field {field}",
  LICENCE_END_UNFIT: "is not the end that the type sets, or lies before issuedOn",
  CONTENT_OF_ANOTHER: "has another's number than the holder's in its field {field}",
  ISSUED_HERE: "is a licence that a decision of the platform has issued",
  HOLDER_DIFFERS: "has the number of another holder's licence",
  ISSUER_DIFFERS: "has the number of a licence of another authority, which is not this register's",
  LICENCE_ENDED: "is a licence that has ended: one that is valid again is stated with a later issuedOn",
  OLDER_THAN_STORED: "was issued before the version that the platform has",
  VERSIONS_USED_UP: "would be a version beyond the last that an identifier can tell",
};

/** For people: "issuedOn lies in the future". */
export const sentenceOf = (problem: RowProblem): string => rowSentence(LICENCE_SENTENCES, problem);
