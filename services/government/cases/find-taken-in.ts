import type { Message } from "../../kernel/message.ts";
import type { Application } from "./application.ts";
import { findPlaceName } from "./find-place-name.ts";
import { windowText } from "./mandate/taking-in.ts";
import { readCaseItem } from "./read-case-item.ts";
import type { ApplicationStore } from "./store.ts";

/** The receipt of a case that was taken in elsewhere: where, and who decides; undefined for all other cases. */
export async function findTakenIn(
  store: Pick<ApplicationStore, "database">,
  application: Application,
): Promise<Message | undefined> {
  const { takenInAt, department, status } = application;
  if (!takenInAt || status === "DRAFT") return undefined;
  const { department: own } = await readCaseItem(store, application);
  const decider = own.code === department ? own.name : await findPlaceName(store, application);
  const at = windowText(takenInAt);
  return {
    zh: `由${at.zh}窗口代收，由${decider.zh}受理和决定`,
    en: `taken in at a window of ${at.en}, and is decided by ${decider.en}`,
  };
}
