import { beforeAll, describe } from "vitest";
import { attendedWordsJourney } from "./attended-words-journey.ts";
import { caseLicenceJourney } from "./case-licence-journey.ts";
import { UNSUPPORTED } from "./chromium.ts";
import { cityJourneys, fileDecidedCases } from "./city-journeys.ts";
import { cityPages } from "./city-pages.ts";
import { differenceJourney } from "./difference-journey.ts";
import { issuerKeyJourneys } from "./issuer-key-journeys.ts";
import { licenceTypeJourneys } from "./licence-type-journeys.ts";
import { recordJourneys } from "./record-journeys.ts";
import { remediesJourney } from "./remedies-journey.ts";
import { channelSettlementJourney, contractJourney } from "./settlement-journeys.ts";
import { shownLicenceJourney } from "./shown-licence-journey.ts";
import { startedSite } from "./site.ts";
import { treasuryFileJourneys } from "./treasury-file-journeys.ts";
import { trustJourneys } from "./trust-journeys.ts";
import { zoneAndFareJourneys } from "./zone-and-fare-journeys.ts";

describe.skipIf(UNSUPPORTED)("the desk of those who keep the city, in a browser", () => {
  const site = startedSite();
  beforeAll(() => fileDecidedCases(site()));
  describe("each page", () => cityPages(site));
  describe("a journey", () => {
    cityJourneys(site);
    licenceTypeJourneys(site);
    caseLicenceJourney(site);
    issuerKeyJourneys(site);
    trustJourneys(site);
    shownLicenceJourney(site);
    remediesJourney(site);
    differenceJourney(site);
    contractJourney(site);
    channelSettlementJourney(site);
    treasuryFileJourneys(site);
    zoneAndFareJourneys(site);
    recordJourneys(site);
    attendedWordsJourney(site);
  });
});
