import { it } from "vitest";
import { ALWAYS_OPEN_HALL } from "../../local/demo/halls.ts";
import { OFFICER_NAMES } from "../../local/demo/officers.ts";
import { DESK, leave, type PageOf, seeAll } from "./held.ts";
import type { Site } from "./site.ts";
import { signIn, visit } from "./visit.ts";

const FUND = "department=BJ-GJJ&region=110105";

/** Pages of the desk by the officer who sees them. */
const PAGES: readonly (readonly [officer: string, pages: readonly PageOf[]])[] = [
  [
    OFFICER_NAMES.clerk,
    [
      { name: "the halls", path: "/desk/window", asks: 1 },
      { name: "no attendance", path: "/desk/window/attendance/att_none", asks: 1 },
      { name: "no case at a window", path: "/desk/window/attendance/att_none/cases/app_none", asks: 1 },
      { name: "no window", path: `/desk/window/${ALWAYS_OPEN_HALL}/none`, asks: 1 },
      { name: "a window", path: `/desk/window/${ALWAYS_OPEN_HALL}/2`, asks: 1 },
    ],
  ],
  [
    OFFICER_NAMES.supervisor,
    [
      { name: "steps in hand", path: "/desk/supervision?list=held", asks: 1 },
      { name: "reviews", path: `/desk/reviews?${FUND}`, asks: 1 },
      { name: "no review", path: "/desk/reviews/app_none", asks: 1 },
      { name: "random inspections", path: "/desk/inspections?department=BJ-SCJG", asks: 1 },
      { name: "no plan of inspections", path: "/desk/inspections/ipl_none", asks: 1 },
      { name: "bad evaluations", path: `/desk/evaluations?${FUND}`, asks: 1 },
    ],
  ],
  [
    OFFICER_NAMES.auditor,
    [
      { name: "a month's decisions", path: `/desk/audit?${FUND}`, asks: 1 },
      { name: "no case's trail", path: "/desk/audit/app_none", asks: 1 },
    ],
  ],
];

export function windowPages(site: () => Site): void {
  it.each(PAGES)("of %s is drawn by one request, and accessible", async (officer, pages) => {
    const { browser, origin } = site();
    const seen = await visit(browser, origin);
    await seen.page.goto("/desk");
    await signIn(seen, officer);
    await seeAll(seen, pages, DESK);
    await leave(seen, origin, DESK);
  });
}
