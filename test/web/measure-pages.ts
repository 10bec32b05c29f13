import type { Browser, CDPSession, Page } from "playwright-core";
import { type Figure, median, printTable } from "../../bench/measure.ts";
import { dateAt } from "../../web/shared/format/dates.ts";
import { type OwnPlatform, withOwnPlatform } from "./own-platform.ts";
import { drawn, signIn, type Visit, visit } from "./visit.ts";

/** `npm run bench:web`, or `npm run bench:web -- <name> …`: prints the pages' lines of docs/measured.md. */
const COMMAND = "npm run bench:web";

/** A phone of the middle class on a mobile network that is none of the best (Lighthouse's slow 4G). */
const SLOWDOWN = 4;
const NETWORK = {
  latency: 150,
  downloadThroughput: 1_600_000 / 8,
  uploadThroughput: 750_000 / 8,
  offline: false,
};
const RUNS = 3;
const DAY_MS = 86_400_000;

const TOMORROW = dateAt(new Date(Date.now() + DAY_MS));

type Measured = {
  readonly name: string;
  readonly path: string;
  readonly isOwn?: true;
  /** All that a reader does on the page, beside the language and the size of its text. */
  readonly use?: (page: Page) => Promise<void>;
};

const PAGES: readonly Measured[] = [
  { name: "the front page", path: "/" },
  {
    name: "services",
    path: "/services",
    use: async (page) => {
      await page.locator("#words").pressSequentially("公积金");
      await page.locator("#words").press("Enter");
    },
  },
  { name: "a service", path: "/services/BJ-GJJ-ZFTQ-001" },
  { name: "halls", path: "/halls" },
  {
    name: "booking a time",
    path: `/halls/BJ-CY-24/book?item=BJ-GJJ-ZFTQ-001&day=${TOMORROW}`,
    use: (page) => page.getByRole("radio").nth(3).click(),
  },
  { name: "the own front page", path: "/", isOwn: true },
  {
    name: "bills",
    path: "/bills",
    isOwn: true,
    use: async (page) => {
      await page.getByRole("checkbox").first().click();
      await page.getByRole("checkbox").last().click();
    },
  },
  { name: "cases", path: "/cases", isOwn: true },
  { name: "appointments", path: "/appointments", isOwn: true },
];

/**
 * The largest contentful paint of a page that nothing is kept of, from the address to the picture, and the slowest answer to
 * what a reader does there. The own pages are measured from where the issuer sends the reader back to.
 */
const measurePages = (pages: readonly Measured[]): Promise<readonly Figure[]> =>
  withOwnPlatform(false, async (platform) => {
    const figures: Figure[] = [];
    for (const page of pages) {
      console.error(`measuring ${page.name} …`);
      const runs: Vitals[] = [];
      for (let run = 0; run < RUNS; run += 1) runs.push(await vitalsOf(platform, page));
      const lcp = median(runs.map((one) => one.lcp));
      const whole = median(runs.map((one) => one.whole));
      const inp = median(runs.map((one) => one.inp));
      figures.push({
        what: `${page.name}: LCP, INP; all of it there`,
        measured: `${seconds(lcp)}, ${Math.round(inp)} ms; ${seconds(whole)}`,
        bound: "≤ 2.5 s, 200 ms",
      });
    }
    return figures;
  });

const seconds = (ms: number): string => `${(ms / 1_000).toFixed(2)} s`;

/** In milliseconds. */
type Vitals = {
  readonly lcp: number;
  readonly inp: number;
  /** Until the page shows what it has asked the API for. */
  readonly whole: number;
};

async function vitalsOf({ browser, origin }: OwnPlatform, { path, isOwn, use }: Measured): Promise<Vitals> {
  const seen = await slowVisit(browser, origin);
  const { page, context } = seen;
  try {
    await page.goto(path);
    await drawn(page);
    if (isOwn) await signIn(seen);
    const whole = await page.evaluate(() => performance.now());
    await page.waitForLoadState("networkidle");
    const lcp = await page.evaluate(() => (globalThis as unknown as Watched).vitals.lcp);
    await page.getByRole("button", { name: "English" }).click();
    await page.getByRole("button", { name: "Larger text" }).click();
    await use?.(page);
    await page.waitForLoadState("networkidle");
    // The last frame's entries come with the next one.
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 500)));
    const inp = await page.evaluate(() => (globalThis as unknown as Watched).vitals.inp);
    return { lcp, inp, whole };
  } finally {
    await context.close();
  }
}

async function slowVisit(browser: Browser, origin: string): Promise<Visit> {
  const seen = await visit(browser, origin);
  const session: CDPSession = await seen.context.newCDPSession(seen.page);
  await session.send("Network.enable");
  await session.send("Network.emulateNetworkConditions", NETWORK);
  await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWDOWN });
  await seen.page.addInitScript(watchVitals);
  return seen;
}

type Watched = { readonly vitals: { lcp: number; inp: number } };

/** Runs in the page. */
function watchVitals(): void {
  const vitals = { lcp: 0, inp: 0 };
  Object.assign(globalThis, { vitals });
  new PerformanceObserver((list) => {
    for (const { startTime } of list.getEntries()) vitals.lcp = startTime;
  }).observe({ type: "largest-contentful-paint", buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries())
      if ("interactionId" in entry && entry.interactionId) vitals.inp = Math.max(vitals.inp, entry.duration);
  }).observe({ type: "event", buffered: true, durationThreshold: 16 } as PerformanceObserverInit);
}

const asked = process.argv.slice(2);
const found = await measurePages(PAGES.filter(({ name }) => asked.length === 0 || asked.includes(name)));
printTable(found.map((figure) => ({ ...figure, command: COMMAND })));
