import { execFile } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { type Browser, chromium } from "playwright-core";

/** A browser of the machine, if it has one. */
const INSTALLED = "/usr/bin/chromium";
const CACHE = join(process.env["XDG_CACHE_HOME"] || join(homedir(), ".cache"), "civigraph");

/** Told in place of a browser on other platforms. */
export const UNSUPPORTED =
  process.platform === "linux" && process.arch === "x64"
    ? undefined
    : `THE PAGES ARE NOT TESTED: npm brings a browser for Linux on x64, and this is ${process.platform} on ${process.arch}`;

const PACKAGE = join(import.meta.dirname, "../../node_modules/@sparticuz/chromium/package.json");

const run = promisify(execFile);

type Executable = { readonly path: string; readonly env: Readonly<Record<string, string>> };

/** Starts a browser, from npm alone where the machine has none. The first time it is unpacked, for 8 to 30 s. */
export async function launchBrowser(): Promise<Browser> {
  const { path, env } = existsSync(INSTALLED) ? { path: INSTALLED, env: {} } : await unpacked();
  // The machine's own sandbox needs rights that a container mostly lacks; only pages of this project are opened.
  const args = ["--no-sandbox", "--disable-gpu", "--font-render-hinting=none"];
  return chromium.launch({ executablePath: path, args, env: { ...inherited(), ...env } });
}

const inherited = (): Record<string, string> =>
  Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );

/** Kept from run to run. It appears at once and whole: two runs may be at it. */
async function unpacked(): Promise<Executable> {
  const { version } = JSON.parse(readFileSync(PACKAGE, "utf8")) as { version: string };
  const folder = join(CACHE, `chromium-${version}`);
  if (!existsSync(folder)) {
    mkdirSync(CACHE, { recursive: true, mode: 0o700 });
    const draft = mkdtempSync(join(CACHE, "draft-"));
    try {
      await run(process.execPath, [join(import.meta.dirname, "unpack-chromium.ts")], {
        env: forLambda(draft),
      });
      writeFileSync(join(draft, "fonts.conf"), fontSettings(folder));
      if (!existsSync(folder)) renameSync(draft, folder);
    } finally {
      rmSync(draft, { recursive: true, force: true });
    }
  }
  return {
    path: join(folder, "chromium"),
    env: { LD_LIBRARY_PATH: join(folder, "al2023/lib"), FONTCONFIG_FILE: join(folder, "fonts.conf") },
  };
}

/** The package's own settings name Lambda's folders alone; without any font a text has no size, and counts as hidden. */
const fontSettings = (folder: string): string => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${folder}/fonts</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${folder}/fonts-cache</cachedir>
</fontconfig>
`;

/** The package brings the system's libraries along only where it takes the machine for Lambda's. */
const forLambda = (folder: string) => ({
  TMPDIR: folder,
  AWS_EXECUTION_ENV: "AWS_Lambda_nodejs24.x",
  HOME: folder,
});
