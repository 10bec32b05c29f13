import { describe } from "vitest";
import { UNSUPPORTED } from "./chromium.ts";
import { consoleJourneys } from "./console-journeys.ts";
import { consolePages } from "./console-pages.ts";
import { CONSOLE } from "./held.ts";
import { reloadJourneys } from "./reload-journeys.ts";
import { startedSite } from "./site.ts";
import { stageGraphiql } from "./stage-graphiql.ts";
import { verificationJourney } from "./verification-journey.ts";

describe.skipIf(UNSUPPORTED)("the console, in a browser", () => {
  const site = startedSite();
  describe("each page", () => consolePages(site));
  describe("GraphiQL of a stage", () => stageGraphiql(site));
  describe("a way", () => {
    consoleJourneys(site);
    verificationJourney(site);
    reloadJourneys(site, { held: CONSOLE, path: "/console/apply" });
  });
});
