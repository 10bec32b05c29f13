import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from "@tanstack/react-router";
import { CrashPage } from "../shared/frame/other-pages.tsx";
import { Waiting } from "../shared/ui/waiting.tsx";
import { FrontPage } from "./front/front-page.tsx";
import { NoSuchPage } from "./no-such-page.tsx";
import { PortalFrame } from "./portal-frame.tsx";

const root = createRootRoute({ component: PortalFrame });

/** The router reads a value of digits alone as a number. */
const textOf = (value: unknown): string | undefined =>
  typeof value === "string" ? value : typeof value === "number" ? String(value) : undefined;
/** A cursor of the API says where a list goes on, and nothing else. */
const validateAfter = (search: Record<string, unknown>): { readonly after?: string } => {
  const after = textOf(search["after"]);
  return after === undefined ? {} : { after };
};

/** The payment's id, as a channel sends it back. */
const validatePayment = (search: Record<string, unknown>): { readonly payment: string } => ({
  payment: textOf(search["payment"]) ?? "",
});

/** Codes, days and ids that an address may have. */
const texts = <Name extends string>(
  search: Record<string, unknown>,
  ...names: readonly Name[]
): { readonly [K in Name]?: string } => {
  const found: { [K in Name]?: string } = {};
  for (const name of names) {
    const text = textOf(search[name]);
    if (text !== undefined) found[name] = text;
  }
  return found;
};

/** Every page but the first is a file of its own, which a browser loads as it comes to it. */
const front = createRoute({ getParentRoute: () => root, path: "/", component: FrontPage });
const signedIn = createRoute({
  getParentRoute: () => root,
  path: "/signed-in",
  component: lazyRouteComponent(() => import("../shared/frame/signed-in-page.tsx"), "SignedInPage"),
});
const bills = createRoute({
  getParentRoute: () => root,
  path: "/bills",
  component: lazyRouteComponent(() => import("./bills/bills-page.tsx"), "BillsPage"),
});
const payBills = createRoute({
  getParentRoute: () => root,
  path: "/bills/pay",
  /** The ids of the bills, separated by commas. They say nothing of the person. */
  validateSearch: (search: Record<string, unknown>) => ({ bills: textOf(search["bills"]) ?? "" }),
  component: lazyRouteComponent(() => import("./bills/pay-page.tsx"), "PayPage"),
});
const billsPaid = createRoute({
  getParentRoute: () => root,
  path: "/bills/paid",
  validateSearch: validatePayment,
  component: lazyRouteComponent(() => import("./bills/paid-page.tsx"), "PaidPage"),
});
const bindAccount = createRoute({
  getParentRoute: () => root,
  path: "/bills/bind",
  component: lazyRouteComponent(() => import("./bills/bind-account-page.tsx"), "BindAccountPage"),
});
const utilityAccount = createRoute({
  getParentRoute: () => root,
  path: "/bills/accounts/$account",
  component: lazyRouteComponent(() => import("./bills/account-page.tsx"), "AccountPage"),
});
const usage = createRoute({
  getParentRoute: () => root,
  path: "/bills/usage/$account",
  component: lazyRouteComponent(() => import("./bills/usage-page.tsx"), "UsagePage"),
});
const payments = createRoute({
  getParentRoute: () => root,
  path: "/bills/payments",
  validateSearch: validateAfter,
  component: lazyRouteComponent(() => import("./payments/payments-page.tsx"), "PaymentsPage"),
});
const cards = createRoute({
  getParentRoute: () => root,
  path: "/cards",
  component: lazyRouteComponent(() => import("./cards/cards-page.tsx"), "CardsPage"),
});
const newCard = createRoute({
  getParentRoute: () => root,
  path: "/cards/new",
  component: lazyRouteComponent(() => import("./cards/new-card-page.tsx"), "NewCardPage"),
});
const bindCard = createRoute({
  getParentRoute: () => root,
  path: "/cards/bind",
  component: lazyRouteComponent(() => import("./cards/bind-card-page.tsx"), "BindCardPage"),
});
const cardToppedUp = createRoute({
  getParentRoute: () => root,
  path: "/cards/topped-up",
  validateSearch: validatePayment,
  component: lazyRouteComponent(() => import("./cards/topped-up-page.tsx"), "ToppedUpPage"),
});
const trip = createRoute({
  getParentRoute: () => root,
  path: "/cards/trips/$trip",
  component: lazyRouteComponent(() => import("./cards/trip-page.tsx"), "TripPage"),
});
const card = createRoute({
  getParentRoute: () => root,
  path: "/cards/$card",
  validateSearch: validateAfter,
  component: lazyRouteComponent(() => import("./cards/card-page.tsx"), "CardPage"),
});
const topUp = createRoute({
  getParentRoute: () => root,
  path: "/cards/$card/top-up",
  component: lazyRouteComponent(() => import("./cards/top-up-page.tsx"), "TopUpPage"),
});
const ride = createRoute({
  getParentRoute: () => root,
  path: "/cards/$card/ride",
  component: lazyRouteComponent(() => import("./cards/ride/ride-page.tsx"), "RidePage"),
});
const replaceCard = createRoute({
  getParentRoute: () => root,
  path: "/cards/$card/replace",
  component: lazyRouteComponent(() => import("./cards/replace-card-page.tsx"), "ReplaceCardPage"),
});
const closeCard = createRoute({
  getParentRoute: () => root,
  path: "/cards/$card/close",
  component: lazyRouteComponent(() => import("./cards/close-card-page.tsx"), "CloseCardPage"),
});
const cases = createRoute({
  getParentRoute: () => root,
  path: "/cases",
  validateSearch: validateAfter,
  component: lazyRouteComponent(() => import("./cases/cases-page.tsx"), "CasesPage"),
});
const oneCase = createRoute({
  getParentRoute: () => root,
  path: "/cases/$id",
  component: lazyRouteComponent(() => import("./cases/case-page.tsx"), "CasePage"),
});
const apply = createRoute({
  getParentRoute: () => root,
  path: "/apply/$code",
  component: lazyRouteComponent(() => import("./apply/begin-page.tsx"), "BeginPage"),
});
const fill = createRoute({
  getParentRoute: () => root,
  path: "/cases/$id/edit",
  /** The page of the form; `from` the check, where one comes back to. */
  validateSearch: (search: Record<string, unknown>): { readonly step?: string; readonly from?: "check" } => ({
    ...(search["step"] === undefined ? {} : { step: String(search["step"]) }),
    ...(search["from"] === "check" ? { from: "check" } : {}),
  }),
  component: lazyRouteComponent(() => import("./apply/fill-page.tsx"), "FillPage"),
});
const received = createRoute({
  getParentRoute: () => root,
  path: "/cases/$id/received",
  component: lazyRouteComponent(() => import("./apply/received-page.tsx"), "ReceivedPage"),
});
const confirm = createRoute({
  getParentRoute: () => root,
  path: "/cases/$id/confirm",
  component: lazyRouteComponent(() => import("./apply/confirm-page.tsx"), "ConfirmPage"),
});
const evaluate = createRoute({
  getParentRoute: () => root,
  path: "/cases/$id/evaluate",
  component: lazyRouteComponent(() => import("./evaluate/evaluate-page.tsx"), "EvaluatePage"),
});
const filled = createRoute({
  getParentRoute: () => root,
  path: "/cases/$id/form",
  component: lazyRouteComponent(() => import("./apply/filled-page.tsx"), "FilledPage"),
});
const act = createRoute({
  getParentRoute: () => root,
  path: "/cases/$id/$act",
  component: lazyRouteComponent(() => import("./cases/act-page.tsx"), "ActPage"),
});
const messages = createRoute({
  getParentRoute: () => root,
  path: "/messages",
  validateSearch: validateAfter,
  component: lazyRouteComponent(() => import("./messages/messages-page.tsx"), "MessagesPage"),
});
const services = createRoute({
  getParentRoute: () => root,
  path: "/services",
  /** A life event, which the page knows by its name. */
  validateSearch: (search: Record<string, unknown>) => texts(search, "event"),
  component: lazyRouteComponent(() => import("./services/services-page.tsx"), "ServicesPage"),
});
const service = createRoute({
  getParentRoute: () => root,
  path: "/services/$code",
  component: lazyRouteComponent(() => import("./services/service-page.tsx"), "ServicePage"),
});
const fund = createRoute({
  getParentRoute: () => root,
  path: "/fund",
  component: lazyRouteComponent(() => import("./fund/fund-page.tsx"), "FundPage"),
});
const fundHistory = createRoute({
  getParentRoute: () => root,
  path: "/fund/history",
  validateSearch: validateAfter,
  component: lazyRouteComponent(() => import("./fund/history-page.tsx"), "FundHistoryPage"),
});
const loan = createRoute({
  getParentRoute: () => root,
  path: "/fund/loans/$loan",
  /** A year of its plan. */
  validateSearch: (search: Record<string, unknown>): { readonly year?: number } => {
    const year = Number(search["year"]);
    return Number.isInteger(year) && year >= 1900 && year <= 9999 ? { year } : {};
  },
  component: lazyRouteComponent(() => import("./fund/loan-page.tsx"), "LoanPage"),
});
const withdraw = createRoute({
  getParentRoute: () => root,
  path: "/fund/withdraw",
  component: lazyRouteComponent(() => import("./fund/withdraw-page.tsx"), "WithdrawPage"),
});
const privacy = createRoute({
  getParentRoute: () => root,
  path: "/privacy",
  component: lazyRouteComponent(() => import("./privacy/privacy-page.tsx"), "PrivacyPage"),
});
const consent = createRoute({
  getParentRoute: () => root,
  path: "/consent",
  component: lazyRouteComponent(() => import("./privacy/consent-page.tsx"), "ConsentPage"),
});
const acting = createRoute({
  getParentRoute: () => root,
  path: "/acting",
  component: lazyRouteComponent(() => import("./acting/acting-page.tsx"), "ActingPage"),
});
const giveAuthority = createRoute({
  getParentRoute: () => root,
  path: "/acting/give",
  component: lazyRouteComponent(() => import("./acting/give-page.tsx"), "GivePage"),
});
const licences = createRoute({
  getParentRoute: () => root,
  path: "/licences",
  component: lazyRouteComponent(() => import("./licences/licences-page.tsx"), "LicencesPage"),
});
const licence = createRoute({
  getParentRoute: () => root,
  path: "/licences/$number",
  component: lazyRouteComponent(() => import("./licences/licence-page.tsx"), "LicencePage"),
});
const telephone = createRoute({
  getParentRoute: () => root,
  path: "/me/telephone",
  component: lazyRouteComponent(() => import("./me/telephone-page.tsx"), "TelephonePage"),
});
const accounts = createRoute({
  getParentRoute: () => root,
  path: "/me/accounts",
  component: lazyRouteComponent(() => import("./me/accounts-page.tsx"), "AccountsPage"),
});
const readings = createRoute({
  getParentRoute: () => root,
  path: "/privacy/readings",
  validateSearch: validateAfter,
  component: lazyRouteComponent(() => import("./privacy/readings-page.tsx"), "ReadingsPage"),
});
const me = createRoute({
  getParentRoute: () => root,
  path: "/me",
  component: lazyRouteComponent(() => import("./me/me-page.tsx"), "MePage"),
});

const halls = createRoute({
  getParentRoute: () => root,
  path: "/halls",
  validateSearch: (search: Record<string, unknown>) => texts(search, "region", "item", "after"),
  component: lazyRouteComponent(() => import("./halls/halls-page.tsx"), "HallsPage"),
});
const hall = createRoute({
  getParentRoute: () => root,
  path: "/halls/$code",
  validateSearch: (search: Record<string, unknown>) => texts(search, "item"),
  component: lazyRouteComponent(() => import("./halls/hall-page.tsx"), "HallPage"),
});
const book = createRoute({
  getParentRoute: () => root,
  path: "/halls/$code/book",
  /** All that was chosen so far; `move` is the id of the appointment that is given another time. */
  validateSearch: (search: Record<string, unknown>) => texts(search, "item", "day", "move"),
  component: lazyRouteComponent(() => import("./halls/book-page.tsx"), "BookPage"),
});
const appointments = createRoute({
  getParentRoute: () => root,
  path: "/appointments",
  validateSearch: validateAfter,
  component: lazyRouteComponent(() => import("./appointments/appointments-page.tsx"), "AppointmentsPage"),
});
const appointment = createRoute({
  getParentRoute: () => root,
  path: "/appointments/$id",
  /** The deed that was just done, which the page then says. */
  validateSearch: ({ done }: Record<string, unknown>): { readonly done?: "booked" | "moved" } =>
    done === "booked" || done === "moved" ? { done } : {},
  component: lazyRouteComponent(() => import("./appointments/appointment-page.tsx"), "AppointmentPage"),
});
const ticket = createRoute({
  getParentRoute: () => root,
  path: "/tickets/$id",
  component: lazyRouteComponent(() => import("./tickets/ticket-page.tsx"), "TicketPage"),
});

export const router = createRouter({
  routeTree: root.addChildren([
    ...[front, signedIn, bills, payBills, billsPaid, bindAccount, utilityAccount, usage, payments],
    ...[cards, newCard, bindCard, cardToppedUp, trip, card, topUp, ride, replaceCard, closeCard],
    ...[cases, oneCase, messages, services, service],
    ...[me, telephone, accounts, fund, fundHistory, loan, withdraw],
    ...[licences, licence, privacy, consent, readings, acting, giveAuthority],
    ...[halls, hall, book, appointments, appointment, ticket],
    ...[apply, fill, filled, received, confirm, evaluate, act],
  ]),
  // Another case is another page, with nothing typed or chosen in it.
  defaultRemountDeps: ({ params }) => params,
  defaultPendingComponent: Waiting,
  defaultErrorComponent: CrashPage,
  defaultNotFoundComponent: NoSuchPage,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
