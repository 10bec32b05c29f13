import { it } from "vitest";
import { leave, PORTAL } from "./held.ts";
import type { Portal } from "./portal.test.ts";
import { expectAccessible, goTo, partOf, signIn, speak, visit } from "./visit.ts";

export function withholdingJourney(portal: () => Portal): void {
  it("to sign a contract to pay after the ride, and to end it once nothing is open under it", async () => {
    const { browser, origin, city } = portal();
    const seen = await visit(browser, origin, "en");
    const { page } = seen;
    await page.goto(`/cards/${city.card}`);
    await signIn(seen);
    const contract = partOf(page, "Ride first, pay afterwards");
    await contract.getByRole("button", { name: "Agree and sign" }).click();
    await contract.getByRole("alert").getByText("Choose how to pay").waitFor();
    await expectAccessible(seen, "a contract without a channel");
    await speak(seen, "en");
    await contract.getByRole("radio", { name: /Demonstration/ }).check();
    await contract.getByRole("button", { name: "Agree and sign" }).click();
    await contract.getByText("You ride first and pay afterwards").waitFor();
    await contract.getByText(/No more than ¥200.00 is collected in a day/).waitFor();
    await expectAccessible(seen, "a contract that was signed");
    await speak(seen, "en");

    // A ride of this card has not ended.
    await contract.getByRole("button", { name: "End the contract" }).click();
    await contract.getByRole("button", { name: "Yes, end it" }).click();
    await contract.getByText("A ride of this card is open").waitFor();
    await expectAccessible(seen, "a contract that cannot end");
    await speak(seen, "en");

    await goTo(seen, "/cards");
    await page.getByRole("link", { name: /Student card/ }).click();
    await contract.getByRole("button", { name: "End the contract" }).click();
    await contract.getByRole("button", { name: "Yes, end it" }).click();
    await contract.getByText("The contract has ended").waitFor();
    await contract.getByRole("button", { name: "Agree and sign" }).waitFor();
    await leave(seen, origin, PORTAL);
  });
}
