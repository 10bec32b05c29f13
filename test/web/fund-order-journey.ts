import { it } from "vitest";
import { leave, PORTAL } from "./held.ts";
import type { Portal } from "./portal.test.ts";
import { expectAccessible, partOf, signIn, speak, visit } from "./visit.ts";

export function fundOrderJourney(portal: () => Portal): void {
  it("to look at a standing order on the housing fund, and to end it", async () => {
    const { browser, origin } = portal();
    const seen = await visit(browser, origin, "en");
    const { page } = seen;
    await page.goto("/fund");
    await signIn(seen);
    const orders = partOf(page, "Standing orders");
    await orders.getByText("In force").waitFor();
    await orders.getByText("Every month").waitFor();
    await orders.getByRole("button", { name: /End the order/ }).click();
    await orders.getByText("Nothing more is drawn by it from then on").waitFor();
    await expectAccessible(seen, "a standing order that is to be ended");
    await speak(seen, "en");
    await orders.getByRole("button", { name: "Yes, end the order" }).click();
    await page.getByText("The standing order has ended.").waitFor();
    await orders.getByText("you ended it").waitFor();
    await expectAccessible(seen, "a standing order that has ended");
    await leave(seen, origin, PORTAL);
  });
}
