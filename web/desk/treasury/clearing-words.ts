import type { ClearingKind } from "../../shared/generated/graphql.ts";
import type { Text } from "../../shared/texts/text.ts";

/** How operators share a ride, as a treasurer reads it. */
export const CLEARING_KINDS: Readonly<Record<ClearingKind, Text>> = {
  EXIT: { zh: "全部归出站运营方", en: "All of it to the operator at the exit" },
  FIXED: { zh: "进出站运营方按固定比例", en: "Fixed shares of the operators at entry and exit" },
  DISTANCE: { zh: "按各线路里程", en: "By the metres on each operator's lines" },
};
