import type { Database } from "../../../kernel/database/database.ts";
import type { CardReader } from "./card-reader.ts";
import { getReaders } from "./card-reader-store.ts";

/** The card readers of a hall, those out of use too; 200 at most. */
export const listReaders = async (
  database: Pick<Database, "get">,
  hall: string,
): Promise<readonly CardReader[]> => (await getReaders(database, hall)).readers;
