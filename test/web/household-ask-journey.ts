import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { identityCheck } from "../../services/field/identity-document.ts";
import { leave, PORTAL } from "./held.ts";
import type { Portal } from "./portal.test.ts";
import {
  DEMO_CITIZEN,
  drawn,
  expectAccessible,
  goTo,
  partOf,
  signedInAgain,
  signIn,
  speak,
  type Visit,
  visit,
} from "./visit.ts";
import { OWN_NUMBER } from "./wallet-steps.ts";
import { ITEM_WITH_WAYS } from "./ways-city.ts";

/** Of the demo city: one who applies, and their child. */
const APPLICANT = "周建国";
const CHILD_17 = "11010520200901108";
const CHILD = { name: "周小宝", idNumber: CHILD_17 + identityCheck(CHILD_17) };

export function householdAskJourney(portal: () => Portal): void {
  it("of a household: its member is asked for a licence, agrees and takes it back; a guardian answers for a child", async () => {
    const { browser, origin } = portal();
    const applicant = await visit(browser, origin, "en");
    const { page } = applicant;
    await page.goto(`/apply/${ITEM_WITH_WAYS}`);
    await signIn(applicant, APPLICANT);
    await page.getByRole("radio", { name: "Myself" }).check();
    await page.getByRole("button", { name: "Start" }).click();
    await page.waitForURL(/\/cases\/app_\w+\/edit/);
    const materials = `${new URL(page.url()).pathname}?step=materials`;
    await goTo(applicant, materials);
    await askFor(applicant, { name: DEMO_CITIZEN, idNumber: OWN_NUMBER });

    const member = await visit(browser, origin, "en");
    await openMessage(member);
    await agree(member);
    await page.goto(materials);
    await signedInAgain(applicant);
    await page.getByText(/王小明 \(.+\) agreed on .+ until you hand in/).waitFor();
    await page.getByText("Not asked for: the platform has it").waitFor();
    await expectAccessible(applicant, "a material for which a licence of a member stands");
    await speak(applicant, "en");

    await takeBack(member);
    await leave(member, origin, PORTAL);
    await page.goto(materials);
    await signedInAgain(applicant);
    await page.getByText(/took their yes back on/).waitFor();
    await askAnother(applicant);
    await refuseForChild(applicant);
    await leave(applicant, origin, PORTAL, [CHILD.name, CHILD.idNumber]);
  });
}

const ask = (page: Page): Promise<void> => page.getByRole("button", { name: "Ask them" }).click();

async function name(page: Page, of: typeof CHILD): Promise<void> {
  await page.getByLabel("The member's name").fill(of.name);
  await page.getByLabel("The member's identity number").fill(of.idNumber);
}

/** By keys alone, and with what is missing said at its place. */
async function askFor(seen: Visit, of: typeof CHILD): Promise<void> {
  const { page } = seen;
  const opener = page.getByText("Ask a member of your household for their licence");
  await opener.focus();
  await page.keyboard.press("Enter");
  await ask(page);
  await page.getByRole("alert").getByText("Write the member's name").waitFor();
  await name(page, { ...of, idNumber: of.idNumber.replace("X", "1") });
  await ask(page);
  await page.getByRole("alert").getByText("This is no valid identity number").waitFor();
  await expectAccessible(seen, "a member of the household with a number that is none");
  await speak(seen, "en");
  await page.getByLabel("The member's identity number").fill(` ${of.idNumber.toLowerCase()} `);
  await page.keyboard.press("Enter");
  await page.getByText(`${of.name} is asked: they are told of it`).waitFor();
  await page.getByText(/was asked on .+ has not answered yet/).waitFor();
}

/** The message that they are told by leads to what is asked. */
async function openMessage(seen: Visit): Promise<void> {
  const { page } = seen;
  await page.goto("/messages");
  await signIn(seen);
  const message = page.getByRole("listitem").filter({ hasText: "A member of your household asks you" });
  await expect
    .poll(async () => {
      await page.reload();
      await signedInAgain(seen);
      return message.count();
    })
    .toBeGreaterThan(0);
  await message.first().getByRole("link").click();
  await page.getByRole("heading", { name: "What your household asks of you" }).waitFor();
  await drawn(page);
}

async function agree(seen: Visit): Promise<void> {
  const { page } = seen;
  const asked = partOf(page, "Asked of you");
  for (const said of [
    "Somebody without a name on record",
    "Disability certificate",
    "Grade",
    "the officers who handle this application",
  ])
    await asked.getByText(said).first().waitFor();
  await asked.getByRole("button", { name: /^Let it be used/ }).click();
  await page.getByText("You can take it back until it is handed in").waitFor();
  await expectAccessible(seen, "a licence that the household asks for");
  await speak(seen, "en");
  await asked.getByRole("button", { name: "Yes, let it be used" }).click();
  await page.getByText("You agreed, and the licence can be used").waitFor();
}

async function takeBack({ page }: Visit): Promise<void> {
  await page.getByRole("button", { name: /^Take it back/ }).click();
  await page.getByRole("button", { name: "Yes, take it back" }).click();
  await page.getByText("You took your yes back").waitFor();
  await expect.poll(() => page.getByRole("button", { name: /^(Let it|Say no|Take it)/ }).count()).toBe(0);
}

/** Nobody is asked twice; a child is asked by their guardian. */
async function askAnother({ page }: Visit): Promise<void> {
  await page.getByText("Ask another member instead").click();
  await name(page, { name: DEMO_CITIZEN, idNumber: OWN_NUMBER });
  await ask(page);
  await page.getByRole("alert").getByText("is not asked again").waitFor();
  await name(page, CHILD);
  await ask(page);
  await page.getByText(`${CHILD.name} is asked: they are told of it`).waitFor();
}

async function refuseForChild(seen: Visit): Promise<void> {
  const { page } = seen;
  await goTo(seen, "/licences");
  await page.getByRole("link", { name: "What your household asks your licences for" }).click();
  const ofChild = partOf(page, `Asked of ${CHILD.name}, for whom you answer as a guardian`);
  await ofChild.getByRole("button", { name: /^Say no/ }).click();
  await ofChild.getByRole("button", { name: "Yes, say no" }).click();
  await page.getByText("You said no.").waitFor();
  await expectAccessible(seen, "a child's licence that was refused to the household");
}
