import type { Text } from "./text.ts";

export const MINORS: Text = { zh: "未满十八周岁", en: "Under 18" };

/** How a minor comes to apply for an item, which says from which age on they do so alone. */
export const minorsText = (ownFromAge: number | null): Text =>
  ownFromAge === null
    ? { zh: "由父母或其他监护人代为申请", en: "A parent or another guardian applies" }
    : {
        zh: `满 ${ownFromAge} 周岁可以自行申请，否则由监护人代为申请`,
        en: `From ${ownFromAge} on alone; before, a guardian applies`,
      };
