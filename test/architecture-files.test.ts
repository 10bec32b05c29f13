import { describe, expect, it } from "vitest";
import { breaches, FILE_LINES_MAX } from "./support/architecture/breaches.ts";
import {
  house,
  houseWith,
  KEYS,
  MESSAGES,
  MODELS,
  NOUN,
  STATEMENT,
  STORE,
  USE_CASE,
  withoutRoles,
} from "./support/architecture/orderly-house.ts";

const PURE = "nouns are pure";

describe("a noun", () => {
  it("is noticed that begins to wait or to know the database, by who counts on its doing neither", () => {
    const waiting = "export const later = async () => 1;";
    const knowing = 'import type { Commit } from "../../../kernel/commit/commit.ts";';
    for (const line of [waiting, knowing]) {
      expect(breaches(houseWith({ [NOUN]: line }))).toEqual([
        `who may import whom: ${STORE} (store) → ${NOUN} (use case)`,
      ]);
    }
    expect(breaches(houseWith({ [NOUN]: "// never await here" }))).toEqual([]);
    expect(breaches(houseWith({ [NOUN]: 'const text = "They await you";' }))).toEqual([]);
  });

  it.each([[STATEMENT], [MODELS], [MESSAGES], [KEYS], ["services/field/region.ts"]])(
    "is %s by its name, and may not wait",
    (path) => {
      const waiting = "export const later = async () => 1;";
      expect(breaches(houseWith({ [path]: waiting })).map(withoutRoles)).toEqual([
        `${PURE}: ${path} uses await`,
      ]);
    },
  );

  it("is noticed that asks for the time or for chance instead of being told", () => {
    const lines = "const at = Date.now();\nconst id = randomUUID();";
    expect(breaches(houseWith({ [NOUN]: lines }))).toEqual([
      `${PURE}: ${NOUN} (noun) uses Date.now`,
      `${PURE}: ${NOUN} (noun) uses randomUUID`,
    ]);
    expect(breaches(houseWith({ [USE_CASE]: lines }))).toEqual([]);
  });

  it.each([
    ["new Date", "const at = new Date;"],
    ["new Date", "const at = new Date();"],
    ["fetch", 'const page = fetch("https://example.org");'],
    ["setTimeout", "setTimeout(() => 1, 5);"],
    ["console.", 'console.log("a");'],
    ["process.", "const { region } = process.env;"],
  ])("is noticed that uses %s: %s", (what, line) => {
    expect(breaches(houseWith({ [NOUN]: line }))).toEqual([`${PURE}: ${NOUN} (noun) uses ${what}`]);
  });

  it("may read a time that it is told", () => {
    expect(breaches(houseWith({ [NOUN]: "const at = new Date(now).toISOString();" }))).toEqual([]);
  });
});

describe("what is read of a file", () => {
  it.each([
    ["a type", 'import type { X } from "./ticket-store.ts";'],
    ["several lines", 'import {\n  x,\n  y,\n} from "./ticket-store.ts";'],
    ["a re-export", 'export { x } from "./ticket-store.ts";'],
    ["a re-export of everything", 'export * from "./ticket-store.ts";'],
    ["its effect alone", 'import "./ticket-store.ts";'],
    ["a default", 'import x from "./ticket-store.ts";'],
    ["a namespace", "import * as x from './ticket-store.ts';"],
    ["run time", 'const { x } = load(import("./ticket-store.ts"));'],
    ["run time, between backticks", "const { x } = load(import(`./ticket-store.ts`));"],
    ["a type in place", 'type X = import("./ticket-store.ts").X;'],
    ["a reference", '/// <reference path="./ticket-store.ts" />'],
  ])("is an import of %s", (_, line) => {
    const found = breaches(houseWith({ [NOUN]: line })).map(withoutRoles);
    expect(found.filter((text) => text.startsWith(PURE))).toEqual([`${PURE}: ${NOUN} → ${STORE}`]);
  });

  it("is its length, but not of what is generated", () => {
    const long = "\n".repeat(FILE_LINES_MAX).concat("const end = 1;\n");
    const [queue, generated] = ["services/kernel/queue.ts", "services/api/generated/schema.ts"];
    expect(breaches(house({ [queue]: long, [generated]: long }))).toEqual([
      `a file has an end: ${queue} has ${FILE_LINES_MAX + 1} lines, more than ${FILE_LINES_MAX}`,
    ]);
  });
});
