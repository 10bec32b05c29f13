import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

const HERE = import.meta.dirname;
const WEB = join(HERE, "../../web");
const PORTAL_ROUTES = readdirSync(join(WEB, "portal/routes")).map((name) => `portal/routes/${name}`);
const ROUTERS = [
  ...PORTAL_ROUTES,
  ...["desk/router.tsx", "desk/routes/licence-type-routes.ts", "desk/routes/treasury-routes.ts"],
  "console/router.tsx",
];
/** Each holds the pages that it names to all promises. */
const LISTS = ["pages.ts", "desk-pages.ts", "window-pages.ts", "city-pages.ts", "console-pages.ts"];

/** Pages that only a journey comes to: a hall's own machine. */
const IN_JOURNEYS = ["/desk/kiosk/$hall"];

const routesOf = (source: string): readonly string[] =>
  [...source.matchAll(/^ {2}path: "([^"]+)"|, path: "([^"]+)"/gm)].map(
    ([, own, inLine]) => own ?? inLine ?? "",
  );

/** Addresses in a list, with "…" for whatever is put in. The console's list calls the partnership's own address `of`. */
const addressesIn = (source: string): readonly string[] =>
  [
    ...source
      .replace(/path: of\b/g, 'path: "/console/partners/…"')
      .matchAll(/["`]((?:\/|\$\{of\})[^"`\s]*)["`]/g),
  ].map(([, written = ""]) =>
    written
      .replace(/^\$\{of\}/, "/console/partners/…")
      .replace(/\$\{[^}]+\}/g, "…")
      .replace(/[?#].*/, ""),
  );

const segmentsOf = (path: string): readonly string[] => path.split("/");

/** As the router chooses: what is written out goes before what is put in. */
function routeOf(address: string, routes: readonly string[]): string | undefined {
  const segments = segmentsOf(address);
  const fitting = routes.filter((route) => {
    const own = segmentsOf(route);
    return (
      own.length === segments.length && own.every((one, i) => one.startsWith("$") || one === segments[i])
    );
  });
  const putIn = (route: string): number => segmentsOf(route).filter((one) => one.startsWith("$")).length;
  return fitting.toSorted((one, other) => putIn(one) - putIn(other))[0];
}

it("every page of the portal, the desk and the console is looked at in a browser", () => {
  const routes = ROUTERS.flatMap((name) => routesOf(readFileSync(join(WEB, name), "utf8")));
  expect(routes.length).toBeGreaterThan(80);
  const seen = new Set(
    LISTS.flatMap((name) => addressesIn(readFileSync(join(HERE, name), "utf8"))).map((address) =>
      routeOf(address, routes),
    ),
  );
  const unseen = routes.filter((route) => !seen.has(route));
  expect(unseen.toSorted()).toEqual(IN_JOURNEYS);
});
