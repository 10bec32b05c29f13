import type { RegionCode } from "../../../field/region.ts";
import type { PartnerId } from "../../../kernel/ids.ts";
import type { Biller } from "../biller.ts";
import { getBiller, listBillers } from "../biller-store.ts";
import type { UtilityStore } from "../store.ts";

type Registry = Pick<UtilityStore, "database">;

/** The billers of a region, for anybody who looks for theirs. */
export const listRegionBillers = ({ database }: Registry, region: RegionCode): Promise<readonly Biller[]> =>
  listBillers(database, region);

/** The biller who has issued a bill, or keeps an account. */
export const findBiller = ({ database }: Registry, id: PartnerId): Promise<Biller | undefined> =>
  getBiller(database, id);
