import { describe } from "vitest";
import { UNSUPPORTED } from "./chromium.ts";
import { deskPages } from "./desk-pages.ts";
import { startedSite } from "./site.ts";

describe.skipIf(UNSUPPORTED)("the desk, in a browser", () => {
  const site = startedSite();
  describe("each page", () => deskPages(site));
});
