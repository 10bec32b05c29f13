import type { Mode } from "../../kernel/actor.ts";
import type { Database } from "../../kernel/database/database.ts";
import type { CitizenId } from "../../kernel/ids.ts";
import type { DataAccess } from "./data-access.ts";
import { listAccesses } from "./store.ts";

type Page = { readonly first: number; readonly after?: string };
type Accesses = {
  readonly entries: readonly { readonly node: DataAccess; readonly position: string }[];
  readonly more: boolean;
};

/** The reads of a person's data by partners and offices, newest first. */
export const readAccesses = (
  { citizenId, mode }: { readonly citizenId: CitizenId; readonly mode: Mode },
  page: Page,
  { database }: { readonly database: Database },
): Promise<Accesses> => listAccesses(database, mode, citizenId, page);
