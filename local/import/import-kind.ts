import type { Settled } from "../../services/field/register-file/row.ts";
import type { RowProblem } from "../../services/field/register-file/row-problem.ts";
import {
  COLUMNS as FUND_COLUMNS,
  ROW_TYPES,
} from "../../services/government/housing-fund/fund-file/fund-file.ts";
import { importFundFile } from "../../services/government/housing-fund/fund-file/import-fund-file.ts";
import {
  type ProblemCode as FundCode,
  sentenceOf as fundSentence,
} from "../../services/government/housing-fund/fund-file/problems.ts";
import { importLicences } from "../../services/government/licences/import/import-licences.ts";
import { COLUMNS as LICENCE_COLUMNS } from "../../services/government/licences/import/licence-file.ts";
import {
  type ProblemCode as LicenceCode,
  sentenceOf as licenceSentence,
} from "../../services/government/licences/import/problems.ts";
import { IMPORTED } from "../../services/government/licences/import/write-licence.ts";
import type { Mode } from "../../services/kernel/actor.ts";
import type { Runtime } from "../../services/kernel/runtime.ts";
import type { Target } from "../target.ts";
import type { FileColumns } from "./csv-format.ts";
import type { FileRow } from "./source-file.ts";

type Options<C extends string> = {
  readonly mode: Mode;
  readonly fileId: string;
  readonly reason: string;
  readonly signal: AbortSignal;
  readonly onSettled: (settled: Settled<FileRow, string, C>) => Promise<void>;
};
type Ports = Target & { readonly runtime: Runtime; readonly requestId: string };

/** A kind of files that registers state things in, with the use case that takes their rows. */
export type ImportKind<C extends string> = {
  readonly name: string;
  readonly columns: FileColumns;
  /** The things that its rows can come to. */
  readonly written: readonly string[];
  readonly sentenceOf: (problem: RowProblem<C>) => string;
  readonly run: (rows: AsyncIterable<FileRow>, options: Options<C>, ports: Ports) => Promise<boolean>;
};

/** docs/housing-fund-files.md */
export const FUND_FILE: ImportKind<FundCode> = {
  name: "housing-fund",
  columns: { known: FUND_COLUMNS, required: ["type", "idNumber"] },
  written: ROW_TYPES,
  sentenceOf: fundSentence,
  run: importFundFile,
};

/** docs/licence-files.md */
export const LICENCE_FILE: ImportKind<LicenceCode> = {
  name: "licences",
  columns: {
    known: LICENCE_COLUMNS,
    required: ["type", "number", "issuerCreditCode", "region", "issuedOn", "standing", "content"],
  },
  written: IMPORTED,
  sentenceOf: licenceSentence,
  run: importLicences,
};
