import { createRoute, createRouter } from "@tanstack/react-router";
import { CrashPage } from "../shared/frame/crash-page.tsx";
import { lazyPage } from "../shared/frame/lazy-page.ts";
import { readPlainSearch, writePlainSearch } from "../shared/frame/plain-search.ts";
import { readAfter, textsOf } from "../shared/frame/search-texts.ts";
import { Waiting } from "../shared/ui/waiting.tsx";
import { readFiguresSearch } from "./figures/figures-search.ts";
import { FrontPage } from "./front/front-page.tsx";
import { NoSuchPage } from "./no-such-page.tsx";
import { readPartnersSearch } from "./partners/partners-search.ts";
import { readQueueSearch } from "./queue/queue-search.ts";
import { readRemediesSearch } from "./remedies/remedies-search.ts";
import { LICENCE_TYPE_ROUTES } from "./routes/licence-type-routes.ts";
import { root } from "./routes/root.ts";
import { TREASURY_ROUTES } from "./routes/treasury-routes.ts";
import { readAuditSearch, readPlaceSearch, readSupervisionSearch } from "./supervision/place-search.ts";

/** Every page but the first is a file of its own, which a browser loads as it comes to it. */
const front = createRoute({ getParentRoute: () => root, path: "/desk", component: FrontPage });
const signedIn = createRoute({
  getParentRoute: () => root,
  path: "/desk/signed-in",
  component: lazyPage(() => import("../shared/frame/signed-in-page.tsx"), "SignedInPage"),
});
const remedies = createRoute({
  getParentRoute: () => root,
  path: "/desk/remedies",
  validateSearch: readRemediesSearch,
  component: lazyPage(() => import("./remedies/remedies-page.tsx"), "RemediesPage"),
});
const queue = createRoute({
  getParentRoute: () => root,
  path: "/desk/queue",
  validateSearch: readQueueSearch,
  component: lazyPage(() => import("./queue/queue-page.tsx"), "QueuePage"),
});
const search = createRoute({
  getParentRoute: () => root,
  path: "/desk/search",
  component: lazyPage(() => import("./search/search-page.tsx"), "SearchPage"),
});
const oneCase = createRoute({
  getParentRoute: () => root,
  path: "/desk/cases/$id",
  /** The act that is open: a key of web/desk/cases/acts. */
  validateSearch: textsOf("act"),
  component: lazyPage(() => import("./cases/case-page.tsx"), "CasePage"),
});

const windows = createRoute({
  getParentRoute: () => root,
  path: "/desk/window",
  component: lazyPage(() => import("./window/windows-page.tsx"), "WindowsPage"),
});
const window = createRoute({
  getParentRoute: () => root,
  path: "/desk/window/$hall/$window",
  component: lazyPage(() => import("./window/window-page.tsx"), "WindowPage"),
});
const attendance = createRoute({
  getParentRoute: () => root,
  path: "/desk/window/attendance/$attendance",
  component: lazyPage(() => import("./window/attendance-page.tsx"), "AttendancePage"),
});
const attendedCase = createRoute({
  getParentRoute: () => root,
  path: "/desk/window/attendance/$attendance/cases/$id",
  component: lazyPage(() => import("./window/attended-case-page.tsx"), "AttendedCasePage"),
});
const kiosk = createRoute({
  getParentRoute: () => root,
  path: "/desk/kiosk/$hall",
  component: lazyPage(() => import("./kiosk/kiosk-page.tsx"), "KioskPage"),
});
const shownLicence = createRoute({
  getParentRoute: () => root,
  path: "/desk/shown-licence",
  component: lazyPage(() => import("./shown-licence/shown-licence-page.tsx"), "ShownLicencePage"),
});
const supervision = createRoute({
  getParentRoute: () => root,
  path: "/desk/supervision",
  validateSearch: readSupervisionSearch,
  component: lazyPage(() => import("./supervision/supervision-page.tsx"), "SupervisionPage"),
});
const zones = createRoute({
  getParentRoute: () => root,
  path: "/desk/zones",
  validateSearch: textsOf("region", "zone"),
  component: lazyPage(() => import("./zones/zones-page.tsx"), "ZonesPage"),
});
const register = createRoute({
  getParentRoute: () => root,
  path: "/desk/register",
  component: lazyPage(() => import("./register/register-page.tsx"), "RegisterPage"),
});
const halls = createRoute({
  getParentRoute: () => root,
  path: "/desk/halls",
  validateSearch: readAfter,
  component: lazyPage(() => import("./halls/halls-page.tsx"), "HallsPage"),
});
const hall = createRoute({
  getParentRoute: () => root,
  path: "/desk/halls/$hall",
  component: lazyPage(() => import("./halls/readers-page.tsx"), "ReadersPage"),
});
const reviews = createRoute({
  getParentRoute: () => root,
  path: "/desk/reviews",
  validateSearch: readPlaceSearch,
  component: lazyPage(() => import("./reviews/reviews-page.tsx"), "ReviewsPage"),
});
const review = createRoute({
  getParentRoute: () => root,
  path: "/desk/reviews/$id",
  component: lazyPage(() => import("./reviews/review-page.tsx"), "ReviewPage"),
});
const evaluations = createRoute({
  getParentRoute: () => root,
  path: "/desk/evaluations",
  validateSearch: readPlaceSearch,
  component: lazyPage(() => import("./evaluations/evaluations-page.tsx"), "EvaluationsPage"),
});
const audits = createRoute({
  getParentRoute: () => root,
  path: "/desk/audit",
  validateSearch: readAuditSearch,
  component: lazyPage(() => import("./audit/audits-page.tsx"), "AuditsPage"),
});
const audit = createRoute({
  getParentRoute: () => root,
  path: "/desk/audit/$id",
  validateSearch: readPlaceSearch,
  component: lazyPage(() => import("./audit/audit-page.tsx"), "AuditPage"),
});

const inspections = createRoute({
  getParentRoute: () => root,
  path: "/desk/inspections",
  validateSearch: readPlaceSearch,
  component: lazyPage(() => import("./inspections/inspections-page.tsx"), "InspectionsPage"),
});
const inspectionPlan = createRoute({
  getParentRoute: () => root,
  path: "/desk/inspections/$plan",
  component: lazyPage(() => import("./inspections/plan-page.tsx"), "PlanPage"),
});
const figures = createRoute({
  getParentRoute: () => root,
  path: "/desk/figures",
  validateSearch: readFiguresSearch,
  component: lazyPage(() => import("./figures/figures-page.tsx"), "FiguresPage"),
});
const partners = createRoute({
  getParentRoute: () => root,
  path: "/desk/partners",
  validateSearch: readPartnersSearch,
  component: lazyPage(() => import("./partners/partners-page.tsx"), "PartnersPage"),
});
const partner = createRoute({
  getParentRoute: () => root,
  path: "/desk/partners/$id",
  component: lazyPage(() => import("./partners/partner-page.tsx"), "PartnerPage"),
});
const catalogue = createRoute({
  getParentRoute: () => root,
  path: "/desk/catalogue",
  validateSearch: readAfter,
  component: lazyPage(() => import("./catalogue/catalogue-page.tsx"), "CataloguePage"),
});
const newItem = createRoute({
  getParentRoute: () => root,
  path: "/desk/catalogue/new",
  component: lazyPage(() => import("./catalogue/edit-item-page.tsx"), "NewItemPage"),
});
const serviceItem = createRoute({
  getParentRoute: () => root,
  path: "/desk/catalogue/$code",
  component: lazyPage(() => import("./catalogue/item-page.tsx"), "ItemPage"),
});
const editItem = createRoute({
  getParentRoute: () => root,
  path: "/desk/catalogue/$code/edit",
  component: lazyPage(() => import("./catalogue/edit-item-page.tsx"), "EditItemPage"),
});

export const router = createRouter({
  routeTree: root.addChildren([
    remedies,
    ...[front, signedIn, queue, search, oneCase],
    ...[windows, window, attendance, attendedCase, kiosk, shownLicence],
    ...[supervision, reviews, review, evaluations, audits, audit],
    ...[inspections, inspectionPlan, zones, register, halls, hall],
    ...[figures, partners, partner],
    ...TREASURY_ROUTES,
    ...[catalogue, newItem, serviceItem, editItem],
    ...LICENCE_TYPE_ROUTES,
  ]),
  // Another case is another page, with nothing typed or chosen in it.
  defaultRemountDeps: ({ params }) => params,
  parseSearch: readPlainSearch,
  stringifySearch: writePlainSearch,
  defaultPendingComponent: Waiting,
  defaultErrorComponent: CrashPage,
  defaultNotFoundComponent: NoSuchPage,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
