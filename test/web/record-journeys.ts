import { generateKeyPairSync } from "node:crypto";
import { expect, it } from "vitest";
import { ALWAYS_OPEN_HALL } from "../../local/demo/halls.ts";
import { OFFICER_NAMES } from "../../local/demo/officers.ts";
import { senderOf } from "./desk-city.ts";
import { deskOf } from "./desk-of.ts";
import { DESK, leave } from "./held.ts";
import type { Site } from "./site.ts";
import { drawn, expectAccessible, goTo, partOf, speak } from "./visit.ts";

const REPRESENTATIVE = { name: "程立", idNumber: "11010519491231002X" };
const READER = "READER-77";
const ANOTHER_READER = "READER-07";

/** Registrars, hall managers, inspectors and treasurers put something on record. */
export function recordJourneys(site: () => Site): void {
  it("of a registrar: an enterprise is put on record as the register states it, and its fault said at its field", async () => {
    const seen = await deskOf(site(), OFFICER_NAMES.registrar);
    const { page } = seen;
    await page.getByRole("main").getByRole("link", { name: "Registers" }).click();
    const part = partOf(page, "An enterprise");
    const record = part.getByRole("button", { name: "Record the enterprise" });
    await record.click();
    await part.getByRole("alert").getByText("Write the credit code").waitFor();
    await expectAccessible(seen, "an enterprise of which nothing is written");
    await speak(seen, "en");
    await part.getByLabel("Unified social credit code").fill("11100000000013338A");
    await part.getByLabel("Name of the enterprise").fill("示范登记有限公司");
    await part.getByLabel("Region in which it is registered").selectOption({ label: "朝阳区" });
    await part.getByLabel("Name of the legal representative").fill(REPRESENTATIVE.name);
    await part.getByLabel("Identity number of the legal representative").fill(REPRESENTATIVE.idNumber);
    await record.click();
    // It is the platform that finds the code's check character wrong.
    await part.locator("#enterprise-creditCode-problem").waitFor();
    await part.getByLabel("Unified social credit code").fill("11100000000013338W");
    await record.click();
    await part.getByText("示范登记有限公司 is on record.").waitFor();
    expect(await partOf(page, "A guardian").getByLabel("Name of the guardian").count()).toBe(1);
    await leave(seen, site().origin, DESK, Object.values(REPRESENTATIVE));
  });

  it("of a hall manager: a card reader is added, and taken out of use for a reason", async () => {
    const seen = await deskOf(site(), OFFICER_NAMES.hallManager);
    const { page } = seen;
    await page.getByRole("main").getByRole("link", { name: "Halls" }).click();
    await drawn(page);
    await goTo(seen, `/desk/halls/${ALWAYS_OPEN_HALL}`);
    const add = page.getByRole("button", { name: "Add it" });
    await add.click();
    await page.getByRole("alert").getByText("Write its code").waitFor();
    await expectAccessible(seen, "a reader of which nothing is written");
    await speak(seen, "en");
    await page.getByLabel("Code", { exact: true }).fill(READER);
    await page.getByLabel("Public key").fill("abc");
    await page.getByLabel("Reason").fill("新设备");
    await add.click();
    await page.locator("#publicKey-problem").waitFor();
    const { x = "" } = generateKeyPairSync("ed25519").publicKey.export({ format: "jwk" });
    await page.getByLabel("Public key").fill(x);
    await add.click();
    await page.getByText("The reader is added").waitFor();
    // Another one: the same words are told anew, and have the focus.
    await page.getByLabel("Code", { exact: true }).fill(ANOTHER_READER);
    const other = generateKeyPairSync("ed25519").publicKey.export({ format: "jwk" });
    await page.getByLabel("Public key").fill(other.x ?? "");
    await page.getByLabel("Reason").fill("新设备");
    await add.click();
    await page.getByRole("row", { name: ANOTHER_READER }).waitFor();
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.textContent))
      .toContain("The reader is added");
    const row = page.getByRole("row", { name: READER });
    await row.getByText("In use").waitFor();
    const retire = page.locator("details", { hasText: `Take ${READER} out of use` });
    await retire.locator("summary").click();
    await retire.getByLabel("Why it is taken out of use").fill("设备丢失");
    await page.getByRole("button", { name: `Take ${READER} out of use` }).click();
    await row.getByText("Out of use").waitFor();
    await expectAccessible(seen, "a reader that is out of use");
    await leave(seen, site().origin, DESK);
  });

  it("of an inspector: they put themselves on the roll with their interests, and leave it", async () => {
    const seen = await deskOf(site(), OFFICER_NAMES.inspector);
    const { page } = seen;
    await goTo(seen, "/desk/inspections?department=BJ-SCJG");
    const own = page.getByRole("region", { name: "Your own place on the roll" });
    await own.getByLabel("Enterprises in which you have an interest").fill("11100000000013338A");
    await own.getByRole("button", { name: "Put me on the roll" }).click();
    await own.locator("#interests-problem").waitFor();
    await expectAccessible(seen, "an interest in no enterprise");
    await speak(seen, "en");
    await own.getByLabel("Enterprises in which you have an interest").fill("11100000000013338W");
    await own.getByRole("button", { name: "Put me on the roll" }).click();
    await own.getByText("You are on the roll").waitFor();
    await own.getByRole("button", { name: "Leave the roll" }).click();
    await own.getByRole("button", { name: "Yes, leave the roll" }).click();
    await own.getByText("You have left the roll").waitFor();
    const roll = page.getByRole("table", { name: "The roll of inspectors" });
    await roll.getByRole("row", { name: OFFICER_NAMES.inspector }).getByText("Has left it").waitFor();
    await leave(seen, site().origin, DESK);
  });

  it("of a treasurer: a part of a payment is given back, and no more than it was", async () => {
    const payment = await somePayment(site());
    const seen = await deskOf(site(), OFFICER_NAMES.treasurer);
    const { page } = seen;
    await goTo(seen, "/desk/treasury");
    await page.getByRole("link", { name: "Give a payment back" }).click();
    const send = page.getByRole("button", { name: "Give it back" });
    await send.click();
    await page.getByRole("alert").getByText("Write the payment's id").waitFor();
    await expectAccessible(seen, "a refund of which nothing is written");
    await speak(seen, "en");
    await page.getByLabel("The payment's id").fill(payment);
    await page.getByLabel("Amount to give back").fill("999999");
    await page.getByLabel("Reason").fill("重复缴费");
    await send.click();
    await page.locator(".notice-bad, .field-error").first().waitFor();
    expect(await page.getByLabel("Reason").inputValue()).toBe("重复缴费");
    await page.getByLabel("Amount to give back").fill("0.01");
    await send.click();
    await page.getByText("¥0.01 is on its way back").waitFor();
    await leave(seen, site().origin, DESK, ["重复缴费"]);
  });
}

type Paid = {
  readonly me: {
    readonly payments: { readonly edges: readonly { readonly node: { readonly id: string } }[] };
  };
};

/** One that the demo citizen has made. */
async function somePayment(site: Site): Promise<string> {
  const { me } = await senderOf(
    site,
    site.demo.citizen,
  )<Paid>("{ me { payments(first: 1) { edges { node { id } } } } }");
  const [made] = me.payments.edges;
  if (!made) throw new Error("the demo citizen has paid nothing");
  return made.node.id;
}
