import { readFileSync } from "node:fs";
import { getNamedType, isObjectType } from "graphql";
import { describe, expect, it } from "vitest";
import { schema } from "../support/schema.ts";

const KINDS = ["both", "Accept-Language", "as written", "code"];

/** The kind of each field that is a String, as the table has it. */
const table = new Map(
  readFileSync(new URL("./strings.txt", import.meta.url), "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => line.split(": ") as [string, string]),
);

/** The Strings of the schema, but those that every refusal and every page of a list has. */
const strings = Object.values(schema.getTypeMap())
  .filter(isObjectType)
  .filter(({ name }) => !/^__|(?:Edge|PageInfo)$/.test(name))
  .flatMap((type) => {
    const isRefusal = type.getInterfaces().some(({ name }) => name === "Refusal");
    return Object.values(type.getFields())
      .filter((field) => getNamedType(field.type).name === "String")
      .filter(({ name }) => !(isRefusal && ["code", "message"].includes(name)))
      .map((field) => ({ name: `${type.name}.${field.name}`, description: field.description ?? "" }));
  });

describe("in which language a String is", () => {
  it("is decided for each field, and reviewed like code", () => {
    expect([...table.keys()]).toEqual(strings.map(({ name }) => name).toSorted());
    expect([...table].filter(([, kind]) => !KINDS.includes(kind))).toEqual([]);
  });

  it("is said where it stands, by those in the caller's language and by no others", () => {
    const said = strings.filter(({ description }) => description.includes("Accept-Language"));
    const meant = strings.filter(({ name }) => table.get(name) === "Accept-Language");
    expect(said.map(({ name }) => name)).toEqual(meant.map(({ name }) => name));
    expect(meant.length).toBeGreaterThan(10);
  });

  it("is the one rule at the head of the schema", () => {
    const base = readFileSync(new URL("../../schema/base.graphql", import.meta.url), "utf8");
    const head = base.slice(0, base.indexOf("schema {"));
    for (const word of ["LocalizedText", "Accept-Language", "enumTexts", "scopes", "DataAccess.reads"])
      expect(head).toContain(word);
  });
});
