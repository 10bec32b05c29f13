import type { IdentityNumber } from "../../../field/identity-document.ts";
import { type Fields, openRow } from "../../../field/register-file/row.ts";
import {
  oneOf,
  type Read,
  readCreditCode,
  readDate,
  readHolder,
  readRegion,
  type Wrong,
} from "../../../field/register-file/row-values.ts";
import { enterpriseAs, personAs } from "../../../field/subject.ts";
import type { CivilDate } from "../../../kernel/civil-date.ts";
import { isObject } from "../../../kernel/fields.ts";
import type { CitizenId } from "../../../kernel/ids.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import type { LicenceContent } from "../repository/electronic-licence.ts";
import { STANDINGS, type Statement } from "../repository/stated-licence.ts";
import type { ProblemCode, RowProblem } from "./problems.ts";

export const COLUMNS = [
  ...(["type", "number", "holderIdNumber", "holderCreditCode", "issuerCreditCode", "region"] as const),
  ...(["issuedOn", "validUntil", "standing", "content"] as const),
] as const;
type Column = (typeof COLUMNS)[number];

/** A row whose every value is sound by itself; `type` is the code or the type code of its licence type. */
export type LicenceRow = { readonly type: string; readonly statement: Statement };

export type RowContext = {
  /** Bounds the days of birth. */
  readonly today: CivilDate;
  readonly citizenOf: (idNumber: IdentityNumber) => CitizenId;
};

const readText: Read<string> = (text) => ok(text);

const readContent: Read<LicenceContent, ProblemCode> = (text) => {
  const content = parsed(text);
  return isObject(content) ? ok(content) : err({ code: "NOT_CONTENT" });
};

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** In NDJSON the content may stand as the object that it is. */
function textOf(value: unknown, column: Column): Result<string, Wrong> {
  if (typeof value === "string") return ok(value);
  return column === "content" ? ok(JSON.stringify(value)) : err({ code: "NOT_TEXT" });
}

/** Reads a row of a register's file of licences (docs/licence-files.md); an error names all that is wrong with it. */
export function readRow(
  fields: Fields,
  { today, citizenOf }: RowContext,
): Result<LicenceRow, readonly RowProblem[]> {
  const row = openRow<Column, ProblemCode>(fields, COLUMNS, textOf);
  const isOne = row.has("holderIdNumber") !== row.has("holderCreditCode");
  const idNumber = row.has("holderIdNumber") ? row.read("holderIdNumber", readHolder(today)) : undefined;
  const creditCode = row.has("holderCreditCode") ? row.read("holderCreditCode", readCreditCode) : undefined;
  const validUntil = row.has("validUntil") ? row.read("validUntil", readDate) : undefined;
  const record = {
    type: row.read("type", readText),
    number: row.read("number", readText),
    holder: idNumber ? personAs(citizenOf(idNumber)) : creditCode && enterpriseAs(creditCode),
    holderNumber: idNumber ?? creditCode,
    issuer: row.read("issuerCreditCode", readCreditCode),
    region: row.read("region", readRegion),
    issuedOn: row.read("issuedOn", readDate),
    standing: row.read("standing", oneOf(STANDINGS)),
    content: row.read("content", readContent),
  };
  const more = isOne ? [] : [{ code: "NOT_ONE_HOLDER", field: "" } as const];
  return row.close<Omit<Statement, "validUntil"> & { readonly type: string }, LicenceRow>(
    record,
    more,
    ({ type, ...statement }) => ({
      type,
      statement: validUntil === undefined ? statement : { ...statement, validUntil },
    }),
  );
}
