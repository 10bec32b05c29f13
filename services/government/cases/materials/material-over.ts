import { dateAt, minuteAt } from "../../../kernel/civil-date.ts";
import type { MessageCode, Values } from "../../../kernel/message.ts";
import { materialName, type ServiceItem } from "../../catalogue/index.ts";
import { CASE_WORDS } from "../enum-words.ts";
import type { LookedAt, OverMaterial } from "./second-look.ts";

/** Keeps a case from being accepted or granted: a licence that stands for one of its materials has ended, or nobody could tell. */
export type MaterialOver = {
  readonly code: Extract<
    MessageCode,
    "MATERIAL_OVER" | "MATERIAL_OVER_ELSEWHERE" | "MATERIAL_OVER_TO_CORRECT" | "MATERIAL_UNANSWERED"
  >;
  readonly values: Values;
  readonly path: readonly string[];
};

type Named = Pick<ServiceItem, "materials">;

/** For the one notice, as the item calls the material. */
export const overToCorrect = (over: OverMaterial, item: Named): MaterialOver => ({
  ...{ code: "MATERIAL_OVER_TO_CORRECT", values: valuesOf(over, item), path: ["id"] },
});

/**
 * The reason for which nothing is granted now: a licence that has ended; or one of which nobody could tell whether it has. The latter
 * is said once, so that an officer knows it: an outage elsewhere refuses nobody anything.
 */
export function grantWaitsFor(
  {
    over: [over],
    unanswered: [unanswered],
    isSilenceNews,
  }: Pick<LookedAt, "over" | "unanswered" | "isSilenceNews">,
  item: Named,
): MaterialOver | undefined {
  if (over) {
    const code = over.brought ? "MATERIAL_OVER_ELSEWHERE" : "MATERIAL_OVER";
    return { code, values: valuesOf(over, item), path: ["id"] };
  }
  if (!unanswered || !isSilenceNews) return undefined;
  const { reference, unansweredSince } = unanswered;
  const values = {
    material: materialName(item, unanswered.material),
    reference,
    since: minuteAt(unansweredSince),
  };
  return { code: "MATERIAL_UNANSWERED", values, path: ["id"] };
}

const valuesOf = (over: OverMaterial, item: Named): Values => ({
  ...{ material: materialName(item, over.material), reference: over.reference },
  ...{ how: CASE_WORDS.RecordEnd[over.over.how], day: dateAt(over.over.noticedAt) },
});
