import { execFile } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { compileCache, type Reply, type Started } from "../local/local-platform.ts";
import { type Json, textAt } from "../support/platform.ts";
import type { GraphqlSample } from "./samples.ts";
import { withTypenames } from "./with-typenames.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const CURL_WITH_TYPENAMES = fileURLToPath(new URL("curl-with-typenames.ts", import.meta.url));
const EXECUTABLE = 0o755;

/** A shell in the folder of a platform that runs, and what sends its documents. */
export type Terminal = {
  /** Pastes commands; what they print. Rejects where one of them fails. */
  readonly paste: (commands: string) => Promise<string>;
  /** Sends a document by the credential and with the variables that the page names. */
  readonly send: (sample: GraphqlSample) => Promise<Reply>;
};

export function terminalOf(
  { endpoint }: Started,
  folder: string,
  {
    addsTypenames,
    environment,
  }: { readonly addsTypenames: boolean; readonly environment: Readonly<Record<string, string>> },
): Terminal {
  const bin = join(folder, "bin");
  mkdirSync(bin, { recursive: true });
  const script = (name: string, lines: string) =>
    writeFileSync(join(bin, name), `#!/usr/bin/env bash\n${lines}\n`, { mode: EXECUTABLE });
  // The project's scripts, for a folder that is not the project's.
  script("npm", `[ "$1" = run ] || exit 1\ncase "$2" in\n${commands()}*) exit 1;;\nesac`);
  const { PATH = "" } = process.env;
  if (addsTypenames) {
    script(
      "curl",
      `exec "${process.execPath}" "${CURL_WITH_TYPENAMES}" "$(PATH="${PATH}" command -v curl)" "$@"`,
    );
  }
  const env = {
    ...process.env,
    NODE_COMPILE_CACHE: compileCache(),
    ...environment,
    PATH: [bin, dirname(process.execPath), PATH].join(delimiter),
  };

  const paste = async (commands: string): Promise<string> => {
    const here = commands.replaceAll("http://localhost:4000/graphql", endpoint);
    const pasted = await promisify(execFile)("bash", ["-euo", "pipefail", "-c", here], { cwd: folder, env });
    return pasted.stdout;
  };

  const send = async ({ document, sentWith, variables }: GraphqlSample): Promise<Reply> => {
    const printed = variables?.language === "sh" ? await paste(variables.text) : variables?.text;
    const response = await fetch(endpoint, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        ...(sentWith && { authorization: bearer(folder, sentWith) }),
      },
      body: JSON.stringify({
        query: addsTypenames ? withTypenames(document) : document,
        variables: JSON.parse(printed ?? "{}"),
      }),
    });
    return (await response.json()) as Reply;
  };

  return { paste, send };
}

/** `npm run`'s scripts as branches of a shell's `case`. */
function commands(): string {
  const { scripts } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as {
    scripts: Readonly<Record<string, string>>;
  };
  return Object.entries(scripts)
    .filter(([, script]) => script.includes("local/"))
    .map(
      ([name, script]) =>
        `${name}) shift 2; [ "\${1-}" = -- ] && shift; ${script.replace("local/", `${ROOT}local/`)} "$@";;\n`,
    )
    .join("");
}

function bearer(folder: string, path: readonly string[]): string {
  const demo = JSON.parse(readFileSync(join(folder, ".local/demo.json"), "utf8")) as Json;
  return `Bearer ${textAt(demo, ...path)}`;
}
