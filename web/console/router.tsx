import { createRootRoute, createRoute, createRouter } from "@tanstack/react-router";
import { CrashPage } from "../shared/frame/crash-page.tsx";
import { lazyPage } from "../shared/frame/lazy-page.ts";
import { readPlainSearch, writePlainSearch } from "../shared/frame/plain-search.ts";
import { textsOf } from "../shared/frame/search-texts.ts";
import { Waiting } from "../shared/ui/waiting.tsx";
import { ConsoleFrame } from "./console-frame.tsx";
import { FrontPage } from "./front/front-page.tsx";
import { NoSuchPage } from "./no-such-page.tsx";

const root = createRootRoute({ component: ConsoleFrame });

/** Every page but the first is a file of its own, which a browser loads as it comes to it. */
const front = createRoute({ getParentRoute: () => root, path: "/console", component: FrontPage });
const signedIn = createRoute({
  getParentRoute: () => root,
  path: "/console/signed-in",
  component: lazyPage(() => import("../shared/frame/signed-in-page.tsx"), "SignedInPage"),
});
const docs = createRoute({
  getParentRoute: () => root,
  path: "/console/docs",
  component: lazyPage(() => import("./docs/docs-page.tsx"), "DocsPage"),
});
const verification = createRoute({
  getParentRoute: () => root,
  path: "/console/docs/verification",
  component: lazyPage(() => import("./verification/verification-page.tsx"), "VerificationPage"),
});
const apply = createRoute({
  getParentRoute: () => root,
  path: "/console/apply",
  component: lazyPage(() => import("./apply/apply-page.tsx"), "ApplyPage"),
});
const overview = createRoute({
  getParentRoute: () => root,
  path: "/console/partners/$partner",
  component: lazyPage(() => import("./partner/overview-page.tsx"), "OverviewPage"),
});
const keys = createRoute({
  getParentRoute: () => root,
  path: "/console/partners/$partner/keys",
  component: lazyPage(() => import("./keys/keys-page.tsx"), "KeysPage"),
});
const consents = createRoute({
  getParentRoute: () => root,
  path: "/console/partners/$partner/consents",
  validateSearch: textsOf("mode", "after"),
  component: lazyPage(() => import("./consents/consents-page.tsx"), "ConsentsPage"),
});
const accounts = createRoute({
  getParentRoute: () => root,
  path: "/console/partners/$partner/accounts",
  validateSearch: textsOf("mode"),
  component: lazyPage(() => import("./accounts/accounts-page.tsx"), "AccountsPage"),
});
const statement = createRoute({
  getParentRoute: () => root,
  path: "/console/partners/$partner/accounts/$kind",
  validateSearch: textsOf("mode", "month", "after"),
  component: lazyPage(() => import("./accounts/statement-page.tsx"), "StatementPage"),
});

const settlements = createRoute({
  getParentRoute: () => root,
  path: "/console/partners/$partner/settlements",
  validateSearch: textsOf("mode", "kind", "after"),
  component: lazyPage(() => import("./settlements/settlements-page.tsx"), "SettlementsPage"),
});

export const router = createRouter({
  routeTree: root.addChildren([
    ...[
      front,
      signedIn,
      docs,
      verification,
      apply,
      overview,
      keys,
      consents,
      accounts,
      statement,
      settlements,
    ],
  ]),
  // Another key is another page, with nothing typed or chosen in it.
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
