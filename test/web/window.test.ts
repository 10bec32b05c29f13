import { beforeAll, describe } from "vitest";
import { UNSUPPORTED } from "./chromium.ts";
import { foreignAtWindowJourney } from "./foreign-at-window-journey.ts";
import { guardianJourney } from "./guardian-journey.ts";
import { startedSite } from "./site.ts";
import { fileEvaluatedCase, folderWithForgottenCase } from "./supervised-city.ts";
import { supervisionJourneys } from "./supervision-journeys.ts";
import { windowJourneys } from "./window-journeys.ts";
import { windowPages } from "./window-pages.ts";

describe.skipIf(UNSUPPORTED)("the desk's windows and supervision, in a browser", () => {
  const site = startedSite(undefined, folderWithForgottenCase);
  beforeAll(() => fileEvaluatedCase(site()));

  describe("each page", () => windowPages(site));
  describe("a journey", () => {
    windowJourneys(site);
    guardianJourney(site);
    foreignAtWindowJourney(site);
    supervisionJourneys(site);
  });
});
