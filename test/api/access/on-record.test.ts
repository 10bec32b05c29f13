import { readFileSync } from "node:fs";
import { getDirective } from "@graphql-tools/utils";
import { type GraphQLResolveInfo, isObjectType } from "graphql";
import { expect, it } from "vitest";
import { buildSchema } from "../../../services/api/server.ts";
import { resolvers } from "../../../services/app/registry.ts";
import { newId } from "../../../services/kernel/ids.ts";
import { systemRuntime } from "../../../services/kernel/runtime.ts";
import { startPlatform } from "../../support/platform.ts";

const schema = buildSchema(resolvers);

/** The fields of each type that says something about a person to officers: which of them go on record. */
const decided = Object.values(schema.getTypeMap()).flatMap((type) => {
  if (!isObjectType(type)) return [];
  const fields = Object.values(type.getFields()).map((field) => ({
    name: `${type.name}.${field.name}`,
    isOnRecord: (getDirective(schema, field, "personal") ?? []).length > 0,
  }));
  return fields.some(({ isOnRecord }) => isOnRecord)
    ? fields.map(({ name, isOnRecord }) => `${name}: ${isOnRecord ? "on record" : "of the office"}`)
    : [];
});

it("what officers read on record is decided for each field, and reviewed like code", () => {
  const table = readFileSync(new URL("./on-record.txt", import.meta.url), "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"));
  expect(decided.sort()).toEqual(table.sort());
});

it("what cannot be put on record is not read", async () => {
  const platform = await startPlatform();
  const actor = { kind: "OFFICER", mode: "live", id: newId("ofc", systemRuntime), roles: [] } as const;
  const officer = { ...actor, jurisdiction: { regionPrefix: "", departments: [] } };
  const accessLog = { note: () => "TOO_MANY" as const, write: async () => undefined };
  const context = { ...platform.context(officer), accessLog };
  const source = context.subjects.inherit({ citizenId: platform.newCitizen() }, undefined);
  const type = schema.getType("Application");
  const { form } = isObjectType(type) ? type.getFields() : expect.fail("no Application");
  const read = () => form?.resolve?.(source, {}, context, { fieldName: "form" } as GraphQLResolveInfo);
  expect(read).toThrow("LIMIT_EXCEEDED");
  await platform.stop();
});
