import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from "@tanstack/react-router";
import { CrashPage } from "../shared/frame/other-pages.tsx";
import { readPlainSearch, writePlainSearch } from "../shared/frame/plain-search.ts";
import { Waiting } from "../shared/ui/waiting.tsx";
import { DeskFrame } from "./desk-frame.tsx";
import { FrontPage } from "./front/front-page.tsx";
import { NoSuchPage } from "./no-such-page.tsx";
import { readQueueSearch } from "./queue/queue-search.ts";

const root = createRootRoute({ component: DeskFrame });

/** Every page but the first is a file of its own, which a browser loads as it comes to it. */
const front = createRoute({ getParentRoute: () => root, path: "/desk", component: FrontPage });
const signedIn = createRoute({
  getParentRoute: () => root,
  path: "/desk/signed-in",
  component: lazyRouteComponent(() => import("../shared/frame/signed-in-page.tsx"), "SignedInPage"),
});
const queue = createRoute({
  getParentRoute: () => root,
  path: "/desk/queue",
  validateSearch: readQueueSearch,
  component: lazyRouteComponent(() => import("./queue/queue-page.tsx"), "QueuePage"),
});
const search = createRoute({
  getParentRoute: () => root,
  path: "/desk/search",
  component: lazyRouteComponent(() => import("./search/search-page.tsx"), "SearchPage"),
});
const oneCase = createRoute({
  getParentRoute: () => root,
  path: "/desk/cases/$id",
  /** The act that is open: a key of web/desk/cases/acts. */
  validateSearch: (given: Record<string, unknown>): { readonly act?: string } =>
    typeof given["act"] === "string" ? { act: given["act"] } : {},
  component: lazyRouteComponent(() => import("./cases/case-page.tsx"), "CasePage"),
});

export const router = createRouter({
  routeTree: root.addChildren([front, signedIn, queue, search, oneCase]),
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
