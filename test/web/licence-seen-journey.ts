import type { Route } from "playwright-core";
import { expect, it } from "vitest";
import { leave, PORTAL } from "./held.ts";
import type { Portal } from "./portal.test.ts";
import { expectAccessible, partOf, signIn, visit } from "./visit.ts";

/** As long as a partner may state one (services/government/licences/openid/presentation-request.ts). */
const PURPOSE = "核对入场人员的残疾等级，以便安排无障碍座位和陪同人员，".repeat(3).padEnd(100, "。");

export function licenceSeenJourney(portal: () => Portal): void {
  it("to read what a partner has asked one's wallet for: who, when, and the purpose that it has stated", async () => {
    const { browser, origin, city } = portal();
    const seen = await visit(browser, origin, "en");
    const { page } = seen;
    // A platform on this machine has no address by https, at which a wallet could present anything: as a stage answers that has one.
    await page.route("**/graphql", withPresented);
    await page.goto(`/licences/own/${city.licence.id}`);
    await signIn(seen);
    const list = partOf(page, "Who has seen it").getByRole("listitem");
    await list.first().waitFor();
    const [presented] = await list.allInnerTexts();
    for (const said of ["Demo partner", `For: ${PURPOSE}`, "1 March 2026", "Read what your wallet showed"])
      expect(presented).toContain(said);
    await expect.poll(() => list.filter({ hasText: "For:" }).count()).toBe(1);
    await expectAccessible(seen, "a licence that a wallet has presented", ["en", "zh"]);
    await partOf(page, "谁看过").getByText(`用途：${PURPOSE}`).waitFor();
    await page.unrouteAll({ behavior: "wait" });
    await leave(seen, origin, PORTAL);
  });
}

const PRESENTED = {
  ...{ at: "2026-03-01T02:00:00.000Z", by: "PARTNER", partner: "Demo partner", purpose: PURPOSE },
  outcome: "PRESENTED",
};

type Edges = { readonly cursor: string; readonly node: object }[];
type Answer = { readonly data: { readonly node?: { readonly verifications?: { readonly edges: Edges } } } };

async function withPresented(route: Route): Promise<void> {
  if (!route.request().postData()?.includes("PortalOwnLicence")) return route.continue();
  const response = await route.fetch();
  const json: Answer = await response.json();
  json.data.node?.verifications?.edges.unshift({ cursor: "presented", node: PRESENTED });
  return route.fulfill({ response, json });
}
