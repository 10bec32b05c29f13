import type { Mode } from "../../kernel/actor.ts";
import type { Database } from "../../kernel/database/database.ts";
import type { CitizenId } from "../../kernel/ids.ts";
import { getTelephone } from "./store.ts";
import type { Telephone } from "./telephone.ts";

/** The telephone that a person has proven; undefined where there is none, also while one waits for its proof. */
export const findTelephone = async (
  store: { readonly database: Pick<Database, "get">; readonly mode: Mode },
  citizen: CitizenId,
): Promise<Telephone | undefined> => (await getTelephone(store, citizen))?.telephone;
