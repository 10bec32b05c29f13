import { expect, it } from "vitest";
import { OFFICER_NAMES } from "../../local/demo/officers.ts";
import { ask, signedIn } from "../local/local-platform.ts";
import { DESK, leave } from "./held.ts";
import type { Site } from "./site.ts";
import { untilForgottenIsOverdue } from "./supervised-city.ts";
import { drawn, expectAccessible, goTo, signedInAgain, signIn, speak, type Visit, visit } from "./visit.ts";

/** Departments of the demo city, by what they do. */
const [POLICE, FUND, MARKET] = ["BJ-GA", "BJ-GJJ", "BJ-SCJG"] as const;
const CHAOYANG = "110105";

export function supervisionJourneys(site: () => Site): void {
  it("of a supervisor: what is overdue, a review, a bad evaluation from hand to hand", async () => {
    const { browser, origin } = site();
    await signInOnce(site());
    await untilForgottenIsOverdue(site());
    const seen = await visit(browser, origin, "en");
    const { page } = seen;
    await page.goto(`/desk/supervision?department=${POLICE}`);
    await signIn(seen, OFFICER_NAMES.supervisor);
    const forgotten = page.getByRole("row").filter({ hasText: "Overdue" });
    await forgotten.first().waitFor();
    expect(await forgotten.first().innerText()).toContain("Residence permit");
    await page.getByRole("link", { name: "Needs attention (1)" }).waitFor();
    await expectAccessible(seen, "a department with a case that is overdue");
    await speak(seen, "en");
    await page.getByRole("link", { name: /^Clock stopped/ }).click();
    await page.getByText("No clock stands still").waitFor();
    // The focus stays in a filter while the list follows it, so that the next key goes there too.
    await page.getByLabel("Region").focus();
    await page.getByLabel("Region").selectOption({ label: "朝阳区" });
    await expect.poll(() => new URL(page.url()).search).toContain(CHAOYANG);
    await drawn(page);
    expect(await page.getByLabel("Region").evaluate((filter) => filter === document.activeElement)).toBe(
      true,
    );

    await goTo(seen, `/desk/reviews?department=${FUND}&region=${CHAOYANG}`);
    await page.getByRole("region", { name: "To be reviewed" }).getByRole("link").first().click();
    await page.getByRole("heading", { name: "Your judgement" }).waitFor();
    await page.getByRole("button", { name: "It was decided rightly" }).click();
    await page.getByRole("alert").getByText("Write it down first").waitFor();
    await expectAccessible(seen, "a review without a word");
    await speak(seen, "en");
    await page.getByLabel("Your finding, and why").fill("核对无误。");
    await page.getByRole("button", { name: "It was decided rightly" }).click();
    await page.getByText("Found right").waitFor();

    await goTo(seen, `/desk/evaluations?department=${FUND}&region=${CHAOYANG}`);
    await page.getByText("材料说明看不懂。").waitFor();
    await page.getByRole("button", { name: "Give it to them" }).click();
    await page.getByText("Choose somebody").waitFor();
    await expectAccessible(seen, "a bad evaluation that is given to nobody");
    await speak(seen, "en");
    await page.getByLabel(/^Give it to/).selectOption({ label: OFFICER_NAMES.reviewer });
    // A choice outlives the page as a text does.
    await page.reload();
    await signedInAgain(seen);
    await page.getByRole("button", { name: "Give it to them" }).click();
    await page.getByText("Being put right").first().waitFor();
    await beginPlan(seen);
    await leave(seen, origin, DESK, ["核对无误"]);

    await putRight(site());
  });

  it("of an auditor: a case's trail is verified, and compared with what was kept of it", async () => {
    const { browser, origin } = site();
    const seen = await visit(browser, origin, "en");
    const { page } = seen;
    await page.goto(`/desk/audit?department=${FUND}&region=${CHAOYANG}`);
    await signIn(seen, OFFICER_NAMES.auditor);
    await page.getByRole("row").getByRole("link").first().click();
    await page.getByText("The trail is as it was written").waitFor();
    await expectAccessible(seen, "a trail that is verified");
    await speak(seen, "en");
    await page.getByText("Compare with an earlier verification").click();
    await page.getByRole("button", { name: "Verify", exact: true }).click();
    await page.getByRole("alert").getByText("Fill in the number of entries").waitFor();
    await page.getByLabel("How many entries there were").fill("1");
    await page.getByLabel("The check value then").fill("not what was written");
    await page.getByRole("button", { name: "Verify", exact: true }).click();
    await page.getByText("The trail is not as it was written").waitFor();
    await expectAccessible(seen, "a trail that is not what an auditor has kept");
    await leave(seen, origin, DESK);
  });
}

/** A plan is begun: each thing that is missing is said at its field, and a text stays though the page is left. */
async function beginPlan(seen: Visit): Promise<void> {
  const { page } = seen;
  const open = async (): Promise<void> => {
    await goTo(seen, `/desk/inspections?department=${MARKET}&region=${CHAOYANG}`);
    await page.getByText("Draw a new plan").click();
  };
  await open();
  await page.getByRole("button", { name: "Draw", exact: true }).click();
  await page.locator("#plan-title-problem").waitFor();
  await page.locator("#plan-count-problem").waitFor();
  await page.getByLabel("Name of the plan").fill("冬季检查");
  await goTo(seen, "/desk");
  await open();
  expect(await page.getByLabel("Name of the plan").inputValue()).toBe("冬季检查");
}

/** Work is given to officers who have signed in once. */
async function signInOnce({ endpoint, demo: { officers } }: Site): Promise<void> {
  const { reviewer } = officers;
  if (!reviewer) throw new Error("the demo city has no reviewer");
  await ask(endpoint, "{ viewer { name } }", signedIn(reviewer));
}

/** The officer to whom it was given says what they have done, and the supervisor calls back. */
async function putRight({ browser, origin }: Site): Promise<void> {
  const theirs = await visit(browser, origin, "en");
  await theirs.page.goto("/desk/evaluations");
  await signIn(theirs, OFFICER_NAMES.reviewer);
  await theirs.page.getByLabel("Measures that you have taken").fill("已改写材料说明。");
  await theirs.page.getByRole("button", { name: "It is put right" }).click();
  await theirs.page.getByText("There is nothing here").waitFor();
  await theirs.context.close();

  const back = await visit(browser, origin, "en");
  await back.page.goto(`/desk/evaluations?department=${FUND}&region=${CHAOYANG}`);
  await signIn(back, OFFICER_NAMES.supervisor);
  await back.page.getByText("已改写材料说明。").waitFor();
  await expectAccessible(back, "an evaluation whose author is to be called back");
  await speak(back, "en");
  await back.page.getByLabel("Their words when they were called back").fill("说明清楚了。");
  await back.page.getByRole("button", { name: "They are satisfied" }).click();
  await back.page.getByText("There is nothing here").waitFor();
  await back.context.close();
}
