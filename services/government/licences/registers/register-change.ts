import type { Fields } from "../../../field/register-file/row.ts";
import { type RowProblem, rowSentence } from "../../../field/register-file/row-problem.ts";
import { LICENCE_SENTENCES, type ProblemCode } from "../import/problems.ts";

/** Why a register's change is refused: as a row of its file, and for what the register may not state at all. */
type ChangeCode = ProblemCode | "TYPE_NOT_OF_REGISTER" | "ISSUER_NOT_OF_REGISTER" | "NOT_TAKEN";

export type ChangeProblem = RowProblem<ChangeCode>;

/** A change that was refused, as its register is told. */
export type RefusedChange = {
  readonly change: string;
  readonly problems: readonly { readonly code: string; readonly column: string; readonly text: string }[];
};

const SENTENCES: Readonly<Record<ChangeCode, string>> = {
  ...LICENCE_SENTENCES,
  TYPE_NOT_OF_REGISTER: "is no type that this register may state",
  ISSUER_NOT_OF_REGISTER: "is not the authority whose register this is",
  NOT_TAKEN: "could not be taken, by a fault of the platform's: state it once more",
};

export const refusedAs = (change: string, problems: readonly ChangeProblem[]): RefusedChange => ({
  change,
  problems: problems.map((problem) => ({
    ...{ code: problem.code, column: problem.column, text: rowSentence(SENTENCES, problem) },
  })),
});

/** A register's statement about a licence, as a row of its file would have it. */
export type LicenceChange = {
  /** The register's own name of it. */
  readonly id: string;
  readonly row: Fields;
};

/** Some of a register's changes, in their order. */
export type ChangesPage = {
  readonly changes: readonly LicenceChange[];
  /** The register's own name of the place behind them. */
  readonly next: string;
  readonly more: boolean;
};
