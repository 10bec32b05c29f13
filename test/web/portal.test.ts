import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe } from "vitest";
import { preparedFolder, removeFolders, type Started, start } from "../local/local-platform.ts";
import { launchBrowser, UNSUPPORTED } from "./chromium.ts";
import { journeys } from "./journeys.ts";
import { pages } from "./pages.ts";
import { fillPortalCity, type PortalCity } from "./portal-city.ts";
import { screen } from "./screen.ts";
import { troubles } from "./troubles.ts";

/** The one platform and the one browser on which all that follows is tried. */
export type Portal = {
  readonly origin: string;
  readonly browser: Browser;
  readonly city: PortalCity;
  /** The credentials of the demo city's people. */
  readonly demo: Started["demo"];
};

if (UNSUPPORTED) console.warn(UNSUPPORTED);

describe.skipIf(UNSUPPORTED)("the front-ends, in a browser", () => {
  let platform: Started;
  let browser: Browser;
  let city: PortalCity;
  beforeAll(async () => {
    [platform, browser] = await Promise.all([
      preparedFolder().then((folder) => start(folder)),
      launchBrowser(),
    ]);
    city = await fillPortalCity(platform);
  });
  afterAll(async () => {
    await browser.close();
    platform.kill("SIGTERM");
    await platform.ended;
    await removeFolders();
  });
  const portal = (): Portal => ({
    ...{ origin: new URL(platform.endpoint).origin, browser, city },
    demo: platform.demo,
  });

  describe("each page", () => pages(portal));
  describe("trouble", () => troubles(portal));
  describe("a journey", () => journeys(portal));
  describe("a hall's screen", () => screen(portal));
});
