import { isCode } from "../../field/code.ts";
import type { Officer } from "../../kernel/actor.ts";
import type { Commit } from "../../kernel/commit/commit.ts";
import { changeFrom, decideUntilWritten } from "../../kernel/commit/decide-until-written.ts";
import type { Database } from "../../kernel/database/database.ts";
import { covers } from "../../kernel/jurisdiction.ts";
import { err, type Result } from "../../kernel/result.ts";
import type { Instant } from "../../kernel/runtime.ts";
import { checkText } from "../../kernel/text.ts";
import { type Stated, type Statement, type StatementFull, type StatementRow, withRow } from "./statement.ts";
import { getStatement, putStatement, TABLE } from "./store.ts";

export type StatePorts = {
  readonly database: Database;
  readonly commit: Commit;
  readonly actor: Officer;
  readonly now: Instant;
  readonly requestId: string;
};

export type NotStated =
  | StatementFull
  | {
      readonly code:
        | "TEXT_LENGTH"
        | "CONTROL_CHARACTERS"
        | "REMEDY_DEPARTMENT_WRONG"
        | "REMEDY_LINK_WRONG"
        | "REMEDY_NOT_OF_GOVERNMENT"
        | "REMEDY_OUTSIDE_JURISDICTION";
      readonly values?: Readonly<Record<string, string>>;
      readonly path: readonly string[];
    };

/** A government's statement is for those who work for all of its departments. */
export function mayState(
  { jurisdiction }: Pick<Officer, "jurisdiction">,
  { region, department }: Stated,
): boolean {
  if (department !== undefined) return covers({ jurisdiction }, { region, department });
  return jurisdiction.departments.length === 0 && region.startsWith(jurisdiction.regionPrefix);
}

const REASON_LENGTH = { min: 2, max: 500 };
const NAME_LENGTH_MAX = 200;
const TELEPHONE_LENGTH_MAX = 60;
const LINK_LENGTH_MAX = 300;

/**
 * States what decisions name from a day on: of a region's government, its office for reconsideration and the court; of a
 * department there, its kind and level. Decisions that were made keep what they named.
 */
export async function stateRemedies(
  ports: StatePorts,
  stated: Stated,
  row: StatementRow,
  said: string,
): Promise<Result<Statement, NotStated>> {
  const { actor, database, commit, now: at, requestId } = ports;
  const problem = problemOf(actor, stated, row);
  if (problem) return err(problem);
  const reason = checkText(said, REASON_LENGTH.min, REASON_LENGTH.max);
  if (!reason.ok) return err({ ...reason.error, path: ["reason"] });
  const { region, department } = stated;
  return decideUntilWritten({
    database,
    about: `remedies of ${region} ${department ?? ""}`,
    read: () => getStatement(database, stated),
    decide: (before) => changeFrom(before, withRow(before, stated, row)),
    write: ({ after }) =>
      commit({
        ...{ actor, at, requestId, table: TABLE, action: "remedies.statement.stated" },
        aggregate: `remedies#${region}#${department ?? ""}`,
        reason: `${row.effectiveFrom}: ${reason.value}`,
        writes: [putStatement(database, after)],
      }),
  });
}

function problemOf(actor: Officer, stated: Stated, row: StatementRow): NotStated | undefined {
  const { department } = stated;
  if (!mayState(actor, stated)) return { code: "REMEDY_OUTSIDE_JURISDICTION", path: ["input", "region"] };
  if (department !== undefined && !isCode(department)) {
    return { code: "REMEDY_DEPARTMENT_WRONG", path: ["input", "department"] };
  }
  if (department === undefined && (row.body || row.level)) {
    return { code: "REMEDY_NOT_OF_GOVERNMENT", path: ["input", row.body ? "body" : "level"] };
  }
  return placeProblem(row.authority, "authority") ?? placeProblem(row.court, "court");
}

function placeProblem(place: StatementRow["authority"], field: string): NotStated | undefined {
  if (!place) return undefined;
  const { name, address, telephone, online } = place;
  const texts = [
    [name.zh, NAME_LENGTH_MAX, "name", "zh"],
    [name.en, NAME_LENGTH_MAX, "name", "en"],
    ...(address
      ? ([
          [address.zh, NAME_LENGTH_MAX, "address", "zh"],
          [address.en, NAME_LENGTH_MAX, "address", "en"],
        ] as const)
      : []),
    ...(telephone === undefined ? [] : ([[telephone, TELEPHONE_LENGTH_MAX, "telephone"]] as const)),
    ...(online === undefined ? [] : ([[online, LINK_LENGTH_MAX, "online"]] as const)),
  ] as const;
  for (const [text, max, ...path] of texts) {
    const checked = checkText(text, 1, max);
    if (!checked.ok) return { ...checked.error, path: ["input", field, ...path] };
  }
  return online === undefined || URL.parse(online)?.protocol === "https:"
    ? undefined
    : { code: "REMEDY_LINK_WRONG", path: ["input", field, "online"] };
}
