import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { OFFICER_NAMES } from "../../local/demo/officers.ts";
import { dateAt } from "../../web/shared/format/dates.ts";
import { type OwnPlatform, withOwnPlatform } from "./own-platform.ts";
import { DEMO_CITIZEN, drawn, goTo, signIn } from "./visit.ts";

/** `npm run pictures`: takes the README's pictures anew, into docs/pictures/, of a platform of its own. */
const FOLDER = join(import.meta.dirname, "../../docs/pictures");
const BYTES_MAX = 100_000;
const QUALITY = 80;
const PHONE = { width: 390, height: 760 };
const DESKTOP = { width: 1_100, height: 760 };
const TELEVISION = { width: 1_280, height: 720 };

const HALL = "BJ-CY-24";
const DAY_MS = 86_400_000;
const BOOKING = `/halls/${HALL}/book?item=BJ-GJJ-ZFTQ-001&day=${dateAt(new Date(Date.now() + DAY_MS))}`;

/** A number for each of the hall's queues, called to its window, so that the screen has something to show. */
const NUMBERS = `mutation ($hall: ID!) {
  takeTicket(input: { hall: $hall, queue: "B" }, idempotencyKey: "picture-number") { __typename }
  callNextTicket(hall: $hall, window: "2") { __typename }
}`;

type Picture = {
  readonly file: string;
  readonly size: { readonly width: number; readonly height: number };
  readonly language: "zh-CN" | "en-GB";
  readonly path: string;
  /** The name of somebody who is signed in first. */
  readonly by?: string;
  /** Goes on from there. */
  readonly open?: (page: Page) => Promise<void>;
};

/** A front-end that is added is a line here, and one in the README. */
const PICTURES: readonly Picture[] = [
  { file: "front-page", size: PHONE, language: "zh-CN", path: "/", by: DEMO_CITIZEN },
  { file: "bills", size: PHONE, language: "en-GB", path: "/bills", by: DEMO_CITIZEN },
  { file: "booking", size: PHONE, language: "zh-CN", path: BOOKING },
  {
    ...{ file: "desk-case", size: DESKTOP, language: "en-GB" },
    ...{ path: "/desk/queue?region=110105&department=BJ-GA", by: OFFICER_NAMES.acceptor },
    open: (page) => page.getByRole("button", { name: "Take on the next one" }).click(),
  },
  {
    ...{ file: "console-keys", size: DESKTOP, language: "zh-CN", path: "/console", by: DEMO_CITIZEN },
    open: async (page) => {
      await page.locator("main .rows").getByRole("link").first().click();
      await page.getByRole("link", { name: "密钥" }).first().click();
    },
  },
  { file: "screen", size: TELEVISION, language: "zh-CN", path: `/screen/${HALL}` },
];

async function take({ browser, origin }: OwnPlatform, picture: Picture): Promise<number> {
  const { size, language, path, by, open } = picture;
  const context = await browser.newContext({ baseURL: origin, viewport: size, locale: language });
  const page = await context.newPage();
  await page.emulateMedia({ reducedMotion: "reduce" });
  if (by) {
    await page.goto(/^\/(desk|console)\b/.exec(path)?.[0] ?? "/");
    await signIn({ page }, by);
    await goTo({ page }, path);
  } else await page.goto(path);
  await open?.(page);
  await page.waitForLoadState("networkidle");
  if (!path.startsWith("/screen")) await drawn(page);
  const session = await context.newCDPSession(page);
  const shot = { format: "webp", quality: QUALITY } as const;
  const { data } = await session.send("Page.captureScreenshot", shot);
  await context.close();
  const bytes = Buffer.from(data, "base64");
  writeFileSync(join(FOLDER, `${picture.file}.webp`), bytes);
  return bytes.length;
}

async function callNumbers({ origin, demo }: OwnPlatform): Promise<void> {
  const { token = "" } = demo.officers["clerk"] ?? {};
  const response = await fetch(`${origin}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
    body: JSON.stringify({ query: NUMBERS, variables: { hall: HALL } }),
  });
  const answer = await response.text();
  if (!response.ok || answer.includes('"errors"')) throw new Error(answer);
}

if (execFileSync("fc-list", [":lang=zh"]).length === 0)
  throw new Error("pictures need a font with Chinese characters: apt-get install fonts-noto-cjk");
mkdirSync(FOLDER, { recursive: true });
await withOwnPlatform(true, async (platform) => {
  await callNumbers(platform);
  for (const picture of PICTURES) {
    const bytes = await take(platform, picture);
    console.log(`${picture.file}.webp: ${bytes} bytes`);
    if (bytes > BYTES_MAX) throw new Error(`it is larger than ${BYTES_MAX}`);
  }
});
