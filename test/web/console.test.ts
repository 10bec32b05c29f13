import { describe } from "vitest";
import { UNSUPPORTED } from "./chromium.ts";
import { consoleJourneys } from "./console-journeys.ts";
import { consolePages } from "./console-pages.ts";
import { startedSite } from "./site.ts";

describe.skipIf(UNSUPPORTED)("the console, in a browser", () => {
  const site = startedSite();
  describe("each page", () => consolePages(site));
  describe("a way", () => consoleJourneys(site));
});
