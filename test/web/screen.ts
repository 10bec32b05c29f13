import type { Page, Route } from "playwright-core";
import { expect, it } from "vitest";
import { ask, signedIn } from "../local/local-platform.ts";
import { packedSize } from "./loaded.ts";
import type { Portal } from "./portal.test.ts";
import { overflow, type Visit, violations, visit } from "./visit.ts";

const KB = 1_000;
/** React and React DOM are 67 of them. */
const SCRIPTS_MAX = 75 * KB;
const STYLES_MAX = 3 * KB;
const ANSWER_MAX = 5 * KB;
const HALL = "BJ-CY-24";
const ADDRESS = `/screen/${HALL}`;
const WIDTHS = [390, 1_280, 1_920];
/** The narrowest that WCAG 1.4.10 asks for. */
const NARROWEST = 320;
const TELEVISION = { width: 1_920, height: 1_080 };
const SMALL_TELEVISION = { width: 1_280, height: 720 };
/** So often it asks for the calls. */
const EVERY = "00:02";

const CALL = {
  calledAt: "2026-03-02T01:00:00.000Z",
  times: 5,
  announcement: { zh: "请到窗口办理。", en: "Please go to a window." },
};

/** A hall that is as full as a large city has them. */
const FULL_HALL = {
  name: { zh: "朝阳区政务服务中心", en: "Chaoyang District Service Hall" },
  lastCalls: Array.from({ length: 10 }, (_, i) => ({ ...CALL, number: `A10${i}`, window: `${i + 1}` })),
  windows: Array.from({ length: 30 }, (_, i) => ({
    code: `${i + 1}`,
    calls: i % 3 === 0 ? null : `A1${100 + i}`,
  })),
};

/** The API's answer in place of the truth, and what the screen says of it. */
const STATES: readonly {
  readonly name: string;
  readonly path: string;
  readonly says: string;
  readonly hall?: unknown;
}[] = [
  { name: "a hall that is not there", path: "/screen/NONE", says: "There is no such hall" },
  { name: "no hall", path: "/screen", says: "No hall is named" },
  { name: "a full hall", path: ADDRESS, hall: FULL_HALL, says: "A1129" },
  {
    name: "a hall without calls",
    path: ADDRESS,
    hall: { ...FULL_HALL, lastCalls: [] },
    says: "No number has been called yet today",
  },
  {
    name: "an answer that nobody foresaw",
    path: ADDRESS,
    hall: { lastCalls: [{}] },
    says: "This screen has broken",
  },
];

const TAKE = `mutation ($hall: ID!, $key: ID!) {
  done: takeTicket(input: { hall: $hall, queue: "B" }, idempotencyKey: $key) { ... on Ticket { id number } }
}`;
const CALL_NEXT = `mutation ($hall: ID!) {
  done: callNextTicket(hall: $hall, window: "2") { ... on Ticket { id number } }
}`;
const CALL_AGAIN = "mutation ($id: ID!) { done: callTicketAgain(id: $id) { ... on Ticket { timesCalled } } }";

export function screen(portal: () => Portal): void {
  it("is light, accessible, never empty, and knows of no sign-in", async () => {
    const seen = await screenVisit(portal());
    const { page } = seen;
    // As a television without a voice.
    await page.addInitScript(() => Reflect.deleteProperty(globalThis, "speechSynthesis"));
    await page.goto(ADDRESS);
    await page.getByText("Chaoyang District 24-hour Service Hall").waitFor();
    expect(await page.getByRole("button").count()).toBe(0);
    expect(packedSize(seen.scripts)).toBeLessThanOrEqual(SCRIPTS_MAX);
    expect(packedSize(seen.styles)).toBeLessThanOrEqual(STYLES_MAX);
    expect(seen.answers[0]?.bytes).toBeLessThanOrEqual(ANSWER_MAX);
    const scripts = await Promise.all(seen.scripts.map(async ({ url }) => (await fetch(url)).text()));
    expect(scripts.join()).not.toMatch(/code_challenge|Bearer|refresh_token|localStorage/);
    await expectReadable(page, "a hall");
    for (const { name, path, says, hall } of STATES) {
      await page.route("**/graphql", (route) => (hall ? fulfil(route, hall) : route.continue()));
      await page.goto(path);
      await page.getByText(says).first().waitFor();
      await expectReadable(page, name);
      await page.unrouteAll({ behavior: "wait" });
    }
    await page.route("**/graphql", (route) => route.abort("internetdisconnected"));
    await page.goto(ADDRESS);
    await page.getByText("No connection").waitFor();
    await expectReadable(page, "a hall that cannot be reached");
    await leave(seen);
  });

  it("shows a full hall on televisions without scrolling", async () => {
    const seen = await screenVisit(portal());
    const { page } = seen;
    await page.route("**/graphql", (route) => fulfil(route, FULL_HALL));
    await page.goto(ADDRESS);
    await page.getByText("A1129").waitFor();
    for (const television of [TELEVISION, SMALL_TELEVISION]) {
      await page.setViewportSize(television);
      expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBe(television.height);
    }
    await leave(seen);
  });

  it("shows and says each call once, each that is repeated again, and says when it hears nothing", async () => {
    const { origin, demo } = portal();
    const seen = await screenVisit(portal());
    const { page, context } = seen;
    await page.clock.install();
    await page.addInitScript(speakOnceTouched);
    await page.goto(ADDRESS);
    await page.getByRole("button", { name: "Sound on" }).click();
    await page.getByRole("button", { name: "Sound on" }).waitFor({ state: "detached" });
    const clerk = demo.officers["clerk"];
    if (!clerk) throw new Error("the demo city has no clerk");
    const asClerk = async (query: string, variables: Readonly<Record<string, string>>) => {
      const { data } = await ask(`${origin}/graphql`, query, signedIn(clerk), variables);
      return (data as { readonly done: { readonly id: string; readonly number: string } }).done;
    };

    await asClerk(TAKE, { hall: HALL, key: "screen-ticket" });
    const { id, number } = await asClerk(CALL_NEXT, { hall: HALL });
    const answered = seen.answers.length;
    const newest = page.locator(".newest");
    await page.clock.fastForward(EVERY);
    await newest.getByText(number).waitFor();
    // The one that may have been on its way, and the next.
    expect(seen.answers.length - answered).toBeLessThanOrEqual(2);
    expect(await page.locator(".windows li", { hasText: "Window 2" }).innerText()).toContain(number);

    await asClerk(CALL_AGAIN, { id });
    await page.clock.fastForward(EVERY);
    await newest.getByText("Call 2").waitFor();

    await context.setOffline(true);
    const lost = page.locator(".lost");
    await expect
      .poll(async () => {
        // In place of the pauses, which grow.
        await page.evaluate(() => dispatchEvent(new Event("online")));
        return lost.innerText();
      })
      .toMatch(/连接中断.*last seen at \d\d:\d\d/);
    expect(await newest.innerText()).toContain(number);
    await expectReadable(page, "a connection that is lost");
    await context.setOffline(false);
    await expect.poll(() => lost.innerText()).toBe("");

    const call = [
      expect.stringMatching(/^zh-CN 请B.+到二号窗口办理。$/),
      expect.stringMatching(/^en-GB Number B .+ window two\.$/),
    ];
    expect(await page.evaluate(() => (globalThis as unknown as Spoken).spoken)).toEqual([
      ...["zh-CN 声音已打开。", "en-GB The sound is on."],
      ...[...call, ...call],
    ]);
    await leave(seen);
  });
}

/** Without the movement of a call that is new, which is less than seen for a moment. */
async function screenVisit({ browser, origin }: Portal): Promise<Visit> {
  const seen = await visit(browser, origin);
  await seen.page.emulateMedia({ reducedMotion: "reduce" });
  return seen;
}

async function leave({ page, context, complaints }: Visit): Promise<void> {
  expect(complaints).toEqual([]);
  await page.unrouteAll({ behavior: "ignoreErrors" });
  await context.close();
}

const fulfil = (route: Route, hall: unknown): Promise<void> => route.fulfill({ json: { data: { hall } } });

async function expectReadable(page: Page, name: string): Promise<void> {
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: TELEVISION.height });
    expect(await violations(page), `${name}, ${width} px`).toEqual([]);
  }
  await page.setViewportSize({ width: NARROWEST, height: TELEVISION.height });
  expect(await overflow(page), `${name}: wider than a magnified window by`).toBe(0);
}

type Spoken = { readonly spoken: readonly string[] };

/** Runs in the page, in place of a voice, which the browser of the tests lacks: as Chrome's, it wants a touch first. */
function speakOnceTouched(): void {
  const spoken: string[] = [];
  let isTouched = false;
  addEventListener("pointerdown", () => {
    isTouched = true;
  });
  const speak = (utterance: SpeechSynthesisUtterance): void => {
    if (!isTouched) {
      const refusal = { utterance, error: "not-allowed" } as const;
      return void utterance.dispatchEvent(new SpeechSynthesisErrorEvent("error", refusal));
    }
    spoken.push(`${utterance.lang} ${utterance.text}`);
  };
  Object.defineProperty(globalThis, "speechSynthesis", { value: { speak } });
  Object.assign(globalThis, { spoken });
}
