import { expect, it } from "vitest";
import { dateAt } from "../../web/shared/format/dates.ts";
import { press } from "./by-keys.ts";
import type { Desk } from "./desk.test.ts";
import { handIn, senderOf } from "./desk-city.ts";
import { DESK, leave } from "./held.ts";
import { expectAccessible, goTo, signIn, speak, type Visit, visit } from "./visit.ts";

const NOTES = `query ($id: ID!) {
  node(id: $id) { ... on Application { notes { edges { node { id kind } } } } }
}`;
const REPLY = `mutation ($note: ID!) {
  replyToNote(note: $note, text: "已附上最新的门牌号。", idempotencyKey: "desk-reply") { __typename }
}`;
const STANDING = `query ($id: ID!) { node(id: $id) { ... on Application { status decision { reason ground { law article } } } } }`;
const GIVE_BACK = `mutation ($id: ID!) {
  reassignStep(id: $id, step: "accept", reason: "另行安排") { __typename }
}`;

type Notes = {
  readonly node: {
    readonly notes: {
      readonly edges: readonly { readonly node: { readonly id: string; readonly kind: string } }[];
    };
  };
};

export function deskJourneys(desk: () => Desk): void {
  it("through an officer's day: from the next case to a correction, a review with a pause, a grant by keys alone, and on", async () => {
    const { browser, origin, city } = desk();
    const { id, number } = city.permit;
    const citizen = senderOf(desk(), desk().demo.citizen);
    const seen = await visit(browser, origin, "en");
    const { page } = seen;
    await page.goto("/desk/queue?region=110105&department=BJ-GA");
    await signIn(seen, "陈洁");
    const due = page.getByRole("combobox", { name: "Due" });
    await due.focus();
    await due.selectOption({ label: "Overdue" });
    await page.waitForURL(/due=overdue/);
    await page.getByText("Nothing waits here").waitFor();
    expect(await due.evaluate((filter) => filter === document.activeElement), "focus in the filter").toBe(
      true,
    );
    await due.selectOption({ label: "All" });
    await page.getByRole("button", { name: "Take on the next one" }).click();
    await page.waitForURL(`**/desk/cases/${id}`);
    await page.getByRole("heading", { name: "Residence permit" }).waitFor();

    // A notice that names nothing, then one that does not say what is wrong.
    await page.getByRole("button", { name: "Ask for corrections" }).click();
    await page.getByRole("button", { name: "Ask for corrections" }).click();
    await page.getByRole("alert").getByText("Mark at least one thing").waitFor();
    await page.getByRole("checkbox", { name: /Address of residence/ }).check();
    await page.getByRole("checkbox", { name: /Photograph/ }).check();
    await page.getByRole("checkbox", { name: /Photograph/ }).uncheck();
    await page.getByRole("button", { name: "Ask for corrections" }).click();
    await page.getByRole("alert").getByText("Fill this in").waitFor();
    await expectAccessible(seen, "a correction notice with a problem");
    await speak(seen, "en");
    await page.getByLabel("Address of residence: what is wrong").fill("请补充门牌号。");
    await page.getByRole("button", { name: "Ask for corrections" }).click();
    await page.getByText("The notice is sent").waitFor();
    await page.getByText("请补充门牌号。").waitFor();

    // The applicant puts it right; the officer accepts it.
    await handIn(citizen, id, {
      ...{ key: "desk-corrected", form: { address: "示范路 8 号 2 单元 302" } },
    });
    await signOut(seen);
    await page.goto("/desk/search");
    await signIn(seen, "陈洁");
    await takeOn(seen, "Acceptance", number);
    await page.getByText("示范路 8 号 2 单元 302").waitFor();
    // A refusal shows the remedies that it will name, before it is made.
    await page.getByRole("button", { name: "Refuse" }).click();
    await page.getByText("The remedies that it will name").click();
    await page.getByText("People's Government of Beijing Municipality").waitFor();
    await expectAccessible(seen, "a refusal with its remedies");
    await speak(seen, "en");
    await page.getByRole("button", { name: "Cancel" }).click();
    await act(seen, "Accept", {}, "It is accepted");

    // A note to the applicant, and their reply.
    await page.getByRole("combobox", { name: "For" }).selectOption("TO_APPLICANT");
    await page.getByRole("button", { name: "Keep the note" }).click();
    await page.getByRole("alert").getByText("Write the note first").waitFor();
    await page.getByLabel("Your note").fill("请说明门牌号的来源。");
    await page.getByRole("button", { name: "Keep the note" }).click();
    await page.getByText("The note is kept").waitFor();
    const { node } = await citizen<Notes>(NOTES, { id });
    await citizen(REPLY, { note: node.notes.edges[0]?.node.id });
    await signOut(seen);

    // Another officer reviews it, while the clock stands still for a time.
    await page.goto("/desk/search");
    await signIn(seen, "杨帆");
    await takeOn(seen, "Review", number);
    await page.getByText("已附上最新的门牌号。").waitFor();
    await act(
      seen,
      "Stop the clock",
      { "Ground of the pause": "Hearing", "Expected end": dateAt(new Date()), Note: "听证会" },
      "The clock stands still",
    );
    await page.getByText("and still").waitFor();
    await expectAccessible(seen, "a case whose clock stands still");
    await speak(seen, "en");
    await act(seen, "Let the clock run", {}, "The clock runs again");
    await act(seen, "Finish the review: Review", { "Your opinion": "符合条件" }, "The step is finished");
    await signOut(seen);

    await page.goto(`/desk/cases/${id}`);
    await signIn(seen, "徐峰");
    await press(page.getByRole("button", { name: "Take on: Decision", exact: true }));
    await page.getByRole("heading", { name: "Take on: Decision" }).waitFor();
    await press(page.getByRole("button", { name: "Take on: Decision", exact: true }));
    await page.getByText("You have taken it on").waitFor();
    await press(page.getByRole("button", { name: "Grant", exact: true }));
    await page.getByRole("heading", { name: "Grant" }).waitFor();
    await page.keyboard.press("Tab");
    await page.keyboard.type("符合居住证暂行条例第二条。");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.getByText("It is granted").waitFor();
    await expectAccessible(seen, "a granted case");
    expect(await citizen(STANDING, { id })).toMatchObject({
      node: { status: "APPROVED", decision: { reason: "符合居住证暂行条例第二条。" } },
    });
    await signOut(seen);

    // A supervisor hands the last step on to somebody whom a part of the name finds, once they have come to the desk.
    const { issuer } = desk().demo.officers;
    if (!issuer) throw new Error("the demo city has no issuer");
    await senderOf(desk(), issuer)("{ viewer { name } }");
    await page.goto(`/desk/cases/${id}`);
    await signIn(seen, "马超");
    await page.getByRole("button", { name: "Hand on: Making and issue" }).click();
    await page.getByRole("searchbox", { name: "Colleague" }).fill("孙");
    await page.getByRole("option", { name: "孙燕" }).waitFor();
    await expectAccessible(seen, "a step that is handed on");
    await speak(seen, "en");
    await page.getByRole("option", { name: "孙燕" }).click();
    await act(seen, "Hand on: Making and issue", { Reason: "由发证员办理" }, "It is handed on");
    await page.getByText("Under way · Beijing Public Security Bureau · 孙燕").waitFor();
    await leave(seen, origin, DESK, [
      "请补充门牌号",
      "请说明门牌号的来源",
      "示范路 8 号",
      "符合居住证",
      "由发证员办理",
    ]);
  });

  it("through a material and a conflict: a colleague acts meanwhile, which is said, and what was written is kept", async () => {
    const { browser, origin, city, demo } = desk();
    const { id } = city.second;
    const { supervisor } = demo.officers;
    if (!supervisor) throw new Error("the demo city has no supervisor");
    const seen = await visit(browser, origin, "en");
    const { page } = seen;
    await page.goto(`/desk/cases/${id}`);
    await signIn(seen, "陈洁");
    await act(seen, "Take on: Acceptance", {}, "You have taken it on");

    // A material comes in a window of its own: this page, with its sign-in, stays.
    const file = seen.context.waitForEvent("response", (answer) => answer.url().includes("/files/"));
    await page.getByRole("button", { name: "Download photo.pdf" }).click();
    expect((await file).headers()["content-disposition"]).toContain("photo.pdf");

    // Reasons and law, each asked for at its place.
    await page.getByRole("button", { name: "Refuse" }).click();
    await page.getByLabel("Reason").fill("材料不全。");
    await page.getByRole("button", { name: "Refuse" }).click();
    await page.getByRole("alert").getByText("Fill this in").first().waitFor();
    await expectAccessible(seen, "a refusal without its ground");
    await speak(seen, "en");
    await page.getByRole("combobox", { name: "Grounds of this item" }).selectOption({ index: 1 });
    const law = await page.getByLabel("Law").inputValue();
    expect(law).not.toBe("");

    await senderOf(desk(), supervisor)(GIVE_BACK, { id });
    await page.getByRole("button", { name: "Refuse" }).click();
    await page.getByText("This cannot be done any more").waitFor();
    await page.getByText("材料不全。").waitFor();
    await expectAccessible(seen, "an act that a colleague was quicker than");
    await speak(seen, "en");
    await goTo(seen, `/desk/cases/${id}`);
    await act(seen, "Take on: Acceptance", {}, "You have taken it on");
    await page.getByRole("button", { name: "Refuse" }).click();
    expect(await page.getByLabel("Reason").inputValue()).toBe("材料不全。");
    await page.getByRole("button", { name: "Refuse" }).click();
    await page.getByText("It is refused").waitFor();
    expect(await senderOf(desk(), demo.citizen)(STANDING, { id })).toMatchObject({
      node: { status: "REJECTED", decision: { reason: "材料不全。", ground: { law } } },
    });

    await leave(seen, origin, DESK, ["材料不全"]);
  });
}

/** Opens an act, if it is not open already, fills it in, and does it. */
async function act(
  { page }: Visit,
  title: string,
  values: Readonly<Record<string, string>>,
  done: string,
): Promise<void> {
  const form = page.locator("form", { has: page.getByRole("heading", { name: title }) });
  if ((await form.count()) === 0) await page.getByRole("button", { name: title, exact: true }).click();
  for (const [label, value] of Object.entries(values)) {
    const field = form.getByLabel(label);
    if ((await field.evaluate(({ tagName }) => tagName)) === "SELECT")
      await field.selectOption({ label: value });
    else await field.fill(value);
  }
  await form.getByRole("button", { name: title, exact: true }).click();
  await page.getByText(done).waitFor();
}

/** Finds a case by its number and takes a step of it on. */
async function takeOn(seen: Visit, step: string, number: string): Promise<void> {
  const { page } = seen;
  await goTo(seen, "/desk/search");
  await page.getByLabel("Case number").fill(number);
  await page.getByRole("button", { name: "Find", exact: true }).click();
  await page.getByRole("link", { name: number }).click();
  await page.getByRole("heading", { name: "Residence permit" }).waitFor();
  await act(seen, `Take on: ${step}`, {}, "You have taken it on");
}

async function signOut({ page }: Visit): Promise<void> {
  await page.getByRole("button", { name: "Sign out" }).click();
  // By way of the issuer, to the desk's first page.
  await page.waitForURL(({ pathname }) => pathname === "/desk");
  await page.getByText("Sign in to see this").waitFor();
}
