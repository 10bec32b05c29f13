import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ERROR_CODES } from "../../services/api/errors.ts";
import { LIMITS } from "../../services/api/limits.ts";
import { PAGE_SIZE_MAX } from "../../services/api/relay.ts";
import { PERSONAL_SCOPES, SCOPES } from "../../services/kernel/actor.ts";
import { CONFIG } from "../../services/kernel/process/config.ts";
import { preparedFolder, removeFolders, type Started, start } from "../local/local-platform.ts";

const textOf = (file: string): string => readFileSync(new URL(`../../${file}`, import.meta.url), "utf8");
const README = textOf("README.md");
const PARTNERS = textOf("docs/partners.md");

type Example = { readonly title: string; readonly command: string };

/** The fenced shell blocks of a page that call the API. */
function examplesOf(name: string, page: string): Example[] {
  return [...page.matchAll(/^ *```sh\n([\s\S]*?)^ *```$/gm)]
    .map(([, block = ""]) => block)
    .filter((block) => block.includes("curl "))
    .map((command, i) => ({ title: /^# (.*)$/m.exec(command)?.[1] ?? `${name}, example ${i + 1}`, command }));
}

const examples = [...examplesOf("README.md", README), ...examplesOf("docs/partners.md", PARTNERS)];

let folder: string;
let platform: Started;
beforeAll(async () => {
  folder = await preparedFolder();
  platform = await start(folder);
});
afterAll(async () => {
  platform.kill("SIGTERM");
  await platform.ended;
  await removeFolders();
});

/** Pasted as it stands, but for the port. */
async function paste(command: string): Promise<{ data: unknown; errors?: { extensions: unknown }[] }> {
  const env = { ...process.env, PATH: `${dirname(process.execPath)}:${process.env["PATH"]}` };
  const here = command.replaceAll("http://localhost:4000/graphql", platform.endpoint);
  const { stdout } = await promisify(execFile)("bash", ["-euc", here], { cwd: folder, env });
  return JSON.parse(stdout);
}

describe("an example of the documents", () => {
  it("is there for each of the three readers", () => {
    expect(examples.length).toBeGreaterThanOrEqual(5);
  });

  it.each(examples)("answers what it says when it is pasted: $title", async ({ title, command }) => {
    const { data, errors } = await paste(command);
    if (title.startsWith("Refused")) {
      expect(errors).toMatchObject([{ extensions: { code: "FORBIDDEN", requestId: expect.any(String) } }]);
      return;
    }
    expect(errors).toBeUndefined();
    expect(JSON.stringify(data)).not.toMatch(/null|"code"/);
  });
});

/** The cells of the table under a heading, without its head, and without marks. */
function tableUnder(heading: string, page: string): string[][] {
  const section = page.slice(page.indexOf(`\n## ${heading}\n`)).split("\n## ")[1] ?? "";
  const lines = section.split("\n").filter((line) => line.startsWith("|"));
  return lines.slice(2).map((line) =>
    line
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim().replaceAll("`", "")),
  );
}

describe("the documents", () => {
  it("name every limit with the value that holds", () => {
    const values = tableUnder("Limits", PARTNERS).map(([, value = ""]) =>
      Number(value.replace(/[^\d]/g, "")),
    );
    expect(values).toEqual([
      LIMITS.BODY_BYTES_MAX,
      LIMITS.TOKENS_MAX,
      LIMITS.NESTING_MAX,
      LIMITS.DEPTH_MAX,
      LIMITS.ALIASES_MAX,
      LIMITS.ROOT_FIELDS_MAX,
      LIMITS.DIRECTIVES_MAX,
      LIMITS.ERRORS_MAX,
      PAGE_SIZE_MAX,
    ]);
  });

  it("name every error code that a partner can meet", () => {
    const codes = tableUnder("Errors", PARTNERS).map(([code]) => code);
    expect(codes).toEqual(ERROR_CODES.filter((code) => code !== "NOT_FOUND"));
  });

  it("name every scope, and which of them need a consent", () => {
    const scopes = tableUnder("Scopes", PARTNERS).map(([scope, , consent]) => [scope, consent === "yes"]);
    expect(scopes).toEqual(SCOPES.map((scope) => [scope, PERSONAL_SCOPES.includes(scope)]));
  });

  it("name every setting of a function", () => {
    const settings = tableUnder("Configuration of a function", README).map(([name]) => name);
    expect(settings.filter((name) => name?.startsWith("CIVIGRAPH_"))).toEqual(Object.values(CONFIG));
  });
});
