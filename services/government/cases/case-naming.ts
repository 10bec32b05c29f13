import { isId } from "../../kernel/ids.ts";
import type { Naming } from "../../people/notifications/index.ts";
import { findTakenIn } from "./find-taken-in.ts";
import { readCaseItem } from "./read-case-item.ts";
import { getApplication } from "./store.ts";

/** Behind the words that a case was handed in: where it was taken in and who decides, where that was elsewhere. */
export const takenInNaming: Naming = {
  gap: "takenIn",
  field: "about",
  nameOf: async (database, id, mode) => {
    const application = isId("app", id) ? await getApplication({ database, mode }, id) : undefined;
    const takenIn = application && (await findTakenIn({ database }, application));
    return takenIn && { zh: `，${takenIn.zh}`, en: `, ${takenIn.en}` };
  },
};

/** Notifications name a case by its item and, from its receipt on, by the number that a clerk can be told (办件编号). */
export const caseNaming: Naming = {
  gap: "case",
  field: "about",
  nameOf: async (database, id, mode) => {
    const application = isId("app", id) ? await getApplication({ database, mode }, id) : undefined;
    if (!application) return undefined;
    const { name } = await readCaseItem({ database }, application);
    const { number } = application;
    return {
      zh: `“${name.zh}”申请${number === undefined ? "" : `（办件编号 ${number}）`}`,
      en: `“${name.en}”${number === undefined ? "" : ` (case ${number})`}`,
    };
  },
};
