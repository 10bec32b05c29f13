import type { Resolvers } from "../api/generated/types.ts";
import { nodeResolvers } from "../api/node.ts";
import type { Prefetches } from "../api/prefetch.ts";
import type { ServiceApi } from "../api/service.ts";
import { viewerResolvers } from "../api/viewer.ts";
import { wordResolvers } from "../api/words.ts";
import { transitApi } from "../convenience/transit/api.ts";
import { utilitiesApi } from "../convenience/utilities/api.ts";
import { casesApi } from "../government/cases/api.ts";
import { catalogueApi } from "../government/catalogue/api.ts";
import { figuresApi } from "../government/figures/api.ts";
import { hallsApi } from "../government/halls/api.ts";
import { housingFundApi } from "../government/housing-fund/api.ts";
import { inspectionsApi } from "../government/inspections/api.ts";
import { inspectorsApi } from "../government/inspectors/api.ts";
import { licencesApi } from "../government/licences/api.ts";
import { regionsApi } from "../government/regions/api.ts";
import { supervisionApi } from "../government/supervision/api.ts";
import { API_WORDS } from "../kernel/enum-words.ts";
import type { EnumWords } from "../kernel/service.ts";
import { ledgerApi } from "../money/ledger/api.ts";
import { paymentsApi } from "../money/payments/api.ts";
import { payoutAccountsApi } from "../money/payout-accounts/api.ts";
import { payoutsApi } from "../money/payouts/api.ts";
import { settlementsApi } from "../money/settlements/api.ts";
import { citizensApi } from "../people/citizens/api.ts";
import { enterprisesApi } from "../people/enterprises/api.ts";
import { notificationsApi } from "../people/notifications/api.ts";
import { officersApi } from "../people/officers/api.ts";
import { partnersApi } from "../people/partners/api.ts";
import { remediesApi } from "../people/remedies/api.ts";
import { telephonesApi } from "../people/telephones/api.ts";
import { toDosApi } from "../people/todo/api.ts";

/** The API of every service: a new one adds a line here and one to `registry.ts`. */
export const SERVICE_APIS: readonly ServiceApi[] = [
  citizensApi,
  enterprisesApi,
  partnersApi,
  officersApi,
  remediesApi,
  telephonesApi,
  notificationsApi,
  toDosApi,
  ledgerApi,
  paymentsApi,
  payoutsApi,
  payoutAccountsApi,
  settlementsApi,
  regionsApi,
  catalogueApi,
  figuresApi,
  inspectorsApi,
  casesApi,
  housingFundApi,
  licencesApi,
  inspectionsApi,
  hallsApi,
  supervisionApi,
  utilitiesApi,
  transitApi,
];

/** How people read the values of all enums. */
export const enumWords: EnumWords = Object.assign(
  { ...API_WORDS },
  ...SERVICE_APIS.map((service) => service.enumWords ?? {}),
);

export const resolvers: readonly Resolvers[] = [
  viewerResolvers,
  wordResolvers(enumWords),
  nodeResolvers(Object.assign({}, ...SERVICE_APIS.map(({ nodes }) => nodes))),
  ...SERVICE_APIS.flatMap((service) => service.resolvers),
];

/** All that the API serves: what a process composes its handler of. */
export type Api = { readonly resolvers: readonly Resolvers[]; readonly prefetches: readonly Prefetches[] };

export const api: Api = {
  resolvers,
  prefetches: SERVICE_APIS.flatMap(({ prefetches }) => (prefetches ? [prefetches] : [])),
};
