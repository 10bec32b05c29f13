import type { RegionCode } from "../../field/region.ts";
import type { Database } from "../../kernel/database/database.ts";
import { type Instant, parseInstant } from "../../kernel/runtime.ts";
import { type Hall, isHallCode } from "./hall.ts";
import { getHall, hallNamed, listHallChanges, listHalls } from "./hall-store.ts";

type Reads = Pick<Database, "get" | "query">;

/** A hall by its code, which anybody reads. */
export const findHall = async (database: Reads, code: string): Promise<Hall | undefined> =>
  isHallCode(code) ? getHall(database, code) : undefined;

/** A page of the halls in a region and in all that lies within it, by region and code. */
export const findHalls = (
  database: Reads,
  region: RegionCode,
  page: { readonly first: number; readonly after?: Pick<Hall, "region" | "code"> },
): Promise<{ readonly halls: readonly Hall[]; readonly more: boolean }> => listHalls(database, region, page);

/** The hall that an appointment or a ticket names. */
export const readHall = (database: Reads, code: string): Promise<Hall> => hallNamed(database, code);

/** The changes of a hall's managers, as people read them: who, when and why. */
export type HallHistory = {
  readonly entries: readonly {
    readonly position: number;
    readonly node: { readonly at: Instant; readonly by: string; readonly reason: string };
  }[];
  readonly more: boolean;
};

/** A page of a hall's history, newest first. */
export async function readHistory(
  database: Reads,
  code: string,
  page: { readonly first: number; readonly after?: number },
): Promise<HallHistory> {
  const { changes, more } = await listHallChanges(database, code, page);
  const entries = changes.flatMap(({ sequence, by, reason, at: text }) => {
    const at = parseInstant(text);
    return at ? [{ position: sequence, node: { at, by, reason } }] : [];
  });
  return { entries, more };
}
