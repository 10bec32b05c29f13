import { expect, it } from "vitest";
import { readWithDemoReader } from "../../local/demo/card-reader.ts";
import { ALWAYS_OPEN_HALL } from "../../local/demo/halls.ts";
import { OFFICER_NAMES } from "../../local/demo/officers.ts";
import { identityCheck } from "../../services/field/identity-document.ts";
import { dateAt } from "../../services/kernel/civil-date.ts";
import type { Instant } from "../../services/kernel/runtime.ts";
import { DESK, leave } from "./held.ts";
import type { Site } from "./site.ts";
import { drawn, expectAccessible, goTo, partOf, signIn, type Visit, visit, WIDTHS } from "./visit.ts";

/** A window at which nobody of another journey is. */
const WINDOW = `/desk/window/${ALWAYS_OPEN_HALL}/2`;

const now = (): Instant => new Date().toISOString() as Instant;

/** Somebody who has this age the whole year through. */
function personOf(age: number, name: string) {
  const first17 = `110105${Number(dateAt(now()).slice(0, 4)) - age}0101777`;
  return { name, idNumber: first17 + identityCheck(first17) };
}
const PARENT = personOf(40, "程建军");
const CHILD = personOf(8, "程小小");
const WORKER = personOf(16, "程大力");
const GROWN = personOf(19, "程长大");

const RECORD = "Record them as a guardian";
const END = "End a guardianship";
const AUTHORITY = "Record a written authority";
const OWN_LABOUR = "16 or 17, living on their own labour";

export function guardianJourney(site: () => Site): void {
  it("of papers at a window: a guardian is recorded and acts, the end of it, an authority, a minor's own income", async () => {
    const { browser, origin } = site();
    const seen = await visit(browser, origin, "en", WIDTHS.desktop);
    await seen.page.goto("/desk/window");
    await signIn(seen, OFFICER_NAMES.clerk);

    await receive(seen, PARENT);
    await expectRecorded(seen);
    await expectEnded(seen);
    await expectAuthority(seen);
    await receive(seen, WORKER);
    await expectOwnIncome(seen);
    await leave(
      seen,
      origin,
      DESK,
      [PARENT, CHILD, WORKER, GROWN].flatMap(({ name, idNumber }) => [name, idNumber]),
    );
  });
}

async function receive(seen: Visit, person: typeof PARENT): Promise<void> {
  const { page } = seen;
  await goTo(seen, WINDOW);
  const read = readWithDemoReader({ hall: ALWAYS_OPEN_HALL, ...person, readAt: now() });
  await partOf(page, "Somebody without a ticket").getByLabel("Identity card").fill(JSON.stringify(read));
  // Nobody of them has ever signed in.
  await page.getByText("A person whose name is not on record is at your window").waitFor();
  await drawn(page);
}

async function expectRecorded(seen: Visit): Promise<void> {
  const { page } = seen;
  const whose = page.getByLabel("In whose matter");
  const form = page.locator("details", { hasText: RECORD });
  await page.getByText(RECORD, { exact: true }).click();
  await form.getByRole("button", { name: "Record the guardian" }).click();
  await form.getByRole("alert").getByText("Choose how they stand to the minor").waitFor();
  await expectAccessible(seen, "a guardian of whom nothing is written");

  await form.getByLabel("Name of the minor").fill(CHILD.name);
  await form.getByLabel("Identity number of the minor").fill(GROWN.idNumber);
  await form.getByLabel("How they stand").selectOption({ label: "A parent" });
  await form.getByLabel("Name of the guardian").fill(PARENT.name);
  await form.getByLabel("Identity number of the guardian").fill(PARENT.idNumber);
  await form.getByLabel("Number of the paper").fill("出生医学证明 T110105777");
  await form.getByRole("button", { name: "Record the guardian" }).click();
  await form.getByRole("alert").getByRole("link", { name: "full legal capacity" }).click();
  const number = form.getByLabel("Identity number of the minor");
  await expect.poll(() => number.evaluate((field) => field === document.activeElement)).toBe(true);
  const kept = await page.evaluate(() => JSON.stringify({ ...sessionStorage }));
  expect(kept).toContain("T110105777");
  for (const { idNumber } of [PARENT, GROWN]) expect(kept).not.toContain(idNumber);

  // As a clerk types it who copies from a card.
  await number.fill(` ${CHILD.idNumber.slice(0, 6)} ${CHILD.idNumber.slice(6).toLowerCase()} `);
  await form.getByRole("button", { name: "Record the guardian" }).click();
  await form.getByText(`${PARENT.name} is on record as the guardian until`).waitFor();
  await whose.selectOption({ label: `${CHILD.name} (by their guardian)` });
  await page.getByRole("heading", { name: "Apply for them" }).waitFor();
}

async function expectEnded(seen: Visit): Promise<void> {
  const { page } = seen;
  const form = page.locator("details", { hasText: END });
  const end = async (): Promise<void> => {
    await form.getByLabel("Identity number of the minor").fill(CHILD.idNumber);
    await form.getByLabel("Identity number of the guardian").fill(PARENT.idNumber);
    await form.getByLabel("Number of the paper").fill("(2026)京0105民特777号");
    await form.getByRole("button", { name: "End the guardianship" }).click();
  };
  await page.getByText(END, { exact: true }).first().click();
  await end();
  await form.getByText(`The guardianship of ${PARENT.name} has ended`).waitFor();
  await page.getByLabel("In whose matter").waitFor({ state: "detached" });
  await end();
  await form.getByText("No such guardianship is in force").waitFor();

  // The parent's own matter is what is chosen again.
  await page.getByLabel("Service").selectOption({ label: "Residence permit" });
  await page.getByLabel("Region").selectOption({ label: "朝阳区" });
  await page.getByRole("button", { name: "Begin" }).click();
  await page.getByRole("heading", { name: "Residence permit", level: 1 }).waitFor();
}

async function expectAuthority(seen: Visit): Promise<void> {
  const { page } = seen;
  await page.goBack();
  await drawn(page);
  const form = page.locator("details", { hasText: AUTHORITY });
  await page.getByText(AUTHORITY, { exact: true }).click();
  await form.getByRole("button", { name: "Record the authority" }).click();
  await form.getByRole("alert").getByText("Write the name of the agent").waitFor();
  await form.getByLabel("identity number of the person who is acted for").fill(PARENT.idNumber);
  await form.getByLabel("Name of the agent").fill(GROWN.name);
  await form.getByLabel("Identity number of the agent").fill(GROWN.idNumber);
  await form.getByLabel("Last day of the authority").fill("2020-01-01");
  await form.getByLabel("Number of the paper").fill("授权委托书 777");
  await form.getByRole("button", { name: "Record the authority" }).click();
  await form.locator("#authority-until-problem").waitFor();
  const inAYear = `${Number(dateAt(now()).slice(0, 4)) + 1}-01-01`;
  await form.getByLabel("Last day of the authority").fill(inAYear);
  await form.getByRole("button", { name: "Record the authority" }).click();
  await form.getByText(`${GROWN.name} acts for them until`).waitFor();
}

async function expectOwnIncome(seen: Visit): Promise<void> {
  const { page } = seen;
  const form = page.locator("details", { hasText: OWN_LABOUR });
  const record = async ({ idNumber }: typeof WORKER): Promise<void> => {
    await form.getByLabel("Their own identity number").fill(idNumber);
    await form.getByLabel("Number of the paper").fill("劳动合同 777");
    await form.getByRole("button", { name: "Record their own income" }).click();
  };
  await page.getByText(OWN_LABOUR).click();
  await record(CHILD);
  await form.getByRole("alert").getByText("The minor has to be at the window").waitFor();
  await page.getByText(RECORD, { exact: true }).click();
  await page.getByText(END, { exact: true }).first().click();
  await expectAccessible(seen, "papers at a window, one of them refused");
  await record(WORKER);
  await form.getByText("they act for themselves from now on").waitFor();
}
