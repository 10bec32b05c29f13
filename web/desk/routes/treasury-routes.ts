import { createRoute } from "@tanstack/react-router";
import { lazyPage } from "../../shared/frame/lazy-page.ts";
import { readAfter, textsOf } from "../../shared/frame/search-texts.ts";
import { readStatementSearch } from "../months-offered.ts";
import { root } from "./root.ts";

const treasury = createRoute({
  getParentRoute: () => root,
  path: "/desk/treasury",
  component: lazyPage(() => import("../treasury/treasury-page.tsx"), "TreasuryPage"),
});
const payouts = createRoute({
  getParentRoute: () => root,
  path: "/desk/treasury/payouts",
  validateSearch: readAfter,
  component: lazyPage(() => import("../treasury/payouts-page.tsx"), "PayoutsPage"),
});
const differences = createRoute({
  getParentRoute: () => root,
  path: "/desk/treasury/differences",
  validateSearch: readAfter,
  component: lazyPage(() => import("../treasury/differences-page.tsx"), "DifferencesPage"),
});
const difference = createRoute({
  getParentRoute: () => root,
  path: "/desk/treasury/differences/$id",
  component: lazyPage(() => import("../treasury/difference-page.tsx"), "DifferencePage"),
});
const contracts = createRoute({
  getParentRoute: () => root,
  path: "/desk/treasury/contracts",
  validateSearch: readAfter,
  component: lazyPage(() => import("../treasury/contracts-page.tsx"), "ContractsPage"),
});
const partnerContracts = createRoute({
  getParentRoute: () => root,
  path: "/desk/treasury/contracts/$kind/$partner",
  component: lazyPage(() => import("../treasury/partner-contracts-page.tsx"), "PartnerContractsPage"),
});
const channelSettlements = createRoute({
  getParentRoute: () => root,
  path: "/desk/treasury/channels",
  validateSearch: textsOf("channel", "after"),
  component: lazyPage(() => import("../treasury/channel-settlements-page.tsx"), "ChannelSettlementsPage"),
});
const bankFile = createRoute({
  getParentRoute: () => root,
  path: "/desk/treasury/bank-file",
  component: lazyPage(() => import("../treasury/bank-file-page.tsx"), "BankFilePage"),
});
const chargebacks = createRoute({
  getParentRoute: () => root,
  path: "/desk/treasury/chargebacks",
  component: lazyPage(() => import("../treasury/chargebacks-page.tsx"), "ChargebacksPage"),
});
const clearing = createRoute({
  getParentRoute: () => root,
  path: "/desk/treasury/clearing",
  validateSearch: textsOf("region"),
  component: lazyPage(() => import("../treasury/clearing-page.tsx"), "ClearingPage"),
});
const refund = createRoute({
  getParentRoute: () => root,
  path: "/desk/treasury/refund",
  component: lazyPage(() => import("../treasury/refund-page.tsx"), "RefundPage"),
});
const fares = createRoute({
  getParentRoute: () => root,
  path: "/desk/treasury/fares",
  validateSearch: textsOf("region", "mode"),
  component: lazyPage(() => import("../fares/fares-page.tsx"), "FaresPage"),
});
const accounts = createRoute({
  getParentRoute: () => root,
  path: "/desk/treasury/kinds/$kind",
  validateSearch: readAfter,
  component: lazyPage(() => import("../treasury/accounts-page.tsx"), "AccountsPage"),
});
const account = createRoute({
  getParentRoute: () => root,
  path: "/desk/treasury/accounts/$id",
  validateSearch: readStatementSearch,
  component: lazyPage(() => import("../treasury/account-page.tsx"), "AccountPage"),
});

/** The pages of treasurers. */
export const TREASURY_ROUTES = [
  treasury,
  payouts,
  differences,
  difference,
  contracts,
  partnerContracts,
  channelSettlements,
  bankFile,
  chargebacks,
  clearing,
  fares,
  refund,
  accounts,
  account,
] as const;
