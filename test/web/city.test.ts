import { describe } from "vitest";
import { UNSUPPORTED } from "./chromium.ts";
import { cityJourneys } from "./city-journeys.ts";
import { cityPages } from "./city-pages.ts";
import { startedSite } from "./site.ts";

describe.skipIf(UNSUPPORTED)("the desk of those who keep the city, in a browser", () => {
  const site = startedSite();
  describe("each page", () => cityPages(site));
  describe("a journey", () => cityJourneys(site));
});
