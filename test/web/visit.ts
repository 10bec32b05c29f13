import { readFileSync } from "node:fs";
import type axe from "axe-core";
import type {
  Browser,
  BrowserContext,
  Locator,
  Page,
  Request,
  Response,
  ViewportSize,
} from "playwright-core";
import { expect } from "vitest";
import { codesSeen } from "./codes-seen.ts";
import { type Answered, bodyOf, type Loaded, packedSizeOf } from "./loaded.ts";

export type Language = "zh" | "en";
export const WIDTHS = { phone: 390, desktop: 1_280 } as const;
/** A window of 1,280 px at 400 %. */
export const MAGNIFIED_WIDTH = WIDTHS.desktop / 4;
const MAGNIFIED_HEIGHT = 1_024 / 4;
const HEIGHT = 844;
/** Half as long as what the package itself gives out; it goes to every document that is looked at. */
const AXE = readFileSync(new URL(import.meta.resolve("axe-core/axe.min.js")), "utf8");
/** Conformance levels A and AA of WCAG 2.0, 2.1 and 2.2. */
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
/** A busy machine may take its time. */
export const PATIENCE_MS = 30_000;

/** A browser window of its own on the portal, and all that it loads and complains of. */
export type Visit = {
  readonly page: Page;
  readonly context: BrowserContext;
  /** The answers of the API, oldest first. */
  readonly answers: Answered[];
  /** The requests of the API that are under way. */
  readonly unanswered: Set<Request>;
  readonly scripts: Loaded[];
  readonly styles: Loaded[];
  readonly addresses: string[];
  /** All that the issuer has given out. */
  readonly tokens: Set<string>;
  /** Breaches of the policy, and errors of the page's own code. */
  readonly complaints: string[];
};

export async function visit(
  browser: Browser,
  origin: string,
  language: Language = "zh",
  width: number = WIDTHS.phone,
): Promise<Visit> {
  const context = await browser.newContext({
    baseURL: origin,
    viewport: { width, height: HEIGHT },
    locale: language === "zh" ? "zh-CN" : "en-GB",
  });
  context.setDefaultTimeout(PATIENCE_MS);
  const page = await context.newPage();
  const made: Visit = {
    ...{ page, context },
    ...{ answers: [], scripts: [], styles: [], addresses: [], complaints: [], unanswered: new Set() },
    tokens: new Set(),
  };
  page.on("pageerror", ({ message }) => made.complaints.push(message));
  page.on("console", (message) => {
    const text = message.text();
    if (/Content.Security.Policy|Trusted(HTML|Script)|Uncaught|Minified React/i.test(text))
      made.complaints.push(text);
  });
  page.on("request", (request) => {
    made.addresses.push(request.url());
    if (isOfApi(request.url())) made.unanswered.add(request);
  });
  page.on("requestfailed", (request) => made.unanswered.delete(request));
  page.on("response", async (response) => {
    await note(response, made);
    if (response.ok() && response.url().endsWith("/token")) await noteTokens(response, made);
    made.unanswered.delete(response.request());
  });
  return made;
}

const isOfApi = (url: string): boolean => url.endsWith("/graphql");

async function note(response: Response, { answers, scripts, styles }: Visit): Promise<void> {
  const url = response.url();
  if (isOfApi(url)) answers.push({ bytes: (await bodyOf(response)).length });
  else if (url.endsWith(".js")) scripts.push({ url, packed: await packedSizeOf(response) });
  else if (url.endsWith(".css")) styles.push({ url, packed: await packedSizeOf(response) });
}

async function noteTokens(response: Response, { tokens }: Visit): Promise<void> {
  const given: Readonly<Record<string, unknown>> = await response.json().catch(() => ({}));
  for (const name of ["id_token", "access_token", "refresh_token"]) {
    const token = given[name];
    if (typeof token === "string") tokens.add(token);
  }
}

/** The demo citizen, as the issuer's page has them. */
export const DEMO_CITIZEN = "王小明";

/** Signs somebody in by the issuer's page, from wherever the visit is; the name is as that page has it. */
export async function signIn({ page }: Pick<Visit, "page">, name = DEMO_CITIZEN): Promise<void> {
  await page
    .getByRole("button", { name: /^(登录|Sign in)$/ })
    .first()
    .click();
  await page.getByRole("button", { name }).first().click();
  await page.getByRole("button", { name: /^(退出|Sign out)$/ }).waitFor();
  await drawn(page);
}

/** Until a page that was loaded anew knows who is signed in, by the issuer's word and without a question. */
export async function signedInAgain({ page }: Pick<Visit, "page">): Promise<void> {
  await page.getByRole("button", { name: /^(退出|Sign out)$/ }).waitFor();
  await drawn(page);
}

/** Goes on within the page, as a link does. */
export async function goTo({ page }: Pick<Visit, "page">, path: string): Promise<void> {
  await page.evaluate((to) => {
    const isOther = new URL(to, location.href).pathname !== location.pathname;
    if (isOther) document.querySelector("main")?.setAttribute("data-left", "");
    history.pushState({}, "", to);
  }, path);
  await page.locator("main:not([data-left])").waitFor();
  await drawn(page);
}

/** Until each request of the API is answered, also one for a page that shows the answer before it meanwhile. */
export const allAnswered = ({ unanswered }: Visit): Promise<void> =>
  expect.poll(() => unanswered.size, { message: "requests without an answer" }).toBe(0);

/** Until a page shows what it has asked for, or why not. */
export async function drawn(page: Page): Promise<void> {
  await page.locator("main h1").waitFor();
  await page.waitForFunction(() => !document.querySelector(".waiting-line"));
}

/** The part of a page under this heading. */
export const partOf = (page: Page, name: string): Locator =>
  page.locator("section").filter({ has: page.getByRole("heading", { name }) });

export async function speak({ page }: Visit, language: Language): Promise<void> {
  const tag = language === "zh" ? "zh-CN" : "en";
  if ((await page.locator("html").getAttribute("lang")) === tag) return;
  await page.getByRole("button", { name: language === "zh" ? "中文" : "English" }).click();
  await drawn(page);
}

/** Both, and first the one that the page is in. */
export const languagesFrom = async ({ page }: Visit): Promise<readonly Language[]> =>
  (await page.locator("html").getAttribute("lang")) === "en" ? ["en", "zh"] : ["zh", "en"];

/**
 * Expects nothing against the page in either language, on a phone and on a desk: no code where people read, and that it
 * fits its window, also when a desk's is magnified to 400 % (WCAG 1.4.10).
 *
 * @param languages In the last of them the page is left.
 */
export async function expectAccessible(
  of: Visit,
  name: string,
  languages: readonly Language[] = ["zh", "en"],
): Promise<void> {
  let height = HEIGHT;
  for (const language of languages) {
    await speak(of, language);
    await of.page.setViewportSize({ width: MAGNIFIED_WIDTH, height });
    const narrow = await extentOf(of.page);
    expect(narrow.overflow, `${name}, ${language}: wider than a magnified window by`).toBe(0);
    expect(await codesSeen(of.page), `${name}, ${language}: codes that nobody reads`).toEqual([]);
    height = Math.max(height, narrow.height);
    for (const width of Object.values(WIDTHS)) {
      const found = await violationsInWhole(of.page, { width, height });
      expect(found, `${name}, ${language}, ${width} px`).toEqual([]);
    }
  }
}

/**
 * In a window at least as high as the page: the bar at the bottom then covers nothing, which axe would take for a target that is
 * too small. It is no higher than that, for the processor draws each row of it.
 */
async function violationsInWhole(page: Page, size: ViewportSize): Promise<readonly string[]> {
  await page.setViewportSize(size);
  const { height, violations } = await lookAt(page);
  return height > size.height ? violationsInWhole(page, { ...size, height }) : violations;
}

/**
 * Expects that a reader who magnifies a window of 1,280 by 1,024 px to 400 % and goes through the page by keys sees the control
 * that has the focus: the bar at the bottom covers none of them (WCAG 2.4.11).
 */
export async function expectFocusSeen({ page }: Visit, name: string): Promise<void> {
  await page.setViewportSize({ width: MAGNIFIED_WIDTH, height: MAGNIFIED_HEIGHT });
  await page.locator("main h1").focus();
  for (;;) {
    await page.keyboard.press("Tab");
    const hidden = await page.evaluate(() => {
      const focused = document.activeElement;
      if (!focused?.closest("main")) return "left";
      const { left, top, right, bottom } = focused.getBoundingClientRect();
      const points = [0.1, 0.5, 0.9].map((part) => top + part * (bottom - top));
      const isSeen = points.some((y) => {
        const there = document.elementFromPoint((left + right) / 2, y);
        return there && (focused.contains(there) || there.contains(focused) || there.closest("label"));
      });
      return isSeen ? undefined : `${focused.tagName} ${focused.textContent?.slice(0, 30)}`;
    });
    if (hidden === "left") return;
    expect(hidden, `${name}: covered`).toBeUndefined();
  }
}

type Looked = { readonly height: number; readonly violations: readonly string[] };

/** How high a page is, and its violations, each with the places that it is about. */
async function lookAt(page: Page): Promise<Looked> {
  const looked = await page.evaluate(async (values) => {
    const { axe: here } = globalThis as unknown as { readonly axe?: typeof axe };
    if (!here) return undefined;
    // The pages play no media, which alone would have to be fetched for a rule of these.
    const { violations } = await here.run(document, {
      ...{ runOnly: { type: "tag", values }, resultTypes: ["violations"], preload: false },
    });
    return {
      height: document.documentElement.scrollHeight,
      violations: violations.map(
        ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`,
      ),
    };
  }, RULES);
  if (looked) return looked;
  // Once into a document, which no policy of the page hinders.
  await page.evaluate(AXE);
  return lookAt(page);
}

export const violations = async (page: Page): Promise<readonly string[]> => (await lookAt(page)).violations;

type Extent = { readonly height: number; readonly overflow: number };

const extentOf = (page: Page): Promise<Extent> =>
  page.evaluate(() => {
    const { scrollHeight, scrollWidth, clientWidth } = document.documentElement;
    return { height: scrollHeight, overflow: scrollWidth - clientWidth };
  });

export const overflow = async (page: Page): Promise<number> => (await extentOf(page)).overflow;
