import { afterAll, beforeAll, describe } from "vitest";
import { type PaymentGateway, startPaymentGateway } from "../support/payment-gateway.ts";
import { applyJourneys } from "./apply-journeys.ts";
import { bookedVisitJourney } from "./booked-visit-journey.ts";
import { boundDeviceJourneys } from "./bound-device-journeys.ts";
import { cardJourneys } from "./card-journeys.ts";
import { UNSUPPORTED } from "./chromium.ts";
import { copyJourneys } from "./copy-journeys.ts";
import { detailJourneys } from "./detail-journeys.ts";
import { fareJourneys } from "./fare-journeys.ts";
import { foreignFileJourney } from "./foreign-file-journey.ts";
import { foreignLicenceJourney } from "./foreign-licence-journey.ts";
import { fundOrderJourney } from "./fund-order-journey.ts";
import { hallJourneys } from "./hall-journeys.ts";
import { PORTAL } from "./held.ts";
import { householdAskJourney } from "./household-ask-journey.ts";
import { journeys } from "./journeys.ts";
import { licenceCodeJourney } from "./licence-code-journey.ts";
import { licenceOfflineJourney } from "./licence-offline-journey.ts";
import { licenceRenewalJourney } from "./licence-renewal-journey.ts";
import { licenceSeenJourney } from "./licence-seen-journey.ts";
import { missingScripts } from "./missing-scripts.ts";
import { moreCopiesJourneys } from "./more-copies-journeys.ts";
import { ownJourneys } from "./own-journeys.ts";
import { pages } from "./pages.ts";
import { paymentJourneys } from "./payment-journeys.ts";
import { fillPortalCity, type PortalCity } from "./portal-city.ts";
import { oddReloadJourneys, reloadJourneys } from "./reload-journeys.ts";
import { screen } from "./screen.ts";
import { type Site, startedSite } from "./site.ts";
import { spouseJourney } from "./spouse-journey.ts";
import { troubles } from "./troubles.ts";
import { twoTabs } from "./two-tabs.ts";
import { verifyJourney } from "./verify-journey.ts";
import { walletJourney } from "./wallet-journey.ts";
import { walletOfferJourney } from "./wallet-offer-journey.ts";
import { wardJourney } from "./ward-journey.ts";
import { withholdingJourney } from "./withholding-journey.ts";

/** The one platform and the one browser on which all that follows is tried. */
export type Portal = Site & {
  readonly city: PortalCity;
  /** Beside the sandbox, so that a payer has a choice. */
  readonly gateway: PaymentGateway;
};

if (UNSUPPORTED) console.warn(UNSUPPORTED);

describe.skipIf(UNSUPPORTED)("the front-ends, in a browser", () => {
  let city: PortalCity;
  let gateway: PaymentGateway;
  const site = startedSite(async () => {
    gateway = await startPaymentGateway();
    return { CIVIGRAPH_PAYMENT_GATEWAYS: `{"live":${gateway.secret}}` };
  });
  beforeAll(async () => {
    gateway.notifyTo(new URL("/payment-notifications/live", site().endpoint).href);
    city = await fillPortalCity(site());
  });
  afterAll(() => gateway.stop());
  const portal = (): Portal => ({ ...site(), city, gateway });

  describe("each page", () => pages(portal));
  describe("trouble", () => {
    troubles(portal);
    missingScripts(portal);
  });
  describe("a journey", () => {
    journeys(portal);
    const own = { held: PORTAL, path: "/bills?from=reload#pay" };
    reloadJourneys(portal, own);
    oddReloadJourneys(portal, own);
    paymentJourneys(portal);
    cardJourneys(portal);
    fareJourneys(portal);
    withholdingJourney(portal);
    twoTabs(portal);
    ownJourneys(portal);
    spouseJourney(portal);
    fundOrderJourney(portal);
    wardJourney(portal);
    walletJourney(portal);
    householdAskJourney(portal);
    foreignLicenceJourney(portal);
    foreignFileJourney(portal);
    walletOfferJourney(portal);
    licenceCodeJourney(portal);
    licenceSeenJourney(portal);
    licenceRenewalJourney(portal);
    boundDeviceJourneys(portal);
    licenceOfflineJourney(portal);
    verifyJourney(portal);
    copyJourneys(portal);
    moreCopiesJourneys(portal);
    detailJourneys(portal);
    hallJourneys(portal);
    bookedVisitJourney(portal);
    applyJourneys(portal);
  });
  describe("a hall's screen", () => screen(portal));
});
