import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from "@tanstack/react-router";
import { CrashPage } from "../shared/frame/other-pages.tsx";
import { Waiting } from "../shared/ui/waiting.tsx";
import { DeskFrame } from "./desk-frame.tsx";
import { FrontPage } from "./front/front-page.tsx";
import { NoSuchPage } from "./no-such-page.tsx";

const root = createRootRoute({ component: DeskFrame });

/** Every page but the first is a file of its own, which a browser loads as it comes to it. */
const front = createRoute({ getParentRoute: () => root, path: "/desk", component: FrontPage });
const signedIn = createRoute({
  getParentRoute: () => root,
  path: "/desk/signed-in",
  component: lazyRouteComponent(() => import("../shared/frame/signed-in-page.tsx"), "SignedInPage"),
});

export const router = createRouter({
  routeTree: root.addChildren([front, signedIn]),
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
