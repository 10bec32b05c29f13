import { createRouter } from "@tanstack/react-router";
import { CrashPage } from "../shared/frame/crash-page.tsx";
import { Waiting } from "../shared/ui/waiting.tsx";
import { NoSuchPage } from "./no-such-page.tsx";
import { COPY_ROUTES } from "./routes/copy-routes.ts";
import { GOVERNMENT_ROUTES } from "./routes/government-routes.ts";
import { MONEY_ROUTES } from "./routes/money-routes.ts";
import { OWN_ROUTES } from "./routes/own-routes.ts";
import { root } from "./routes/root.ts";

export const router = createRouter({
  routeTree: root.addChildren([...OWN_ROUTES, ...COPY_ROUTES, ...MONEY_ROUTES, ...GOVERNMENT_ROUTES]),
  // Another case, or another part of a list, is another page: nothing is typed or chosen in it, and its heading takes the focus.
  defaultRemountDeps: ({ params, search }) => ({
    ...params,
    after: "after" in search && search.after,
    refused: "refused" in search && search.refused,
  }),
  defaultPendingComponent: Waiting,
  defaultErrorComponent: CrashPage,
  defaultNotFoundComponent: NoSuchPage,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
