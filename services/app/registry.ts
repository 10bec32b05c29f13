import { TRANSIT } from "../convenience/transit/service.ts";
import { UTILITIES } from "../convenience/utilities/service.ts";
import { CASES } from "../government/cases/service.ts";
import { CATALOGUE } from "../government/catalogue/service.ts";
import { FIGURES } from "../government/figures/service.ts";
import { HALLS } from "../government/halls/service.ts";
import { HOUSING_FUND } from "../government/housing-fund/service.ts";
import { INSPECTIONS } from "../government/inspections/service.ts";
import { INSPECTORS } from "../government/inspectors/service.ts";
import { LICENCES } from "../government/licences/service.ts";
import { SUPERVISION } from "../government/supervision/service.ts";
import type { Service } from "../kernel/service.ts";
import { LEDGER } from "../money/ledger/service.ts";
import { PAYMENTS } from "../money/payments/service.ts";
import { PAYOUT_ACCOUNTS } from "../money/payout-accounts/service.ts";
import { PAYOUTS } from "../money/payouts/service.ts";
import { CITIZENS } from "../people/citizens/service.ts";
import { ENTERPRISES } from "../people/enterprises/service.ts";
import { NOTIFICATIONS } from "../people/notifications/service.ts";
import { PARTNERS } from "../people/partners/service.ts";
import { TELEPHONES } from "../people/telephones/service.ts";
import { TO_DOS } from "../people/todo/service.ts";

/** What each service is. The one list of all of them: a new service adds its line here and to `api.ts`. */
export const SERVICES = [
  CITIZENS,
  ENTERPRISES,
  PARTNERS,
  TELEPHONES,
  NOTIFICATIONS,
  TO_DOS,
  LEDGER,
  PAYMENTS,
  PAYOUTS,
  PAYOUT_ACCOUNTS,
  CATALOGUE,
  FIGURES,
  INSPECTORS,
  CASES,
  HOUSING_FUND,
  LICENCES,
  INSPECTIONS,
  HALLS,
  SUPERVISION,
  UTILITIES,
  TRANSIT,
] as const satisfies readonly Service[];
