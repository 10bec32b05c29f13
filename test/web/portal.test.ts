import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe } from "vitest";
import { preparedFolder, removeFolders, type Started, start } from "../local/local-platform.ts";
import { type PaymentGateway, startPaymentGateway } from "../support/payment-gateway.ts";
import { launchBrowser, UNSUPPORTED } from "./chromium.ts";
import { journeys } from "./journeys.ts";
import { pages } from "./pages.ts";
import { paymentJourneys } from "./payment-journeys.ts";
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
  /** Beside the sandbox, so that a payer has a choice. */
  readonly gateway: PaymentGateway;
};

if (UNSUPPORTED) console.warn(UNSUPPORTED);

describe.skipIf(UNSUPPORTED)("the front-ends, in a browser", () => {
  let platform: Started;
  let browser: Browser;
  let city: PortalCity;
  let gateway: PaymentGateway;
  beforeAll(async () => {
    gateway = await startPaymentGateway();
    const env = { CIVIGRAPH_PAYMENT_GATEWAYS: `{"live":${gateway.secret}}` };
    [platform, browser] = await Promise.all([
      preparedFolder().then((folder) => start(folder, { env })),
      launchBrowser(),
    ]);
    gateway.notifyTo(new URL("/payment-notifications/live", platform.endpoint).href);
    city = await fillPortalCity(platform);
  });
  afterAll(async () => {
    await browser.close();
    platform.kill("SIGTERM");
    await platform.ended;
    gateway.stop();
    await removeFolders();
  });
  const portal = (): Portal => ({
    ...{ origin: new URL(platform.endpoint).origin, browser, city, gateway },
    demo: platform.demo,
  });

  describe("each page", () => pages(portal));
  describe("trouble", () => troubles(portal));
  describe("a journey", () => {
    journeys(portal);
    paymentJourneys(portal);
  });
  describe("a hall's screen", () => screen(portal));
});
