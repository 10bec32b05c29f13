import {
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLInputType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
} from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { TEXT_LENGTH_MAX } from "../../services/api/bounds.ts";
import { ROLES, SCOPES } from "../../services/kernel/actor.ts";
import { startPlatform, type TestPlatform } from "../support/platform.ts";
import { schema } from "../support/schema.ts";
import { seedPartner } from "../support/seed-partner.ts";

let platform: TestPlatform;
let callers: readonly Readonly<Record<string, string>>[];
/** Values that are in order, by the name of their field: what stands around the hostile one. */
let sound: Readonly<Record<string, unknown>>;
beforeAll(async () => {
  platform = await startPlatform();
  const { liveKey, partnerId, representative } = await seedPartner(platform, { scopes: SCOPES });
  callers = [
    {},
    { token: await platform.tokens.citizen(representative) },
    { token: await platform.tokens.officer({ roles: ROLES }) },
    { apiKey: liveKey },
  ];
  sound = {
    id: partnerId,
    partnerId,
    code: "HOSTILE-ITEM-1",
    creditCode: "11100000000013338W",
    phone: "13800138000",
    email: "liming@example.cn",
    networks: ["203.0.113.0/24"],
  };
});
afterAll(() => platform.stop());

/** Texts that somewhere have made a parser, a database, a log or a reader's eye stumble. */
const TEXTS: Readonly<Record<string, unknown>> = {
  "no text at all": "",
  "more than a database key holds": "x".repeat(5_000),
  "more than a key holds, behind an item's prefix": `itm_${"x".repeat(5_000)}`,
  "more than a key holds, behind a partner's prefix": `ptn_${"0".repeat(5_000)}`,
  "half a character": "京城\uD800便民科技",
  "the other half, at the end": "京城\uDC00",
  "as much as a text may hold": "京".repeat(TEXT_LENGTH_MAX),
  NUL: "京城\u0000便民科技",
  "a line separator": "京城\u2028便民科技",
  "our own separators": "a#b/c_d|e",
  "a name that objects have": "__proto__",
};
const NUMBERS: Readonly<Record<string, unknown>> = {
  "the least number": -(2 ** 31),
  "the greatest number": 2 ** 31 - 1,
  "no number at all": 0,
};
const DATES: Readonly<Record<string, unknown>> = {
  "the first day": "1900-01-01",
  "the last day": "9999-12-31",
};
const MONTHS: Readonly<Record<string, unknown>> = {
  "the first month": "1900-01",
  "the last month": "9999-12",
};
const INSTANTS: Readonly<Record<string, unknown>> = {
  "the first instant": "1900-01-01T00:00:00.000Z",
  "the last instant": "9999-12-31T15:59:59.999Z",
};
const DECIMALS: Readonly<Record<string, unknown>> = {
  "the least": "-999999999999.99999999",
  "the greatest": "999999999999.99999999",
  "next to nothing": "0.00000001",
};
const AMOUNTS: Readonly<Record<string, unknown>> = {
  "the least": "-1000000000000.00",
  "the greatest": "1000000000000.00",
};
const OBJECTS: Readonly<Record<string, unknown>> = {
  "a name that objects have": JSON.parse('{"__proto__": {"type": "object"}}'),
  "half a character in a name": { "\uD800": 1 },
  "a number that is none": { maximum: -0, minimum: 1e308 },
  "a number beyond those of the database": { maximum: 1e308 },
  "a name of 10,000 characters": { ["x".repeat(10_000)]: 1 },
  "half a character in a text": { title: "\uDC00" },
  "a hundred levels": JSON.parse(`${'{"not":'.repeat(100)}{}${"}".repeat(100)}`),
};
const HOSTILE: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  String: TEXTS,
  ID: TEXTS,
  Int: NUMBERS,
  JSONObject: OBJECTS,
  Date: DATES,
  Month: MONTHS,
  DateTime: INSTANTS,
  Decimal: DECIMALS,
  Money: AMOUNTS,
};
const SOUND: Readonly<Record<string, unknown>> = {
  Int: 1,
  Boolean: true,
  RegionCode: "110000",
  Money: "1.00",
  Decimal: "1.5",
  Date: "2026-11-23",
  Month: "2026-11",
  DateTime: "2026-12-01T00:00:00.000Z",
  JSONObject: {},
};

type Fields = readonly (GraphQLArgument | GraphQLInputField)[];
type Path = readonly string[];
type Hostile = { readonly at: Path; readonly value: unknown };

/** Places that take text, a number, a time or any object, each with the name of its type. */
function places(fields: Fields, above: Path = []): readonly { readonly at: Path; readonly type: string }[] {
  return fields.flatMap((field) => {
    const at = [...above, field.name];
    const type = getNamedType(field.type);
    if (isInputObjectType(type)) return places(Object.values(type.getFields()), at);
    return type.name in HOSTILE ? [{ at, type: type.name }] : [];
  });
}

/** All fields in order, but for the hostile value at its place. */
function objectOf(fields: Fields, hostile: Hostile): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    fields.map((field) => {
      const [step, ...rest] = hostile.at;
      const inner = { at: step === field.name ? rest : ["elsewhere"], value: hostile.value };
      return [field.name, valueAt(field.name, field.type, inner)];
    }),
  );
}

function valueAt(name: string, type: GraphQLInputType, hostile: Hostile): unknown {
  if (isNonNullType(type)) return valueAt(name, type.ofType, hostile);
  if (hostile.at.length > 0 && name in sound) return sound[name];
  if (isListType(type)) return [valueAt(name, type.ofType, hostile)];
  if (isInputObjectType(type)) return objectOf(Object.values(type.getFields()), hostile);
  if (hostile.at.length === 0) return hostile.value;
  return isEnumType(type) ? type.getValues()[0]?.name : (SOUND[type.name] ?? "sound-text");
}

const OPERATIONS = [
  ...Object.values(schema.getQueryType()?.getFields() ?? {}).map((field) => ({ kind: "query", field })),
  ...Object.values(schema.getMutationType()?.getFields() ?? {}).map((field) => ({ kind: "mutation", field })),
].filter(({ field }) => places(field.args).length > 0);

describe("input, however hostile, is answered and never a fault", () => {
  it.each(OPERATIONS)("by $field.name", async ({ kind, field }) => {
    const declared = field.args.map(({ name, type }) => `$${name}: ${type}`).join(", ");
    const given = field.args.map(({ name }) => `${name}: $${name}`).join(", ");
    const selection = isLeafType(getNamedType(field.type)) ? "" : "{ __typename }";
    const query = `${kind} (${declared}) { result: ${field.name}(${given}) ${selection} }`;
    const faults: string[] = [];
    const logged = platform.logs.length;
    for (const { at, type } of places(field.args)) {
      for (const [what, value] of Object.entries(HOSTILE[type] ?? {})) {
        const variables = objectOf(field.args, { at, value });
        const answers = await Promise.all(
          callers.map((caller) => platform.call({ query, variables, ...caller })),
        );
        const codes = answers.flatMap(({ errors }) => errors.map(({ extensions }) => extensions["code"]));
        const isFault = codes.includes("INTERNAL") || answers.some(({ status }) => status >= 500);
        if (isFault) faults.push(`${at.join(".")}: ${what}`);
      }
    }
    expect(faults).toEqual([]);
    expect(platform.logs.slice(logged).filter(({ level }) => level === "ERROR")).toEqual([]);
  });
});
