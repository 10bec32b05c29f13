import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { FILLED_NOTE } from "../../local/demo/fill-city.ts";
import type { DemoCredentials } from "../../local/graphiql/demo-credentials.ts";
import { withOwnStart } from "../local/own-start.ts";
import { launchBrowser } from "./chromium.ts";

/** The platform with its pages, and a browser, for scripts that are no tests. */
export type OwnPlatform = {
  readonly origin: string;
  readonly demo: DemoCredentials;
  readonly browser: Browser;
};

/**
 * Starts the platform in a folder of its own, lets `use` do its work once the pages are built, and leaves nothing behind.
 * @param isFilled Whether the demo city has its cases; else nothing goes on beside.
 */
export const withOwnPlatform = <T>(
  isFilled: boolean,
  use: (platform: OwnPlatform) => Promise<T>,
): Promise<T> =>
  withOwnStart(
    async ({ folder, wait }) => {
      const output = await wait((printed) => (printed.includes("pages are ready") ? printed : undefined));
      if (isFilled) await wait(() => existsSync(join(folder, FILLED_NOTE)) || undefined);
      const [, origin = ""] = /^Portal +(\S+)\/$/m.exec(output) ?? [];
      const demo = JSON.parse(readFileSync(join(folder, ".local/demo.json"), "utf8")) as DemoCredentials;
      const browser = await launchBrowser();
      try {
        return await use({ origin, demo, browser });
      } finally {
        await browser.close();
      }
    },
    (folder) => {
      if (!isFilled) writeFileSync(join(folder, FILLED_NOTE), "");
    },
  );
