import { createRoute } from "@tanstack/react-router";
import { lazyPage } from "../../shared/frame/lazy-page.ts";
import { readAfter, textsOf } from "../../shared/frame/search-texts.ts";
import { root } from "./root.ts";

const cases = createRoute({
  getParentRoute: () => root,
  path: "/cases",
  validateSearch: readAfter,
  component: lazyPage(() => import("../cases/cases-page.tsx"), "CasesPage"),
});

const oneCase = createRoute({
  getParentRoute: () => root,
  path: "/cases/$id",
  component: lazyPage(() => import("../cases/case-page.tsx"), "CasePage"),
});

const services = createRoute({
  getParentRoute: () => root,
  path: "/services",
  /** A life event, which the page knows by its name. */
  validateSearch: textsOf("event"),
  component: lazyPage(() => import("../services/services-page.tsx"), "ServicesPage"),
});

const service = createRoute({
  getParentRoute: () => root,
  path: "/services/$code",
  component: lazyPage(() => import("../services/service-page.tsx"), "ServicePage"),
});

const apply = createRoute({
  getParentRoute: () => root,
  path: "/apply/$code",
  component: lazyPage(() => import("../apply/begin-page.tsx"), "BeginPage"),
});

const fill = createRoute({
  getParentRoute: () => root,
  path: "/cases/$id/edit",
  /** The page of the form; `from` the check, where one comes back to. */
  validateSearch: (search: Record<string, unknown>): { readonly step?: string; readonly from?: "check" } => ({
    ...(search["step"] === undefined ? {} : { step: String(search["step"]) }),
    ...(search["from"] === "check" ? { from: "check" } : {}),
  }),
  component: lazyPage(() => import("../apply/fill-page.tsx"), "FillPage"),
});

const filled = createRoute({
  getParentRoute: () => root,
  path: "/cases/$id/form",
  component: lazyPage(() => import("../apply/filled-page.tsx"), "FilledPage"),
});

const received = createRoute({
  getParentRoute: () => root,
  path: "/cases/$id/received",
  component: lazyPage(() => import("../apply/received-page.tsx"), "ReceivedPage"),
});

const confirm = createRoute({
  getParentRoute: () => root,
  path: "/cases/$id/confirm",
  component: lazyPage(() => import("../apply/confirm-page.tsx"), "ConfirmPage"),
});

const evaluate = createRoute({
  getParentRoute: () => root,
  path: "/cases/$id/evaluate",
  component: lazyPage(() => import("../evaluate/evaluate-page.tsx"), "EvaluatePage"),
});

const act = createRoute({
  getParentRoute: () => root,
  path: "/cases/$id/$act",
  component: lazyPage(() => import("../cases/act-page.tsx"), "ActPage"),
});

const halls = createRoute({
  getParentRoute: () => root,
  path: "/halls",
  validateSearch: textsOf("region", "item", "after"),
  component: lazyPage(() => import("../halls/halls-page.tsx"), "HallsPage"),
});

const hall = createRoute({
  getParentRoute: () => root,
  path: "/halls/$code",
  validateSearch: textsOf("item"),
  component: lazyPage(() => import("../halls/hall-page.tsx"), "HallPage"),
});

const book = createRoute({
  getParentRoute: () => root,
  path: "/halls/$code/book",
  /** All that was chosen so far; `move` is the id of the appointment that is given another time. */
  validateSearch: textsOf("item", "day", "move"),
  component: lazyPage(() => import("../halls/book-page.tsx"), "BookPage"),
});

const appointments = createRoute({
  getParentRoute: () => root,
  path: "/appointments",
  validateSearch: readAfter,
  component: lazyPage(() => import("../appointments/appointments-page.tsx"), "AppointmentsPage"),
});

const appointment = createRoute({
  getParentRoute: () => root,
  path: "/appointments/$id",
  /** The deed that was just done, which the page then says. */
  validateSearch: ({ done }: Record<string, unknown>): { readonly done?: "booked" | "moved" } =>
    done === "booked" || done === "moved" ? { done } : {},
  component: lazyPage(() => import("../appointments/appointment-page.tsx"), "AppointmentPage"),
});

const ticket = createRoute({
  getParentRoute: () => root,
  path: "/tickets/$id",
  component: lazyPage(() => import("../tickets/ticket-page.tsx"), "TicketPage"),
});

/** Pages of service items, cases and halls. */
export const GOVERNMENT_ROUTES = [
  ...[cases, oneCase, services, service, apply, fill, filled, received],
  ...[confirm, evaluate, act, halls, hall, book, appointments, appointment],
  ...[ticket],
] as const;
