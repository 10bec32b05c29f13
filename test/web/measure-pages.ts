import type { Browser, CDPSession, Page } from "playwright-core";
import { type Figure, median, printTable } from "../../bench/measure.ts";
import { OFFICER_NAMES } from "../../local/demo/officers.ts";
import { dateAt } from "../../web/shared/format/dates.ts";
import { apply, PERMIT, senderOf } from "./desk-city.ts";
import { type OwnPlatform, withOwnPlatform } from "./own-platform.ts";
import { fillPortalCity, OPEN_HALL } from "./portal-city.ts";
import { DEMO_CITIZEN, drawn, signIn, type Visit, visit } from "./visit.ts";

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
  /** The name of somebody who signs in there. */
  readonly by?: string;
  /** All that a reader does on the page, beside the language and the size of its text. */
  readonly use?: (page: Page) => Promise<void>;
};

const PUBLIC: readonly Measured[] = [
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
];

const OWN: readonly Measured[] = [
  { name: "the own front page", path: "/", by: DEMO_CITIZEN },
  {
    name: "bills",
    path: "/bills",
    by: DEMO_CITIZEN,
    use: async (page) => {
      await page.getByRole("checkbox").first().click();
      await page.getByRole("checkbox").last().click();
    },
  },
  { name: "cases", path: "/cases", by: DEMO_CITIZEN },
  { name: "appointments", path: "/appointments", by: DEMO_CITIZEN },
];

/** It has no language to choose and no size of text: it is looked at from afar. */
const SCREEN: Measured = { name: "a hall's screen", path: `/screen/${OPEN_HALL}` };

/** Pages of something that the demo city lacks until somebody has made it, and those of desk and console. */
async function pagesOf(platform: OwnPlatform): Promise<readonly Measured[]> {
  const site = { ...platform, endpoint: new URL("/graphql", platform.origin).href };
  const { draft, card, electricity } = await fillPortalCity(site);
  const send = senderOf(site, platform.demo.citizen);
  const permit = await apply(send, { ...PERMIT, region: "110105", key: "measured-permit" });
  const by = OFFICER_NAMES.acceptor;
  return [
    ...PUBLIC,
    ...OWN,
    {
      name: "a form's page",
      path: `/cases/${draft}/edit?step=page3`,
      by: DEMO_CITIZEN,
      use: (page) => page.locator("main input[type=text]").first().pressSequentially("北京市朝阳区"),
    },
    { name: "a ride code to be got", path: `/cards/${card}/ride`, by: DEMO_CITIZEN },
    { name: "the housing fund", path: "/fund", by: DEMO_CITIZEN },
    { name: "a year's usage", path: `/bills/usage/${electricity}`, by: DEMO_CITIZEN },
    { name: "the desk's front page", path: "/desk", by },
    { name: "the desk's queue", path: "/desk/queue?region=110105&department=BJ-GA", by },
    {
      name: "a case's file",
      path: `/desk/cases/${permit.id}`,
      by,
      use: (page) => page.getByLabel("Your note").pressSequentially("请核对住址。"),
    },
    {
      name: "a partner's keys",
      path: `/console/partners/${platform.demo.partner.id}/keys`,
      by: DEMO_CITIZEN,
    },
    SCREEN,
  ];
}

/**
 * The largest contentful paint of a page that nothing is kept of, from the address to the picture, and the slowest answer to
 * what a reader does there. The own pages are measured from where the issuer sends the reader back to.
 */
const measurePages = (names: readonly string[]): Promise<readonly Figure[]> =>
  withOwnPlatform(false, async (platform) => {
    const figures: Figure[] = [];
    const pages = await pagesOf(platform);
    for (const page of pages.filter(({ name }) => names.length === 0 || names.includes(name))) {
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

async function vitalsOf({ browser, origin }: OwnPlatform, measured: Measured): Promise<Vitals> {
  const { path, by, use } = measured;
  const seen = await slowVisit(browser, origin);
  const { page, context } = seen;
  try {
    await page.goto(path);
    if (measured === SCREEN) await page.locator(".windows li").first().waitFor();
    else await drawn(page);
    if (by) await signIn(seen, by);
    const whole = await page.evaluate(() => performance.now());
    await page.waitForLoadState("networkidle");
    const lcp = await page.evaluate(() => (globalThis as unknown as Watched).vitals.lcp);
    if (measured === SCREEN) await page.locator("button.sound").click();
    else {
      await page.getByRole("button", { name: "English" }).click();
      await page.getByRole("button", { name: "Larger text" }).click();
    }
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

const found = await measurePages(process.argv.slice(2));
printTable(found.map((figure) => ({ ...figure, command: COMMAND })));
