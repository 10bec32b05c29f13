import { API_MESSAGES } from "../api/messages.ts";
import { TRANSIT_MESSAGES } from "../convenience/transit/messages.ts";
import { UTILITY_MESSAGES } from "../convenience/utilities/messages.ts";
import { QUEUE_MESSAGES } from "../government/cases/lists/messages.ts";
import { MANDATE_MESSAGES } from "../government/cases/mandate/messages.ts";
import { MATERIAL_MESSAGES } from "../government/cases/materials/messages.ts";
import { CASE_MESSAGES } from "../government/cases/messages.ts";
import { NOTE_MESSAGES } from "../government/cases/notes/messages.ts";
import { SITE_INSPECTION_MESSAGES } from "../government/cases/site-inspection/messages.ts";
import { CATALOGUE_MESSAGES } from "../government/catalogue/messages.ts";
import { FIGURE_MESSAGES } from "../government/figures/messages.ts";
import { HALL_MESSAGES } from "../government/halls/messages.ts";
import { FUND_MESSAGES } from "../government/housing-fund/messages.ts";
import { INSPECTION_MESSAGES } from "../government/inspections/messages.ts";
import { INSPECTOR_MESSAGES } from "../government/inspectors/messages.ts";
import { LICENCE_MESSAGES } from "../government/licences/messages.ts";
import { SUPERVISION_MESSAGES } from "../government/supervision/messages.ts";
import { type SayIn, sayFrom } from "../kernel/message.ts";
import { PAYMENT_MESSAGES } from "../money/payments/messages.ts";
import { PAYOUT_ACCOUNT_MESSAGES } from "../money/payout-accounts/messages.ts";
import { CITIZEN_MESSAGES } from "../people/citizens/messages.ts";
import { ENTERPRISE_MESSAGES } from "../people/enterprises/messages.ts";
import { PARTNER_MESSAGES } from "../people/partners/messages.ts";
import { TELEPHONE_MESSAGES } from "../people/telephones/messages.ts";
import { TO_DO_MESSAGES } from "../people/todo/messages.ts";

/** The texts of the API and of all services. A service that merged texts and is missing here does not compile. */
export const sayIn: SayIn = sayFrom([
  API_MESSAGES,
  PARTNER_MESSAGES,
  CITIZEN_MESSAGES,
  ENTERPRISE_MESSAGES,
  TELEPHONE_MESSAGES,
  TO_DO_MESSAGES,
  PAYMENT_MESSAGES,
  PAYOUT_ACCOUNT_MESSAGES,
  UTILITY_MESSAGES,
  TRANSIT_MESSAGES,
  CATALOGUE_MESSAGES,
  FIGURE_MESSAGES,
  INSPECTOR_MESSAGES,
  CASE_MESSAGES,
  QUEUE_MESSAGES,
  MANDATE_MESSAGES,
  MATERIAL_MESSAGES,
  NOTE_MESSAGES,
  SITE_INSPECTION_MESSAGES,
  LICENCE_MESSAGES,
  INSPECTION_MESSAGES,
  HALL_MESSAGES,
  FUND_MESSAGES,
  SUPERVISION_MESSAGES,
]);
