import { textsOf } from "../../shared/frame/search-texts.ts";
import type { PlaceSearch } from "../supervision/place-search.ts";

/** The statement that is looked at, as an address says: a department's, or with `government` the region's own. */
export type RemediesSearch = Pick<PlaceSearch, "region" | "department"> & { readonly government?: string };

export const readRemediesSearch = textsOf("region", "department", "government");
