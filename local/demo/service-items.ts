import type { Context } from "../../services/api/context.ts";
import {
  findServiceItem,
  publishServiceItem,
  rollOutServiceItem,
  saveServiceItemDraft,
} from "../../services/government/catalogue/index.ts";
import type { Officer } from "../../services/kernel/actor.ts";
import type { OfficerId } from "../../services/kernel/ids.ts";
import type { DemoItem } from "./items/demo-item.ts";
import { foodBusinessCancellation } from "./items/food-business-cancellation.ts";
import { foodBusinessLicence } from "./items/food-business-licence.ts";
import { foodBusinessRenewal } from "./items/food-business-renewal.ts";
import { hotelOpening } from "./items/hotel-opening.ts";
import { loanRepaymentWithdrawal } from "./items/loan-repayment-withdrawal.ts";
import { rentWithdrawal } from "./items/rent-withdrawal.ts";
import { residencePermit } from "./items/residence-permit.ts";
import { residencePermitChange } from "./items/residence-permit-change.ts";
import { retirementWithdrawal } from "./items/retirement-withdrawal.ts";
import { soleTraderRegistration } from "./items/sole-trader-registration.ts";
import { loanRepaymentOrder, rentOrder } from "./items/standing-orders.ts";
import { publishDemoLicenceTypes } from "./licence-types.ts";
import { checkDone, REASON } from "./publication.ts";

/** The service items of the demo city Beijing (110000). */
export const DEMO_ITEMS: readonly DemoItem[] = [
  rentWithdrawal,
  retirementWithdrawal,
  loanRepaymentWithdrawal,
  rentOrder,
  loanRepaymentOrder,
  foodBusinessLicence,
  foodBusinessRenewal,
  foodBusinessCancellation,
  residencePermit,
  residencePermitChange,
  soleTraderRegistration,
  hotelOpening,
];

/** Has written the demo's items, where nobody else is named: what one editor writes another one publishes. */
const AUTHOR: OfficerId = "ofc_dem0ed1t0r000000";

/**
 * Publishes the demo city's items and switches them on, as two editors would, of whom one writes; before them the types of
 * the licences that they issue. Begun anew after an interruption, it goes on where it was.
 */
export async function publishDemoItems(
  actor: Officer,
  context: Pick<Context, "database" | "commit" | "requestId" | "now" | "parts">,
  author: Officer = { ...actor, id: AUTHOR },
): Promise<void> {
  const by = { actor, now: context.now };
  await publishDemoLicenceTypes(actor, author, context);
  for (const { draft, rollOut } of DEMO_ITEMS) {
    if (!(await findServiceItem(draft.code, {}, context.database))) {
      checkDone(draft.code, await saveServiceItemDraft(draft, { ...by, actor: author }, context));
      checkDone(draft.code, await publishServiceItem(draft.code, { reason: REASON }, by, context));
    }
    for (const { region, stage } of rollOut) {
      checkDone(
        draft.code,
        await rollOutServiceItem(draft.code, { region, stage, reason: REASON }, by, context),
      );
    }
  }
}
