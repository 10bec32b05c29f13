import type { Database } from "../../../kernel/database/database.ts";
import { isId } from "../../../kernel/ids.ts";
import type { Message } from "../../../kernel/message.ts";
import { findOfficer } from "../../../people/officers/index.ts";
import { type ApplicationView, readCaseItem, windowText } from "../../cases/index.ts";
import { materialOf } from "../../catalogue/index.ts";
import type { TrailLine } from "./trail-line.ts";

type Reason = Pick<TrailLine, "reason" | "reasonNames">;
type Ports = { readonly database: Database };

const AT_A_WINDOW: Message = { zh: "在窗口代为办理", en: "At a window, for the applicant" };

/**
 * The reason of an entry as people read it: a text as somebody wrote it, a thing by its name. Undefined where a code names
 * nothing that is there.
 */
export async function reasonInWords(
  ports: Ports,
  application: ApplicationView,
  { reason, reasonNames }: Reason,
): Promise<string | Message | undefined> {
  if (reasonNames === "WINDOW" && application.takenInAt) return windowText(application.takenInAt);
  if (isId("att", reason)) return AT_A_WINDOW;
  switch (reasonNames) {
    case undefined:
    case "WINDOW":
      return reason;
    case "OFFICER":
      return isId("ofc", reason) ? (await findOfficer(ports.database, reason))?.name : undefined;
    // Behind the hall's code: "cyzw A012".
    case "TICKET":
      return reason.split(" ").at(-1);
    case "STEP": {
      const { steps } = await readCaseItem(ports, application);
      return steps.find(({ code }) => code === reason)?.name;
    }
    case "MATERIAL": {
      // "photo: mat_…"
      return materialOf(await readCaseItem(ports, application), reason.split(":")[0])?.name;
    }
  }
}
