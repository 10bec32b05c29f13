import { beforeAll, describe } from "vitest";
import { UNSUPPORTED } from "./chromium.ts";
import { type DeskCity, fillDeskCity } from "./desk-city.ts";
import { deskJourneys } from "./desk-journeys.ts";
import { deskPages } from "./desk-pages.ts";
import { DESK } from "./held.ts";
import { reloadJourneys } from "./reload-journeys.ts";
import { type Site, startedSite } from "./site.ts";

/** The one platform and the one browser on which all that follows is tried. */
export type Desk = Site & { readonly city: DeskCity };

describe.skipIf(UNSUPPORTED)("the desk, in a browser", () => {
  let city: DeskCity;
  const site = startedSite();
  beforeAll(async () => {
    city = await fillDeskCity(site());
  });
  const desk = (): Desk => ({ ...site(), city });

  describe("each page", () => deskPages(desk));
  describe("a journey", () => {
    deskJourneys(desk);
    reloadJourneys(desk, { held: DESK, path: "/desk/queue?region=110105&department=BJ-GA", name: "陈洁" });
  });
});
