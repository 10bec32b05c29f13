import { globSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { partsOf, readKeysModules, tablesPage } from "../../local/tables-page.ts";
import { TABLES, type TableDefinition } from "../../services/kernel/database/tables.ts";
import { textOf } from "./blocks.ts";
import { type KeyTemplate, meets, templatesOf } from "./key-templates.ts";

const modules = await readKeysModules();
const patterns = modules.flatMap(({ file, patterns }) =>
  patterns.map((pattern) => ({ ...pattern, file, name: `${file}: ${pattern.table}: ${pattern.key}` })),
);
const templates = modules.flatMap(({ file, exports }) =>
  templatesOf(exports).map((template) => ({ ...template, file })),
);

type Stated = { readonly file: string };

const isBeside = (template: Stated, pattern: Stated): boolean => template.file === pattern.file;

describe("docs/tables.md", () => {
  it("is as `npm run tables` writes it", () => {
    expect(textOf("docs/tables.md")).toBe(tablesPage(modules));
  });

  it("has every service that has keys", () => {
    expect(modules.length).toBeGreaterThan(18);
    expect(patterns.length).toBeGreaterThan(130);
  });
});

describe("access patterns and key templates", () => {
  it("agree: each template serves a pattern", () => {
    expect(templates.length).toBeGreaterThan(130);
    const idle = templates.filter(
      (template) => !patterns.some((pattern) => isBeside(template, pattern) && meets(template, pattern)),
    );
    expect(idle.map(({ file, name }) => `${file}: ${name}`)).toEqual([]);
  });

  it("agree: each pattern is served by a template", () => {
    const unserved = patterns.filter(
      (pattern) => !templates.some((template) => isBeside(template, pattern) && meets(template, pattern)),
    );
    expect(unserved.map(({ name }) => name)).toEqual([]);
  });

  it("are where all keys are made", () => {
    const takesKey = /import (?:type )?\{[^}]*\bkey\b[^}]*\} from "[^"]*\/tables\.ts"/;
    const makers = globSync("services/**/*.ts").filter((file) => takesKey.test(readFileSync(file, "utf8")));
    expect(makers.length).toBeGreaterThan(18);
    expect(makers.filter((file) => !modules.some((each) => each.file === file))).toEqual([]);
  });

  it("are each stated once, and what they say is told apart", () => {
    const names = patterns.map(({ name }) => name);
    expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
    const said = patterns.map(({ file, table, what }) => `${file}: ${table}: ${what}`);
    expect(said.filter((text, i) => said.indexOf(text) !== i)).toEqual([]);
  });

  it("name an index that their table has, and keys in two parts where they use one", () => {
    const wrong = patterns.filter(({ table, index, key }) => {
      const definitions: readonly TableDefinition[] = TABLES;
      const its = definitions.filter(({ name }) => name === table || name.startsWith(`${table}-`));
      const has = its.length > 0 && its.every(({ indexes }) => indexes.some(({ name }) => name === index));
      return index !== undefined && !(has && partsOf(key)[1] !== undefined);
    });
    expect(wrong.map(({ name }) => name)).toEqual([]);
  });
});

describe("a template serves a pattern", () => {
  const serves = (value: KeyTemplate["value"], key: string, index?: "index1"): boolean =>
    meets({ name: "x", value }, { table: "records", what: "", key, ...(index && { index }) });

  it("of the same key, part by part", () => {
    const key = { pk: "probe", sk: "task#probe" };
    expect(serves(key, "{application}, task#{step}")).toBe(true);
    expect(serves(key, "{application}, task")).toBe(false);
    expect(serves(key, "{application}, task#{step}#{day}")).toBe(false);
    expect(serves(key, "application#{id}, task#{step}")).toBe(false);
    expect(serves(key, "{application}, task#…")).toBe(false);
    expect(serves(key, "{application}, task#{step}", "index1")).toBe(false);
    expect(serves(key, "{application}")).toBe(false);
  });

  it("of all that begins so, or of a whole partition", () => {
    expect(serves({ skPrefix: "task#" }, "{application}, task#…")).toBe(true);
    expect(serves({ skPrefix: "task#" }, "{application}, desk#…")).toBe(false);
    expect(serves({ skPrefix: "task#" }, "{application}, task#{step}")).toBe(false);
    expect(serves({ pk: "of#probe", skPrefix: "task#" }, "of#{application}, task#…")).toBe(true);
    expect(serves({ pk: "of#probe", skPrefix: "task#" }, "by#{application}, task#…")).toBe(false);
    expect(serves(["task#a#", "task#b#~"], "{application}, task#{month}#…")).toBe(true);
    expect(serves("roll#probe", "roll#{department}")).toBe(true);
    expect(serves("roll#probe", "roll#{department}, JY#…")).toBe(true);
    expect(serves("roll#probe", "roll#{department}, {officer}")).toBe(false);
  });

  it("of an index, by either of its keys", () => {
    expect(serves("desk#probe", "desk#{region}, {time}", "index1")).toBe(true);
    expect(serves("a#b", "desk#{region}, {time}#{id}", "index1")).toBe(true);
    expect(serves("desk#probe", "held#{region}, {time}", "index1")).toBe(false);
  });
});
