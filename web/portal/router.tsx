import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from "@tanstack/react-router";
import { CrashPage } from "../shared/frame/other-pages.tsx";
import { Waiting } from "../shared/ui/waiting.tsx";
import { FrontPage } from "./front/front-page.tsx";
import { NoSuchPage } from "./no-such-page.tsx";
import { PortalFrame } from "./portal-frame.tsx";

const root = createRootRoute({ component: PortalFrame });

/** A cursor of the API says where a list goes on, and nothing else. */
const textOf = (value: unknown): string | undefined => (typeof value === "string" ? value : undefined);
const validateAfter = (search: Record<string, unknown>): { readonly after?: string } => {
  const after = textOf(search["after"]);
  return after === undefined ? {} : { after };
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
  /** The payment's id, as a channel sends it back. */
  validateSearch: (search: Record<string, unknown>) => ({ payment: textOf(search["payment"]) ?? "" }),
  component: lazyRouteComponent(() => import("./bills/paid-page.tsx"), "PaidPage"),
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
const messages = createRoute({
  getParentRoute: () => root,
  path: "/messages",
  validateSearch: validateAfter,
  component: lazyRouteComponent(() => import("./messages/messages-page.tsx"), "MessagesPage"),
});
const services = createRoute({
  getParentRoute: () => root,
  path: "/services",
  component: lazyRouteComponent(() => import("./services/services-page.tsx"), "ServicesPage"),
});
const service = createRoute({
  getParentRoute: () => root,
  path: "/services/$code",
  component: lazyRouteComponent(() => import("./services/service-page.tsx"), "ServicePage"),
});

export const router = createRouter({
  routeTree: root.addChildren([
    ...[front, signedIn, bills, payBills, billsPaid, usage, payments],
    ...[cases, oneCase, messages, services, service],
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
