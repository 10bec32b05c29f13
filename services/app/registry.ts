import { transit } from "../convenience/transit/runtime.ts";
import { utilities } from "../convenience/utilities/runtime.ts";
import { cases } from "../government/cases/runtime.ts";
import { CATALOGUE } from "../government/catalogue/service.ts";
import { figures } from "../government/figures/runtime.ts";
import { halls } from "../government/halls/runtime.ts";
import { housingFund } from "../government/housing-fund/runtime.ts";
import { inspections } from "../government/inspections/runtime.ts";
import { INSPECTORS } from "../government/inspectors/service.ts";
import { licences } from "../government/licences/runtime.ts";
import { REGIONS } from "../government/regions/service.ts";
import { supervision } from "../government/supervision/runtime.ts";
import type { Offered, ServiceRuntime } from "../kernel/service-runtime.ts";
import { ledger } from "../money/ledger/runtime.ts";
import { payments } from "../money/payments/runtime.ts";
import { payoutAccounts } from "../money/payout-accounts/runtime.ts";
import { PAYOUTS } from "../money/payouts/service.ts";
import { settlements } from "../money/settlements/runtime.ts";
import { citizens } from "../people/citizens/runtime.ts";
import { enterprises } from "../people/enterprises/runtime.ts";
import { notifications } from "../people/notifications/runtime.ts";
import { OFFICERS } from "../people/officers/service.ts";
import { partners } from "../people/partners/runtime.ts";
import { REMEDIES } from "../people/remedies/service.ts";
import { telephones } from "../people/telephones/runtime.ts";
import { toDos } from "../people/todo/runtime.ts";

/**
 * Every service: what it is and, where it does more than answer the API, what it does. The one list of all of them; a new
 * service adds a line here and one to `api.ts`. The order is that in which offers are taken and events are heard.
 */
export const RUNTIMES = [
  citizens,
  enterprises,
  partners,
  { service: OFFICERS },
  { service: REMEDIES },
  telephones,
  notifications,
  toDos,
  ledger,
  payments,
  { service: PAYOUTS },
  payoutAccounts,
  settlements,
  { service: REGIONS },
  { service: CATALOGUE },
  figures,
  { service: INSPECTORS },
  cases,
  housingFund,
  licences,
  inspections,
  halls,
  supervision,
  utilities,
  transit,
] as const satisfies readonly ServiceRuntime[];

/** The statement of each service. */
export const SERVICES = RUNTIMES.map(({ service }) => service);

const runtimes: readonly ServiceRuntime[] = RUNTIMES;

/** The offers of all services of a kind. */
export const offered: Offered = (kind) => runtimes.flatMap(({ offers }) => offers?.[kind] ?? []);
