import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from "@tanstack/react-router";
import { CrashPage } from "../shared/frame/other-pages.tsx";
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
  component: lazyRouteComponent(() => import("../shared/frame/signed-in-page.tsx"), "SignedInPage"),
});

export const router = createRouter({
  routeTree: root.addChildren([front, signedIn]),
  // Another key is another page, with nothing typed or chosen in it.
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
