import type { Officer } from "../../../kernel/actor.ts";
import type { CivilDate } from "../../../kernel/civil-date.ts";
import { isOfDepartment } from "../../../kernel/jurisdiction.ts";
import type { Message } from "../../../kernel/message.ts";
import { agreementFor, type WindowAgreement } from "../../catalogue/index.ts";
import type { TakenInAt } from "../application.ts";

type Handed = { readonly department: string; readonly takenInAt?: TakenInAt | undefined };

/**
 * Whether a clerk of another region takes a case in at their window: one that was begun at a window of their region, by an
 * agreement that is in force (异地代收代办, 国办发〔2020〕35号). They have no part in all else of the case, or in any other.
 */
export const takesIn = (
  clerk: Officer,
  { department, takenInAt }: Handed,
  agreements: readonly WindowAgreement[],
  today: CivilDate,
): boolean =>
  takenInAt !== undefined &&
  clerk.roles.includes("WINDOW_CLERK") &&
  isOfDepartment(clerk, department) &&
  takenInAt.region.startsWith(clerk.jurisdiction.regionPrefix) &&
  agreementFor(agreements, takenInAt.region, today) !== undefined;

/** An action of the applicant's as the trail names it where the clerk of another region does it for them. */
export const doneElsewhere = (action: string): string =>
  action === "taken-in" ? action : `${action}-elsewhere`;

/** A window's hall and its region as texts have them. */
export const windowText = ({ where, name }: TakenInAt): Message => ({
  zh: `${name.zh}（${where}）`,
  en: `${name.en} (${where})`,
});
