import type { Officer } from "../../kernel/actor.ts";
import type { Database } from "../../kernel/database/database.ts";
import { mayState } from "./state-remedies.ts";
import type { Stated, Statement } from "./statement.ts";
import { getStatement } from "./store.ts";

/** A statement for those who may change it; undefined for others, and where nothing is stated. */
export const readStatementFor = async (
  database: Pick<Database, "get">,
  actor: Officer,
  stated: Stated,
): Promise<Statement | undefined> => (mayState(actor, stated) ? getStatement(database, stated) : undefined);
