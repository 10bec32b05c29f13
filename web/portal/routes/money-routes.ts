import { createRoute } from "@tanstack/react-router";
import { lazyPage } from "../../shared/frame/lazy-page.ts";
import { readAfter, textOf, textsOf } from "../../shared/frame/search-texts.ts";
import { root } from "./root.ts";

/** The payment's id, as a channel sends it back. */
const readPayment = (search: Record<string, unknown>): { readonly payment: string } => ({
  payment: textOf(search["payment"]) ?? "",
});

const bills = createRoute({
  getParentRoute: () => root,
  path: "/bills",
  component: lazyPage(() => import("../bills/bills-page.tsx"), "BillsPage"),
});

const payBills = createRoute({
  getParentRoute: () => root,
  path: "/bills/pay",
  /** The ids of the bills, separated by commas. They say nothing of the person. */
  validateSearch: (search: Record<string, unknown>) => ({ bills: textOf(search["bills"]) ?? "" }),
  component: lazyPage(() => import("../bills/pay-page.tsx"), "PayPage"),
});

const billsPaid = createRoute({
  getParentRoute: () => root,
  path: "/bills/paid",
  validateSearch: readPayment,
  component: lazyPage(() => import("../bills/paid-page.tsx"), "PaidPage"),
});

const bindAccount = createRoute({
  getParentRoute: () => root,
  path: "/bills/bind",
  component: lazyPage(() => import("../bills/bind-account-page.tsx"), "BindAccountPage"),
});

const utilityAccount = createRoute({
  getParentRoute: () => root,
  path: "/bills/accounts/$account",
  component: lazyPage(() => import("../bills/account-page.tsx"), "AccountPage"),
});

const usage = createRoute({
  getParentRoute: () => root,
  path: "/bills/usage/$account",
  component: lazyPage(() => import("../bills/usage-page.tsx"), "UsagePage"),
});

const payments = createRoute({
  getParentRoute: () => root,
  path: "/bills/payments",
  validateSearch: readAfter,
  component: lazyPage(() => import("../payments/payments-page.tsx"), "PaymentsPage"),
});

const cards = createRoute({
  getParentRoute: () => root,
  path: "/cards",
  component: lazyPage(() => import("../cards/cards-page.tsx"), "CardsPage"),
});

const newCard = createRoute({
  getParentRoute: () => root,
  path: "/cards/new",
  component: lazyPage(() => import("../cards/new-card-page.tsx"), "NewCardPage"),
});

const cardEntitlements = createRoute({
  getParentRoute: () => root,
  path: "/cards/entitlements",
  component: lazyPage(() => import("../cards/entitlements-page.tsx"), "EntitlementsPage"),
});

const cardFare = createRoute({
  getParentRoute: () => root,
  path: "/cards/fare",
  component: lazyPage(() => import("../cards/fare-page.tsx"), "FarePage"),
});

const bindCard = createRoute({
  getParentRoute: () => root,
  path: "/cards/bind",
  component: lazyPage(() => import("../cards/bind-card-page.tsx"), "BindCardPage"),
});

const cardToppedUp = createRoute({
  getParentRoute: () => root,
  path: "/cards/topped-up",
  validateSearch: readPayment,
  component: lazyPage(() => import("../cards/topped-up-page.tsx"), "ToppedUpPage"),
});

const trip = createRoute({
  getParentRoute: () => root,
  path: "/cards/trips/$trip",
  component: lazyPage(() => import("../cards/trip-page.tsx"), "TripPage"),
});

const card = createRoute({
  getParentRoute: () => root,
  path: "/cards/$card",
  validateSearch: textsOf("after", "refused"),
  component: lazyPage(() => import("../cards/card-page.tsx"), "CardPage"),
});

const topUp = createRoute({
  getParentRoute: () => root,
  path: "/cards/$card/top-up",
  component: lazyPage(() => import("../cards/top-up-page.tsx"), "TopUpPage"),
});

const ride = createRoute({
  getParentRoute: () => root,
  path: "/cards/$card/ride",
  component: lazyPage(() => import("../cards/ride/ride-page.tsx"), "RidePage", true),
});

const replaceCard = createRoute({
  getParentRoute: () => root,
  path: "/cards/$card/replace",
  component: lazyPage(() => import("../cards/replace-card-page.tsx"), "ReplaceCardPage"),
});

const closeCard = createRoute({
  getParentRoute: () => root,
  path: "/cards/$card/close",
  component: lazyPage(() => import("../cards/close-card-page.tsx"), "CloseCardPage"),
});

const fund = createRoute({
  getParentRoute: () => root,
  path: "/fund",
  component: lazyPage(() => import("../fund/fund-page.tsx"), "FundPage"),
});

const fundHistory = createRoute({
  getParentRoute: () => root,
  path: "/fund/history",
  validateSearch: readAfter,
  component: lazyPage(() => import("../fund/history-page.tsx"), "FundHistoryPage"),
});

const loan = createRoute({
  getParentRoute: () => root,
  path: "/fund/loans/$loan",
  /** A year of its plan. */
  validateSearch: (search: Record<string, unknown>): { readonly year?: number } => {
    const year = Number(search["year"]);
    return Number.isInteger(year) && year >= 1900 && year <= 9999 ? { year } : {};
  },
  component: lazyPage(() => import("../fund/loan-page.tsx"), "LoanPage"),
});

const withdraw = createRoute({
  getParentRoute: () => root,
  path: "/fund/withdraw",
  component: lazyPage(() => import("../fund/withdraw-page.tsx"), "WithdrawPage"),
});

const fundSpouse = createRoute({
  getParentRoute: () => root,
  path: "/fund/spouse",
  component: lazyPage(() => import("../fund/spouse-page.tsx"), "SpousePage"),
});

const redirectPayout = createRoute({
  getParentRoute: () => root,
  path: "/payouts/$payout",
  component: lazyPage(() => import("../payouts/redirect-page.tsx"), "RedirectPage"),
});

/** Pages of bills, cards and the housing fund. */
export const MONEY_ROUTES = [
  ...[bills, payBills, billsPaid, bindAccount, utilityAccount, usage, payments, cards],
  ...[newCard, bindCard, cardToppedUp, trip, card, topUp, ride, replaceCard],
  ...[closeCard, cardEntitlements, cardFare, fund, fundHistory, loan, withdraw, fundSpouse, redirectPayout],
] as const;
