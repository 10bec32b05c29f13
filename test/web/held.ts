import { expect } from "vitest";
import { packedSize } from "./loaded.ts";
import {
  allAnswered,
  drawn,
  expectAccessible,
  goTo,
  languagesFrom,
  PATIENCE_MS,
  signedInAgain,
  signIn,
  type Visit,
  WIDTHS,
} from "./visit.ts";

const KB = 1_000;

/** The bounds to which a front-end is held. Sizes of scripts and styles are packed, that of an answer is not. */
export type HeldFrontEnd = {
  /** The address of its first page. */
  readonly home: string;
  /** To the first paint. */
  readonly firstScriptsMax: number;
  /** That a further page loads. */
  readonly pageScriptsMax: number;
  readonly stylesMax: number;
  readonly answerMax: number;
  /** Facts of its people, none of which may stand in an address. */
  readonly personal: readonly string[];
};

/** Of the demo citizen. */
const OF_CITIZEN = ["王小明", "11010519491231002X", "110105********002X", "13800138000"];

/** A signed token: its first two parts are JSON. The first letters alone stand in many a random value. */
export const TOKEN = /eyJ[\w-]+\.eyJ/;

export const PORTAL: HeldFrontEnd = {
  home: "/",
  ...{ firstScriptsMax: 130 * KB, pageScriptsMax: 20 * KB, stylesMax: 15 * KB, answerMax: 15 * KB },
  personal: OF_CITIZEN,
};
/** Of those who sit at a desk. */
const WORK = { firstScriptsMax: 170 * KB, pageScriptsMax: 60 * KB, stylesMax: 15 * KB, answerMax: 30 * KB };
export const DESK: HeldFrontEnd = { home: "/desk", ...WORK, personal: OF_CITIZEN };
export const CONSOLE: HeldFrontEnd = { home: "/console", ...WORK, answerMax: 15 * KB, personal: OF_CITIZEN };

/** A page, and how many requests draw it. */
export type PageOf = { readonly name: string; readonly path: string; readonly asks: number };

/** Draws the first page, of nobody, and looks at what it loads, and at what it is like. */
export async function seeFirst(
  seen: Visit,
  { home, firstScriptsMax, stylesMax }: HeldFrontEnd,
): Promise<void> {
  await seen.page.goto(home);
  await drawn(seen.page);
  expect(packedSize(seen.scripts)).toBeLessThanOrEqual(firstScriptsMax);
  expect(packedSize(seen.styles)).toBeLessThanOrEqual(stylesMax);
  await expectAccessible(seen, "the front page");
}

/** Signs in from the first page: all that comes for it, and that the browser does not hold yet, is a further page's. */
export async function seeSignIn(
  seen: Visit,
  { pageScriptsMax, answerMax }: HeldFrontEnd,
  name?: string,
): Promise<void> {
  const held = new Set(seen.scripts.map(({ url }) => url));
  await signIn(seen, name);
  await expect.poll(() => seen.answers.length).toBe(1);
  expect(seen.answers[0]?.bytes).toBeLessThanOrEqual(answerMax);
  await allAnswered(seen);
  const others = new Map(seen.scripts.filter(({ url }) => !held.has(url)).map((each) => [each.url, each]));
  expect(others.size).toBeGreaterThan(0);
  expect(packedSize([...others.values()])).toBeLessThanOrEqual(pageScriptsMax);
  await expectAccessible(seen, "the own front page");
}

/** Draws a further page and looks at the same. */
export async function see(
  seen: Visit,
  { name, path, asks }: PageOf,
  { answerMax, pageScriptsMax }: HeldFrontEnd,
): Promise<void> {
  await allAnswered(seen);
  const answered = seen.answers.length;
  // A page that was opened by its address comes out of the browser's store.
  const held = new Set(seen.scripts.map(({ url }) => url));
  await seen.page.setViewportSize({ width: WIDTHS.phone, height: 844 });
  await goTo(seen, path);
  // Another part of the same page asks a moment later.
  await expect
    .poll(() => seen.answers.length - answered, { timeout: PATIENCE_MS })
    .toBeGreaterThanOrEqual(asks);
  await allAnswered(seen);
  expect(seen.answers.length - answered, `requests of ${name}`).toBe(asks);
  for (const { bytes } of seen.answers.slice(answered)) expect(bytes, name).toBeLessThanOrEqual(answerMax);
  const loaded = seen.scripts.filter(({ url }) => !held.has(url));
  expect(packedSize(loaded), name).toBeLessThanOrEqual(pageScriptsMax);
  await expectAccessible(seen, name, await languagesFrom(seen));
}

/** As `see`, and the same page once more, opened by its address. */
export async function seeBothWays(seen: Visit, page: PageOf, frontEnd: HeldFrontEnd): Promise<void> {
  await see(seen, page, frontEnd);
  await expectDrawnByAddress(seen, page);
}

/** The page is drawn by as many requests where it is opened by its address. */
async function expectDrawnByAddress(seen: Visit, { name, path, asks }: PageOf): Promise<void> {
  const { page, answers } = seen;
  await allAnswered(seen);
  const answered = answers.length;
  const isSignedIn = (await page.getByRole("button", { name: /^(退出|Sign out)$/ }).count()) > 0;
  await page.reload();
  if (isSignedIn) await signedInAgain(seen);
  await drawn(page);
  await expect.poll(() => answers.length - answered, { timeout: PATIENCE_MS }).toBeGreaterThanOrEqual(asks);
  await allAnswered(seen);
  expect(answers.length - answered, `requests of ${name}, by its address`).toBe(asks);
  const { pathname } = new URL(page.url());
  if (asks > 0) expect(pathname, name).toBe(new URL(path, page.url()).pathname);
}

/** Draws a person's pages one after the other; the first of them is opened by its address as well, by which all ask alike. */
export async function seeAll(seen: Visit, pages: readonly PageOf[], frontEnd: HeldFrontEnd): Promise<void> {
  for (const [i, page] of pages.entries()) await (i === 0 ? seeBothWays : see)(seen, page, frontEnd);
}

/** The page of the payment gateway, to which payers are sent. */
const GATEWAY = "https://pay.example.cn";

/**
 * At the end of a visit: nothing from elsewhere, nothing personal in an address, no token in what the browser keeps, no breach
 * of the policy.
 *
 * @param typed Texts that were typed on the way, and are nobody else's business.
 */
export async function leave(
  { addresses, complaints, context, page, tokens }: Visit,
  origin: string,
  { personal }: HeldFrontEnd,
  typed: readonly string[] = [],
): Promise<void> {
  const elsewhere = addresses.filter((address) => ![origin, GATEWAY].includes(new URL(address).origin));
  expect(elsewhere).toEqual([]);
  const told = decodeURIComponent(addresses.join("\n").replaceAll("+", " "));
  for (const fact of [...personal, ...typed]) expect(told).not.toContain(fact);
  expect(told).not.toMatch(TOKEN);
  const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
  const keptByBrowser = `${kept}${JSON.stringify(await context.cookies())}`;
  expect(keptByBrowser).not.toMatch(TOKEN);
  for (const token of tokens) expect(keptByBrowser).not.toContain(token);
  expect(complaints).toEqual([]);
  await context.close();
}

/** In the elder mode: texts below 24 px and targets below 60 px, with their words. A text within a picture stands in its table, too. */
export const tooSmall = ({ page }: Visit): Promise<readonly string[]> =>
  page.evaluate(() => {
    const seen = (element: Element): boolean =>
      element.checkVisibility() && !element.closest(".out-of-sight, .skip");
    const texts = [...document.querySelectorAll("body *")].filter(
      (element) =>
        seen(element) &&
        !element.closest("svg, title") &&
        [...element.childNodes].some(
          (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim(),
        ) &&
        Number.parseFloat(getComputedStyle(element).fontSize) < 24,
    );
    // Of a box to tick, its label is the target.
    const targetOf = (element: Element): Element =>
      (element instanceof HTMLInputElement &&
        /^(checkbox|radio)$/.test(element.type) &&
        element.labels?.[0]) ||
      element;
    const targets = [...document.querySelectorAll("a, button, input, select, summary")].filter(
      (element) => seen(element) && targetOf(element).getBoundingClientRect().height < 59.5,
    );
    return [...texts, ...targets].map((element) => `${element.tagName} ${element.textContent?.slice(0, 30)}`);
  });
