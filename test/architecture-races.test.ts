import { globSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { breaches } from "./support/architecture/breaches.ts";
import { loopsIn, OTHER_LOOPS } from "./support/architecture/loops.ts";
import { houseWith, USE_CASE } from "./support/architecture/orderly-house.ts";

const RULE = "races are decided in one way";
const WRITES = "services/government/halls/tickets/write-ticket.ts";

/** The verdict of the check on a use case that begins with this; `others` are files beside it. */
const saidOf = (text: string, others: Readonly<Record<string, string>> = {}): readonly string[] =>
  breaches(houseWith({ [USE_CASE]: text, ...others })).filter((line) => line.startsWith(RULE));

describe("a race that is decided by hand", () => {
  it.each<readonly [string, string, string]>([
    [
      "with a counter of attempts",
      "async function change() {\n  for (let attempt = 1; attempt <= 5; attempt += 1) await 0;\n}",
      "for (let attempt = 1; attempt <= 5; attempt += 1)",
    ],
    [
      "over a range of attempts",
      "async function change() {\n  for (const attempt of Array(5).keys()) await attempt;\n}",
      "for (const attempt of Array(5).keys())",
    ],
    [
      "with a counter of another name around a commit",
      "async function change() {\n  for (let n = 0; n < 5; n += 1) {\n    const done = await ports.commit({});\n    if (done.ok) return;\n  }\n}",
      "for (let n = 0; n < 5; n += 1)",
    ],
    [
      "over a range around a commit",
      "async function change() {\n  for (const n of [...Array(5).keys()]) if ((await commit(n)).ok) return;\n}",
      "for (const n of [...Array(5).keys()])",
    ],
    [
      "until it is written",
      "async function change() {\n  while (true) {\n    if ((await commit({})).ok) return;\n  }\n}",
      "while (true)",
    ],
    [
      "once, and until it is written",
      "async function change() {\n  do {\n    done = await commit({});\n  } while (!done.ok);\n}",
      "do",
    ],
    [
      "without a head",
      'async function change() {\n  for (let after = ""; ; ) {\n    if ((await commit({ after })).ok) return;\n  }\n}',
      'for (let after = ""; ; )',
    ],
    [
      "around a function of the file that commits",
      "async function change() {\n  for (let n = 0; ; n += 1) if (await write(n)) return;\n}\nconst write = async (n: number) => (await commit({ n })).ok;",
      "for (let n = 0; ; n += 1)",
    ],
    [
      "around a transaction that goes past commit",
      "async function change() {\n  while (true) {\n    if (await put()) return;\n  }\n}\nconst put = () => database.transact([], id);",
      "while (true)",
    ],
    [
      "by calling itself after a transaction",
      "async function change(left = 5): Promise<void> {\n  try {\n    await database.transact([], id);\n  } catch {\n    await change(left - 1);\n  }\n}",
      "change again",
    ],
    [
      "by calling itself",
      "async function change(left = 5): Promise<void> {\n  const done = await commit({});\n  if (!done.ok) await change(left - 1);\n}",
      "change again",
    ],
  ])("is noticed: %s", (_, text, head) => {
    expect(saidOf(text)).toEqual([`${RULE}: ${USE_CASE}: ${head}`]);
  });

  it("is noticed where what it calls commits in another file, by way of others", () => {
    const calls =
      'import { write } from "./write-ticket.ts";\nasync function change() {\n  while (!(await write()));\n}';
    const commits =
      "export const write = () => put();\nfunction put() {\n  return send();\n}\nconst send = () => ports.commit({});\n";
    expect(saidOf(calls, { [WRITES]: commits })).toEqual([`${RULE}: ${USE_CASE}: while (!(await write()))`]);
    expect(saidOf(calls, { [WRITES]: "export const write = async () => true;\n" })).toEqual([]);
  });

  it.each([
    [
      "goes through what there is",
      "async function all() {\n  for (const each of list) await commit(each);\n}",
    ],
    ["reads pages", "async function all() {\n  do {\n    page = await read();\n  } while (page.next);\n}"],
    ["counts something else", "const sum = () => {\n  for (let i = 0; i < 3; i += 1) add(i);\n};"],
    ["is a comment", "// for (let attempt = 1; ; attempt += 1) commit()\n/* while (true) commit() */"],
    ["is a text", 'const text = "while (true) commit(attempt)";'],
  ])("is none that %s", (_, text) => {
    expect(saidOf(text)).toEqual([]);
  });
});

describe("a loop that is really something else", () => {
  const [path = "", head = ""] = OTHER_LOOPS.find((each) => each.includes("attempt"))?.split(": ") ?? [];
  const loop = `async function fetchOne() {\n  REASON${head} await read();\n}`;

  it("is listed, and says at its place what it is", () => {
    const said = (reason: string) =>
      breaches(houseWith({ [path]: loop.replace("REASON", reason) })).filter((line) => line.startsWith(RULE));
    expect(said("// Nothing is decided here.\n  ")).toEqual([]);
    expect(said("")).toEqual([`${RULE}: ${path}: ${head} has no reason above it`]);
  });

  it("is listed only while it is there", () => {
    const files = globSync("services/**/*.ts").map((name) => ({
      path: name,
      text: readFileSync(name, "utf8"),
    }));
    const found = new Set(loopsIn(files).map((each) => `${each.path}: ${each.head}`));
    expect(OTHER_LOOPS.filter((each) => !found.has(each))).toEqual([]);
  });
});
