import type { FileChooser, Page } from "playwright-core";
import { expect, it } from "vitest";
import { ask, signedIn } from "../local/local-platform.ts";
import { control, press, tabTo } from "./by-keys.ts";
import { leave, PORTAL } from "./held.ts";
import { payOut } from "./own-journeys.ts";
import type { Portal } from "./portal.test.ts";
import { drawn, expectAccessible, goTo, signedInAgain, signIn, speak, type Visit, visit } from "./visit.ts";

const PDF = { mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.4 a page of the demo city") };
const ADDRESS = "北京市朝阳区建国路 88 号 3 号楼 1201";
const BANK_REFERENCE = "20261130-000118";

export function applyJourneys(portal: () => Portal): void {
  it("to apply: sent back, put right, handed in again, granted, and evaluated", async () => {
    const { browser, origin } = portal();
    const seen = await visit(browser, origin, "en");
    const { page } = seen;
    await page.goto("/services/BJ-GA-JZZSL-001");
    await drawn(page);
    await page.getByRole("link", { name: "Apply" }).click();
    await signIn(seen);
    await page.getByRole("button", { name: "Start" }).click();
    await heading(page, "Applicant");
    // The platform shows what it holds, and does not ask for it.
    await page.getByText("110105********002X").waitFor();
    expect(await page.getByLabel("Mobile number").count()).toBe(0);
    await goOn(page, "Residence");

    // Nothing is filled in: each field says what it wants, and so does the summary, which leads to it.
    await page.getByRole("button", { name: "Save and continue" }).click();
    const summary = page.getByRole("alert");
    await summary.getByRole("link", { name: /Address of residence/ }).click();
    await expectAccessible(seen, "a page with problems");
    await speak(seen, "en");
    await summary.getByRole("link", { name: /Address of residence/ }).click();
    expect(await focused(page)).toBe("form-address");
    await page.getByLabel("Address of residence").fill("北京市");
    await page.getByLabel("District of residence").selectOption({ label: "朝阳区" });
    await page.getByLabel("Resident in Beijing since").fill("2025-03-02");
    await page.getByRole("radio", { name: "A steady lawful home" }).check();
    await page.getByRole("button", { name: "Save and continue" }).click();
    await summary.getByText(/Address of residence: At least 5/).waitFor();
    await page.getByLabel("Address of residence").fill(ADDRESS);
    await goOn(page, "Files");
    await sendFiles(seen);
    await page.getByRole("link", { name: "Continue" }).click();

    await heading(page, "Check your answers");
    expect(await page.locator("main").innerText()).toContain(ADDRESS);
    await expectAccessible(seen, "the answers before they are handed in");
    await speak(seen, "en");
    await page.getByRole("link", { name: /Change.*Address of residence/ }).click();
    await heading(page, "Residence");
    expect(await focused(page)).toBe("form-address");
    await goOn(page, "Check your answers");
    await page.getByRole("button", { name: "Hand in", exact: true }).click();
    await page.getByText("We have your application").waitFor();
    expect(await page.locator("main .big").innerText()).toMatch(/^\d{14}$/);
    await expectAccessible(seen, "an application that was received");
    await speak(seen, "en");

    const id = caseIn(page);
    await lookAtFiles(seen, id);
    await asOfficer(portal(), "acceptor", `claimStep(id: "${id}", step: "accept")`);
    await asOfficer(
      portal(),
      "acceptor",
      `requestCorrection(id: "${id}", input: { fields: [{ name: "address", note: "请写明房间号" }],
        materials: [{ name: "photo", note: "照片不清晰" }] })`,
    );
    // Another day: nothing of what was shown is kept.
    await page.goto("/");
    await signedInAgain(seen);
    await speak(seen, "en");
    await page.getByRole("region", { name: "To do" }).getByRole("link", { name: "Residence permit" }).click();
    await heading(page, "Residence");
    // Nothing but what the notice names can be changed.
    await page.getByText("请写明房间号").waitFor();
    expect(await page.locator("main").getByRole("textbox").count()).toBe(1);
    await expectAccessible(seen, "a page that was sent back");
    await speak(seen, "en");
    await page.getByLabel("Address of residence").fill(`${ADDRESS} 室`);
    await goOn(page, "Files");
    await page.getByText("照片不清晰").waitFor();
    expect(await page.locator("section:has(input[type=file])").count()).toBe(1);
    await page
      .locator("input[type=file]")
      .first()
      .setInputFiles({ name: "photo-2.pdf", ...PDF });
    await page.getByText("Received: photo-2.pdf").waitFor();
    await page.getByRole("link", { name: "Continue" }).click();
    await page.getByRole("button", { name: "Hand in what was put right" }).click();
    await page.getByText("We have your application").waitFor();

    await asOfficer(portal(), "acceptor", `claimStep(id: "${id}", step: "accept")`);
    await asOfficer(portal(), "acceptor", `acceptApplication(id: "${id}")`);
    await asOfficer(portal(), "reviewer", `claimStep(id: "${id}", step: "review")`);
    await asOfficer(portal(), "reviewer", `finishStep(id: "${id}", opinion: "材料齐全")`);
    await asOfficer(portal(), "decider", `claimStep(id: "${id}", step: "decide")`);
    await asOfficer(portal(), "decider", `approveApplication(id: "${id}", reason: "符合法定条件")`);

    // A bad evaluation says what was bad.
    await goTo(seen, `/cases/${id}`);
    await page.getByRole("link", { name: "Say how it went" }).click();
    await page.getByRole("button", { name: "Send" }).click();
    await page.getByRole("alert").getByText("Choose how it went").waitFor();
    await page.getByRole("radio", { name: "Bad", exact: true }).check();
    await page.getByRole("button", { name: "Send" }).click();
    await page.getByRole("alert").getByText("Say what was bad").waitFor();
    await expectAccessible(seen, "an evaluation without words");
    await speak(seen, "en");
    await page.getByLabel("Your words").fill("照片要求没有事先说明。");
    await page.getByRole("button", { name: "Send" }).click();
    await page.getByText("To be put right by").waitFor();
    await expectAccessible(seen, "an evaluation that was given");
    await leave(seen, origin, PORTAL, [ADDRESS, "照片要求没有事先说明"]);
  });

  it("to fill in a form: offline, reloaded and signed in anew, nothing that was typed is lost", async () => {
    const { browser, origin, city } = portal();
    const seen = await visit(browser, origin, "en");
    const { page } = seen;
    const path = `/cases/${city.draft}/edit?step=page3`;
    await page.goto(path);
    await signIn(seen);
    await page.getByLabel("Address of the rented home").fill(ADDRESS);
    await page.getByLabel(/Rent a month/).fill("4,500 元");
    await page.route("**/graphql", (route) => route.abort("internetdisconnected"));
    await page.getByRole("button", { name: "Save and continue" }).click();
    await page.getByText("You are offline").waitFor();
    await expectAccessible(seen, "a page that could not be saved");
    await page.unrouteAll({ behavior: "wait" });
    await page.goto(path);
    await signedInAgain(seen);
    await speak(seen, "en");
    expect(await page.getByLabel("Address of the rented home").inputValue()).toBe(ADDRESS);
    expect(await page.getByLabel(/Rent a month/).inputValue()).toBe("4,500 元");

    // The platform saves it, and its answer is lost: to save it again is the same.
    await page.route("**/graphql", async (route) => {
      await route.fetch();
      await route.abort("connectionreset");
    });
    await page.getByRole("button", { name: "Save and continue" }).click();
    await page.getByText("You are offline").waitFor();
    await page.unrouteAll({ behavior: "wait" });
    await page.getByRole("button", { name: "Try again" }).click();
    await page
      .getByRole("alert")
      .getByText(/District of the rented home/)
      .first()
      .waitFor();
    expect(await page.getByLabel(/Rent a month/).inputValue()).toBe("4500.00");
    expect(await page.evaluate(() => JSON.stringify({ ...sessionStorage }))).not.toContain(ADDRESS);

    // A list: an entry is added, and has the focus; one is taken out.
    await goTo(seen, `/cases/${city.trader}/edit?step=page2`);
    await page.getByRole("button", { name: /Add another/ }).click();
    expect(await focused(page)).toBe("form-familyMembers-2-name");
    await page.getByLabel("Name", { exact: true }).nth(2).fill("王小兰");
    await page.getByRole("button", { name: /Remove.*entry 2/ }).click();
    await page.getByRole("button", { name: "Save and continue" }).click();
    await page
      .getByRole("alert")
      .getByRole("link", { name: /Identity number/ })
      .click();
    expect(await focused(page)).toBe("form-familyMembers-1-idNumber");
    expect(await page.getByLabel("Name", { exact: true }).nth(1).inputValue()).toBe("王小兰");
    await expectAccessible(seen, "a list with a problem");
    await speak(seen, "en");

    // While it is being saved somebody types on.
    const { promise: answered, resolve: answer } = Promise.withResolvers<void>();
    await page.route("**/graphql", async (route) => {
      await answered;
      await route.continue();
    });
    await page.getByRole("button", { name: "Save and continue" }).click();
    await page.getByLabel("Name", { exact: true }).nth(1).fill("王小梅");
    answer();
    await page.getByRole("button", { name: "Save and continue" }).waitFor();
    await page.unrouteAll({ behavior: "wait" });
    expect(await page.getByLabel("Name", { exact: true }).nth(1).inputValue()).toBe("王小梅");
    await page.getByRole("radio", { name: "One person" }).check();
    expect(await page.getByLabel("Name", { exact: true }).count()).toBe(0);
    await leave(seen, origin, PORTAL, [ADDRESS, "王小兰"]);
  });

  it("to confirm what a partner has handed in, or to take it back, and to apply for the same once more", async () => {
    const { browser, origin, city } = portal();
    const seen = await visit(browser, origin, "en");
    const { page } = seen;
    await page.goto("/");
    await signIn(seen);
    await page
      .getByRole("region", { name: "To do" })
      .getByRole("listitem")
      .filter({ hasText: "home loan" })
      .getByRole("link")
      .click();
    await page.getByText("a partner enterprise").waitFor();
    expect(new URL(page.url()).pathname).toBe(`/cases/${city.toConfirm}/confirm`);
    await page.getByRole("link", { name: "It is not right: take it back" }).click();
    await page.getByRole("button", { name: "Take it back" }).click();
    await page.getByRole("alert").getByText("Say why you take it back").waitFor();
    await expectAccessible(seen, "taking back without a reason");
    await speak(seen, "en");
    await goTo(seen, `/cases/${city.toConfirm}/confirm`);
    await page.getByRole("button", { name: /confirm it$/ }).click();
    // Nothing is left to draw, so that the rule refuses it, and says why.
    await page.getByText("Your legal remedies").waitFor();
    await expectAccessible(seen, "an application that was refused at once");
    await speak(seen, "en");

    // Another of the same is open: it is shown, and one more needs a reason.
    await goTo(seen, "/apply/BJ-GJJ-HDTQ-001");
    await page.getByRole("button", { name: "Start" }).click();
    await heading(page, "Applicant");
    await goOn(page, "Loan and payment");
    await page.getByRole("radio", { name: /工商银行/ }).check();
    await goOn(page, "Files");
    await page.getByRole("link", { name: "Continue" }).click();
    await page.getByRole("button", { name: "Hand in", exact: true }).click();
    await page.getByRole("link", { name: /^Look at it/ }).waitFor();
    await expectAccessible(seen, "one more application of the same");
    await speak(seen, "en");
    await page.getByLabel("Why you apply once more").fill("另一笔贷款。");
    await page.getByRole("button", { name: "Hand in", exact: true }).click();
    await page.getByText("Your legal remedies").waitFor();
    await leave(seen, origin, PORTAL, ["另一笔贷款"]);
  });

  it("to draw on the fund by keys alone: from what can be drawn to a decision at once, and to the money paid", async () => {
    const { browser, origin } = portal();
    const seen = await visit(browser, origin, "en");
    const { page } = seen;
    // Asked for ahead of the key: the browser has to be told before one opens.
    const choosers: FileChooser[] = [];
    page.on("filechooser", (chooser) => choosers.push(chooser));
    await page.goto("/fund/withdraw");
    await signIn(seen);
    await page.evaluate(() => {
      for (const kind of ["mousedown", "pointerdown", "touchstart"])
        addEventListener(kind, () => document.documentElement.setAttribute("data-pointed", ""), true);
    });
    await press(control(page, /^Read more and apply: Housing-fund withdrawal for rent$/));
    await heading(page, "Housing-fund withdrawal for rent");
    await drawn(page);
    await press(control(page, /^Apply$/));
    await page.getByRole("button", { name: "Start" }).waitFor();
    await drawn(page);
    await press(control(page, /Myself/), "Space");
    await press(control(page, /^Start$/));
    await heading(page, "Applicant");
    await press(control(page, /^Save and continue$/));
    await heading(page, "Household");
    await press(control(page, /Single/), "Space");
    await press(control(page, /own a home/), "Space");
    await press(control(page, /^Save and continue$/));
    await heading(page, "Rented home");
    await tabTo(control(page, /Address of the rented home/));
    await page.keyboard.type(ADDRESS);
    await tabTo(control(page, /District of the rented home/));
    while ((await page.evaluate(nameOfChosen)) !== "朝阳区") await page.keyboard.press("ArrowDown");
    await tabTo(control(page, /Rent a month/));
    await page.keyboard.type("4500");
    // As everywhere: Enter in a field hands on the page.
    await page.keyboard.press("Enter");
    await heading(page, "Payment");
    await press(control(page, /工商银行/), "Space");
    await press(control(page, /^Save and continue$/));
    await heading(page, "Files");
    await press(control(page, /Choose a file/).nth(1));
    await expect.poll(() => choosers.length, { timeout: 30_000 }).toBe(1);
    await choosers[0]?.setFiles({ name: "statement.pdf", ...PDF });
    await page.getByText("Received: statement.pdf").waitFor();
    await press(control(page, /^Continue$/));
    await heading(page, "Check your answers");
    await press(control(page, /^Hand in$/));
    await page.getByText("Caps and balance leave something to draw").first().waitFor();
    await press(control(page, /^Follow the case$/));
    await heading(page, "Housing-fund withdrawal for rent");
    expect(await page.locator("html").getAttribute("data-pointed")).toBe(null);

    const id = caseIn(page);
    await goTo(seen, "/fund/withdraw");
    const drawnOnFund = page.getByRole("listitem").filter({ has: page.locator(`a[href="/cases/${id}"]`) });
    await drawnOnFund.getByText("To be paid to you").waitFor();
    await payOut(portal(), id, BANK_REFERENCE);
    await page.goto("/fund/withdraw");
    await signedInAgain(seen);
    await drawnOnFund.getByText("Paid to you", { exact: true }).waitFor();
    await drawnOnFund.getByText(BANK_REFERENCE).waitFor();
    await leave(seen, origin, PORTAL, [ADDRESS]);
  });
}

const heading = (page: Page, name: string): Promise<void> =>
  page.getByRole("heading", { name, level: 1, exact: true }).waitFor();

async function goOn(page: Page, to: string): Promise<void> {
  await page.getByRole("button", { name: "Save and continue" }).click();
  await heading(page, to);
}

const focused = (page: Page): Promise<string | undefined> => page.evaluate(() => document.activeElement?.id);

const caseIn = (page: Page): string => /\/cases\/(app_\w+)/.exec(page.url())?.[1] ?? "";

/** One of a wrong kind, one whose way is interrupted and that is sent again as the same, and one that goes well. */
async function sendFiles(seen: Visit): Promise<void> {
  const { page } = seen;
  const keys: string[] = [];
  page.on("request", (request) => {
    const body = request.method() === "POST" ? request.postData() : null;
    if (body?.includes("requestMaterialUpload")) keys.push(JSON.parse(body).variables.key);
  });
  const fileOf = (name: string) => page.getByRole("region", { name }).locator("input[type=file]");
  await fileOf("Photograph").setInputFiles({ name: "photo.gif", mimeType: "image/gif", buffer: PDF.buffer });
  await page.getByText("Files are PDF, JPEG or PNG").waitFor();
  await expectAccessible(seen, "a file of a wrong kind");
  await speak(seen, "en");
  // One that is chosen while another is under way is not sent, and that is said.
  const isChosen = Promise.withResolvers<void>();
  await page.route("**/files/**", async (route) => {
    await isChosen.promise;
    await route.abort("connectionreset");
  });
  await fileOf("Photograph").setInputFiles({ name: "photo.pdf", ...PDF });
  await page.getByText("Sending photo.pdf").first().waitFor();
  await fileOf("Photograph").setInputFiles({ name: "photo-too.pdf", ...PDF });
  await page.getByText("photo-too.pdf was not sent").waitFor();
  isChosen.resolve();
  await page.getByText("You are offline").waitFor();
  await page.unrouteAll({ behavior: "wait" });
  await page.getByRole("button", { name: "Try again" }).click();
  await page.getByText("Received: photo.pdf").waitFor();
  expect(new Set(keys).size).toBe(1);
  expect(keys).toHaveLength(2);

  // The store does not take it: it says so, and what to do.
  await page.route("**/files/**", (route) => route.fulfill({ status: 403 }));
  await fileOf("Proof of the address").setInputFiles({ name: "proof.pdf", ...PDF });
  await page.getByText("It did not arrive whole").waitFor();
  await expectAccessible(seen, "a file that did not arrive");
  await speak(seen, "en");
  await page.unrouteAll({ behavior: "wait" });
  await page.getByRole("button", { name: "Send it again" }).click();
  await page.getByText("Received: proof.pdf").waitFor();
  // A file that says that it is another kind than it is.
  await fileOf("Proof of work").setInputFiles({ ...PDF, name: "work.png", mimeType: "image/png" });
  await page.getByText("Choose another file").waitFor();
}

/** The form that was handed in is there to be read, and its files to be fetched. */
async function lookAtFiles(seen: Visit, id: string): Promise<void> {
  const { page } = seen;
  await goTo(seen, `/cases/${id}/form`);
  await page.getByText(ADDRESS).waitFor();
  await expectAccessible(seen, "what was handed in, with its files");
  await speak(seen, "en");
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download photo.pdf" }).click();
  expect((await download).suggestedFilename()).toBe("photo.pdf");
}

const nameOfChosen = (): string | undefined =>
  document.activeElement instanceof HTMLSelectElement
    ? document.activeElement.selectedOptions[0]?.textContent?.trim()
    : undefined;

async function asOfficer({ origin, demo }: Portal, officer: string, mutation: string): Promise<void> {
  const credentials = demo.officers[officer];
  if (!credentials) throw new Error(`there is no ${officer}`);
  const query = `mutation { done: ${mutation} { __typename ... on Refusal { message } } }`;
  const { data, errors } = await ask(`${origin}/graphql`, query, signedIn(credentials));
  const done = (data as { readonly done?: { readonly __typename: string } } | null)?.done;
  expect(done?.__typename, `${officer}: ${JSON.stringify(errors ?? done)}`).toBe("Application");
}
