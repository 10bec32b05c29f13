import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe } from "vitest";
import { preparedFolder, removeFolders, type Started, start } from "../local/local-platform.ts";
import { launchBrowser, UNSUPPORTED } from "./chromium.ts";
import { journeys } from "./journeys.ts";
import { pages } from "./pages.ts";
import { fillPortalCity, type PortalCity } from "./portal-city.ts";
import { troubles } from "./troubles.ts";

/** The one platform and the one browser on which all that follows is tried. */
export type Portal = {
  readonly origin: string;
  readonly browser: Browser;
  readonly city: PortalCity;
};

if (UNSUPPORTED) console.warn(UNSUPPORTED);

describe.skipIf(UNSUPPORTED)("the portal, in a browser", () => {
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
  const portal = (): Portal => ({ origin: new URL(platform.endpoint).origin, browser, city });

  describe("each page", () => pages(portal));
  describe("trouble", () => troubles(portal));
  describe("a journey", () => journeys(portal));
});
