import { readFileSync } from "node:fs";
import { type GraphQLObjectType, type GraphQLResolveInfo, isNullableType, isObjectType } from "graphql";
import { expect, it } from "vitest";
import { tooManyPersons } from "../../../services/api/consents.ts";
import { directivesOn } from "../../../services/api/directives.ts";
import { newId } from "../../../services/kernel/ids.ts";
import { systemRuntime } from "../../../services/kernel/runtime.ts";
import { startPlatform } from "../../support/platform.ts";
import { schema } from "../../support/schema.ts";

const isOpenToOfficers = (type: GraphQLObjectType): boolean =>
  directivesOn<{ to?: unknown }>(type, "access").some(
    ({ to }) => Array.isArray(to) && to.includes("OFFICER"),
  );

const fieldsOf = (type: GraphQLObjectType) =>
  Object.values(type.getFields()).map((field) => ({
    name: `${type.name}.${field.name}`,
    isOnRecord: directivesOn(field, "personal").length > 0,
    mayBeNull: isNullableType(field.type),
  }));

const types = Object.values(schema.getTypeMap()).filter(isObjectType);

/**
 * Each type that officers can reach: which of its fields go on record, where it says something about a person in whose
 * name it stands, or else that it does not.
 */
const decided = types.filter(isOpenToOfficers).flatMap((type) => {
  const fields = fieldsOf(type);
  return fields.some(({ isOnRecord }) => isOnRecord)
    ? fields.map(({ name, isOnRecord }) => `${name}: ${isOnRecord ? "on record" : "of the office"}`)
    : [`${type.name}: nothing`];
});

it("what officers read on record is decided for each field, and reviewed like code", () => {
  const table = readFileSync(new URL("./on-record.txt", import.meta.url), "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"));
  expect(decided.sort()).toEqual(table.sort());
});

it("what is on record may be null: where it cannot be put there, what stands beside it is answered all the same", () => {
  const personal = types.flatMap(fieldsOf).filter(({ isOnRecord }) => isOnRecord);
  expect(personal.length).toBeGreaterThan(20);
  expect(personal.filter(({ mayBeNull }) => !mayBeNull)).toEqual([]);
});

it("nothing is marked that no officer can reach", () => {
  const closed = types.filter((type) => !isOpenToOfficers(type)).flatMap(fieldsOf);
  expect(closed.filter(({ isOnRecord }) => isOnRecord)).toEqual([]);
});

it("what cannot be put on record is not read", async () => {
  const platform = await startPlatform();
  const actor = { kind: "OFFICER", mode: "live", id: newId("ofc", systemRuntime), roles: [] } as const;
  const officer = { ...actor, jurisdiction: { regionPrefix: "", departments: [] } };
  const note = () => {
    throw tooManyPersons();
  };
  const accessLog = { note, write: async () => undefined };
  const context = { ...platform.context(officer), accessLog };
  const source = context.subjects.inherit({ citizenId: platform.newCitizen() }, undefined);
  const type = schema.getType("Application");
  const { form } = isObjectType(type) ? type.getFields() : expect.fail("no Application");
  const read = () => form?.resolve?.(source, {}, context, { fieldName: "form" } as GraphQLResolveInfo);
  expect(read).toThrow("LIMIT_EXCEEDED");
  await platform.stop();
});
