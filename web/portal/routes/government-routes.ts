import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { root } from "./root.ts";
import { texts, validateAfter } from "./search.ts";

const cases = createRoute({
  getParentRoute: () => root,
  path: "/cases",
  validateSearch: validateAfter,
  component: lazyRouteComponent(() => import("../cases/cases-page.tsx"), "CasesPage"),
});

const oneCase = createRoute({
  getParentRoute: () => root,
  path: "/cases/$id",
  component: lazyRouteComponent(() => import("../cases/case-page.tsx"), "CasePage"),
});

const services = createRoute({
  getParentRoute: () => root,
  path: "/services",
  /** A life event, which the page knows by its name. */
  validateSearch: (search: Record<string, unknown>) => texts(search, "event"),
  component: lazyRouteComponent(() => import("../services/services-page.tsx"), "ServicesPage"),
});

const service = createRoute({
  getParentRoute: () => root,
  path: "/services/$code",
  component: lazyRouteComponent(() => import("../services/service-page.tsx"), "ServicePage"),
});

const apply = createRoute({
  getParentRoute: () => root,
  path: "/apply/$code",
  component: lazyRouteComponent(() => import("../apply/begin-page.tsx"), "BeginPage"),
});

const fill = createRoute({
  getParentRoute: () => root,
  path: "/cases/$id/edit",
  /** The page of the form; `from` the check, where one comes back to. */
  validateSearch: (search: Record<string, unknown>): { readonly step?: string; readonly from?: "check" } => ({
    ...(search["step"] === undefined ? {} : { step: String(search["step"]) }),
    ...(search["from"] === "check" ? { from: "check" } : {}),
  }),
  component: lazyRouteComponent(() => import("../apply/fill-page.tsx"), "FillPage"),
});

const filled = createRoute({
  getParentRoute: () => root,
  path: "/cases/$id/form",
  component: lazyRouteComponent(() => import("../apply/filled-page.tsx"), "FilledPage"),
});

const received = createRoute({
  getParentRoute: () => root,
  path: "/cases/$id/received",
  component: lazyRouteComponent(() => import("../apply/received-page.tsx"), "ReceivedPage"),
});

const confirm = createRoute({
  getParentRoute: () => root,
  path: "/cases/$id/confirm",
  component: lazyRouteComponent(() => import("../apply/confirm-page.tsx"), "ConfirmPage"),
});

const evaluate = createRoute({
  getParentRoute: () => root,
  path: "/cases/$id/evaluate",
  component: lazyRouteComponent(() => import("../evaluate/evaluate-page.tsx"), "EvaluatePage"),
});

const act = createRoute({
  getParentRoute: () => root,
  path: "/cases/$id/$act",
  component: lazyRouteComponent(() => import("../cases/act-page.tsx"), "ActPage"),
});

const halls = createRoute({
  getParentRoute: () => root,
  path: "/halls",
  validateSearch: (search: Record<string, unknown>) => texts(search, "region", "item", "after"),
  component: lazyRouteComponent(() => import("../halls/halls-page.tsx"), "HallsPage"),
});

const hall = createRoute({
  getParentRoute: () => root,
  path: "/halls/$code",
  validateSearch: (search: Record<string, unknown>) => texts(search, "item"),
  component: lazyRouteComponent(() => import("../halls/hall-page.tsx"), "HallPage"),
});

const book = createRoute({
  getParentRoute: () => root,
  path: "/halls/$code/book",
  /** All that was chosen so far; `move` is the id of the appointment that is given another time. */
  validateSearch: (search: Record<string, unknown>) => texts(search, "item", "day", "move"),
  component: lazyRouteComponent(() => import("../halls/book-page.tsx"), "BookPage"),
});

const appointments = createRoute({
  getParentRoute: () => root,
  path: "/appointments",
  validateSearch: validateAfter,
  component: lazyRouteComponent(() => import("../appointments/appointments-page.tsx"), "AppointmentsPage"),
});

const appointment = createRoute({
  getParentRoute: () => root,
  path: "/appointments/$id",
  /** The deed that was just done, which the page then says. */
  validateSearch: ({ done }: Record<string, unknown>): { readonly done?: "booked" | "moved" } =>
    done === "booked" || done === "moved" ? { done } : {},
  component: lazyRouteComponent(() => import("../appointments/appointment-page.tsx"), "AppointmentPage"),
});

const ticket = createRoute({
  getParentRoute: () => root,
  path: "/tickets/$id",
  component: lazyRouteComponent(() => import("../tickets/ticket-page.tsx"), "TicketPage"),
});

/** Pages of service items, cases and halls. */
export const GOVERNMENT_ROUTES = [
  ...[cases, oneCase, services, service, apply, fill, filled, received],
  ...[confirm, evaluate, act, halls, hall, book, appointments, appointment],
  ...[ticket],
] as const;
