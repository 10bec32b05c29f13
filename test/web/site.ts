import type { Browser } from "playwright-core";
import { afterAll, beforeAll } from "vitest";
import { foundedFolder, removeFolders, type Started, start } from "../local/local-platform.ts";
import { launchBrowser } from "./chromium.ts";

/** A platform with its pages, and a browser to look at them. */
export type Site = {
  readonly origin: string;
  /** Of the API. */
  readonly endpoint: string;
  readonly browser: Browser;
  /** The credentials of the demo city's people. */
  readonly demo: Started["demo"];
  /** All that the platform has printed, text messages among it. */
  readonly output: Started["output"];
};

/**
 * Starts one before the tests around the call, and ends it after them.
 *
 * @param settingsOf Gives the platform's environment, where it needs more than `npm start` does.
 * @param folderOf Makes the folder in which it starts, where it is to find more than the demo city.
 */
export function startedSite(
  settingsOf: () => Promise<Readonly<Record<string, string>>> = async () => ({}),
  folderOf: () => Promise<string> = foundedFolder,
): () => Site {
  let platform: Started;
  let browser: Browser;
  beforeAll(async () => {
    const env = await settingsOf();
    [platform, browser] = await Promise.all([
      folderOf().then((folder) => start(folder, { env })),
      launchBrowser(),
    ]);
  });
  afterAll(async () => {
    await browser.close();
    platform.kill("SIGTERM");
    await platform.ended;
    await removeFolders();
  });
  return () => ({
    ...{ origin: new URL(platform.endpoint).origin, endpoint: platform.endpoint },
    ...{ browser, demo: platform.demo, output: platform.output },
  });
}
