import { expect, it } from "vitest";
import type { Desk } from "./desk.test.ts";
import { expectTypedKept } from "./ended-sign-in.ts";
import { DESK, leave, seeBothWays, seeFirst, seeSignIn, tooSmall } from "./held.ts";
import { expectMissingTold } from "./missing-scripts.ts";
import { expectTroublesTold } from "./troubles.ts";
import { drawn, expectAccessible, goTo, signedInAgain, signIn, speak, visit } from "./visit.ts";

const ACCEPTOR = "陈洁";
const IDLE = "15:00";

export function deskPages(desk: () => Desk): void {
  it("of nobody is light, accessible and from this origin alone", async () => {
    const { browser, origin, city } = desk();
    const seen = await visit(browser, origin);
    await seeFirst(seen, DESK);
    for (const page of [
      { name: "no page", path: "/desk/nowhere", asks: 0 },
      { name: "a sign-in that did not hold", path: "/desk/signed-in", asks: 0 },
      { name: "a case without a sign-in", path: `/desk/cases/${city.permit.id}`, asks: 0 },
    ])
      await seeBothWays(seen, page, DESK);
    await leave(seen, origin, DESK);
  });

  it("of an officer is drawn by one request, and accessible", async () => {
    const { browser, origin, city } = desk();
    const seen = await visit(browser, origin);
    await seen.page.goto("/desk");
    await drawn(seen.page);
    await seeSignIn(seen, DESK, ACCEPTOR);
    for (const page of [
      { name: "the queue", path: "/desk/queue", asks: 1 },
      { name: "a part of the queue", path: "/desk/queue?region=110105&department=BJ-GA&due=today", asks: 1 },
      { name: "an empty queue", path: "/desk/queue?region=110119&due=overdue", asks: 1 },
      { name: "a queue outside of the jurisdiction", path: "/desk/queue?region=310101", asks: 1 },
      { name: "the search", path: "/desk/search", asks: 0 },
      { name: "the field for a licence's code", path: "/desk/shown-licence", asks: 0 },
      { name: "a case", path: `/desk/cases/${city.permit.id}`, asks: 1 },
      { name: "a case that a rule has granted", path: `/desk/cases/${city.loan.id}`, asks: 1 },
      { name: "no case", path: "/desk/cases/app_none", asks: 1 },
    ])
      await seeBothWays(seen, page, DESK);
    await leave(seen, origin, DESK);
  });

  it("tells trouble in words with what to do, and is drawn once it is over", async () => {
    const { browser, origin } = desk();
    const seen = await visit(browser, origin);
    await seen.page.goto("/desk");
    await signIn(seen, ACCEPTOR);
    await expectTroublesTold(seen, (name) => `/desk/cases/${encodeURIComponent(name)}`);
    await expectMissingTold(seen, "/desk/search");
    await leave(seen, origin, DESK);
  });

  it("of a search without a hit says so", async () => {
    const { browser, origin } = desk();
    const seen = await visit(browser, origin, "en");
    await seen.page.goto("/desk/search");
    await signIn(seen, ACCEPTOR);
    await seen.page.locator("#kind").selectOption("name");
    await seen.page.locator("#words").fill("查无此人");
    await seen.page.locator("#words").press("Enter");
    await seen.page.getByText("No case was found").waitFor();
    await expectAccessible(seen, "a search without a hit");
    await leave(seen, origin, DESK);
  });

  it("of an officer of the whole country leads on to a smaller region; the elder mode has large text and targets", async () => {
    const { browser, origin, city } = desk();
    const seen = await visit(browser, origin);
    const { page } = seen;
    await page.goto("/desk");
    await signIn(seen, "本机");
    const queue = "/desk/queue?region=130000&department=BJ-GA";
    await seeBothWays(seen, { name: "a queue that is too broad", path: queue, asks: 2 }, DESK);
    await speak(seen, "zh");
    await page.getByRole("combobox", { name: "下级地区" }).selectOption({ label: "石家庄市" });
    await page.getByText("这里没有待办").waitFor();
    expect(new URL(page.url()).searchParams.get("region")).toBe("130100");
    // Regions deeper than the officer's own are told by name as well.
    await goTo(seen, "/desk/queue?region=110000&department=BJ-GA");
    const rows = page.getByRole("row");
    await rows.filter({ hasText: "朝阳区" }).first().waitFor();
    expect(await rows.filter({ hasText: /110\d{3}$/ }).count()).toBe(0);
    await goTo(seen, `/desk/cases/${city.permit.id}`);
    await page.getByText("朝阳区", { exact: true }).waitFor();
    await page.getByRole("button", { name: "大字版" }).click();
    for (const path of ["/desk", "/desk/queue", `/desk/cases/${city.permit.id}`]) {
      await goTo(seen, path);
      expect(await tooSmall(seen), path).toEqual([]);
    }
    await leave(seen, origin, DESK);
  });

  it("locks when nobody has been at it for 15 minutes: hides what it showed, and keeps what was typed", async () => {
    const { browser, origin, city } = desk();
    const seen = await visit(browser, origin, "en");
    const { page } = seen;
    await page.clock.install();
    await page.goto("/desk");
    await signIn(seen, ACCEPTOR);
    await goTo(seen, `/desk/cases/${city.permit.id}`);
    await page.getByLabel("Your note").fill("请核对住址。");
    // A sign of life, in the middle.
    await page.clock.fastForward("14:00");
    await page.keyboard.press("Tab");
    await page.clock.fastForward("14:00");
    expect(await page.getByText(city.permit.number).isVisible()).toBe(true);
    await page.clock.fastForward(IDLE);
    await page.getByRole("heading", { name: "This page is locked" }).waitFor();
    expect(await page.locator("body").innerText()).not.toContain(city.permit.number);
    await expectAccessible(seen, "a locked page");
    // Nor does whoever loads it anew find what it showed.
    await page.reload();
    await page.getByRole("heading", { name: /^(页面已锁定|This page is locked)$/ }).waitFor();
    await speak(seen, "en");
    // An issuer that still knows the officer has to ask all the same: it may be somebody else.
    const asked = page.waitForRequest("**/authorize*");
    await signIn(seen, ACCEPTOR);
    expect(new URL((await asked).url()).searchParams.get("prompt")).toBe("login");
    await drawn(page);
    expect(new URL(page.url()).pathname).toBe(`/desk/cases/${city.permit.id}`);
    expect(await page.getByLabel("Your note").inputValue()).toBe("请核对住址。");

    // Behind a reload they are at it as before; a tab that was elsewhere for longer is locked when it is back.
    await page.reload();
    await signedInAgain(seen);
    expect(await page.getByLabel("Your note").inputValue()).toBe("请核对住址。");
    await page.goto("about:blank");
    await page.clock.fastForward("15:01");
    await page.goto(`/desk/cases/${city.permit.id}`);
    await page.getByRole("heading", { name: "This page is locked" }).waitFor();
    await leave(seen, origin, DESK, ["请核对住址"]);
  });

  it("says that a sign-in has ended, and keeps what was typed until the next", async () => {
    const { browser, origin, city } = desk();
    const seen = await visit(browser, origin, "en");
    const [path, text] = [`/desk/cases/${city.permit.id}`, "请核对户籍地址。"];
    await expectTypedKept(seen, { path, field: "Your note", text, send: "Keep the note", name: ACCEPTOR });
    await leave(seen, origin, DESK, [text]);
  });
}
