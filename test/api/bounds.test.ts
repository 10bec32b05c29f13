import {
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLInputType,
  getNamedType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
} from "graphql";
import { describe, expect, it } from "vitest";
import { boundTexts, CURSOR_LENGTH_MAX, ID_LENGTH_MAX, TEXT_LENGTH_MAX } from "../../services/api/bounds.ts";
import type { Context } from "../../services/api/context.ts";
import { platformError } from "../../services/api/errors.ts";
import { schema as packed } from "../../services/api/generated/schema.ts";
import { unpackSchema } from "../../services/api/packed-schema.ts";
import { JSON_BOUNDS, scalars } from "../../services/api/scalars.ts";

const HALVES = ["\uD800", "京\uDFFF", "\uDC00\uD800"];

type Field = GraphQLArgument | GraphQLInputField;
type Text = {
  readonly at: readonly string[];
  readonly type: string;
  readonly holding: (text: unknown) => unknown;
};

/** Every place of a field's arguments that takes a text, however deep, with a value that holds nothing but it. */
function textsIn(fields: readonly Field[], above: readonly string[] = []): readonly Text[] {
  return fields.flatMap((field) => {
    const at = [...above, field.name];
    const named = getNamedType(field.type);
    const wrap = (value: unknown) => ({ [field.name]: inLists(field.type, value) });
    if (isInputObjectType(named)) {
      const inner = textsIn(Object.values(named.getFields()), at);
      return inner.map((text) => ({ ...text, holding: (value: unknown) => wrap(text.holding(value)) }));
    }
    return ["String", "ID"].includes(named.name) ? [{ at, type: named.name, holding: wrap }] : [];
  });
}

const inLists = (type: GraphQLInputType, value: unknown): unknown => {
  if (isNonNullType(type)) return inLists(type.ofType, value);
  return isListType(type) ? [inLists(type.ofType, value)] : value;
};

const schema = boundTexts(unpackSchema(packed));
const FIELDS = Object.values(schema.getTypeMap()).flatMap((type) =>
  isObjectType(type) && !type.name.startsWith("__")
    ? Object.values(type.getFields()).flatMap((field) =>
        textsIn(field.args).map((text) => ({ ...text, name: `${type.name}.${field.name}`, field })),
      )
    : [],
);

type Place = (typeof FIELDS)[number];

/** The text that a resolver is given where a text stands at a place; the error's code where it is given nothing. */
function seenWith({ field, holding }: Place, text: unknown): unknown {
  let seen: unknown = "nothing";
  const source = {
    [field.name]: (args: unknown) => {
      seen = args;
    },
  };
  try {
    field.resolve?.(
      source,
      holding(text) as Record<string, unknown>,
      {} as Context,
      { fieldName: field.name } as never,
    );
  } catch (error) {
    return platformError(error)?.extensions["code"];
  }
  return seen;
}

const PAGES = ["after"];
const titleOf = ({ name, at }: Place): string => `${name}(${at.join(".")})`;

describe("a text of any argument, however deep, that reaches a resolver", () => {
  it("there are places of all kinds to look at", () => {
    expect(FIELDS.length).toBeGreaterThan(300);
    expect(FIELDS.map(titleOf)).toContain("Mutation.correctTrip(input.tap)");
    expect(FIELDS.map(titleOf)).toContain("Hall.slots(item)");
  });

  it("is well-formed Unicode", () => {
    const wrong = FIELDS.filter((place) => HALVES.some((half) => seenWith(place, half) !== "BAD_USER_INPUT"));
    expect(wrong.map(titleOf)).toEqual([]);
  });

  it("is no longer than its bound; an id that is longer is one of no record", () => {
    const long = "x".repeat(70_000);
    const wrong = FIELDS.filter((place) => {
      const seen = seenWith(place, long);
      return place.type === "ID"
        ? JSON.stringify(seen) !== JSON.stringify(place.holding("?"))
        : seen !== "BAD_USER_INPUT";
    });
    expect(wrong.map(titleOf)).toEqual([]);
  });

  it("is handed on as it is where it is within", () => {
    const wrong = FIELDS.filter((place) => {
      const max = place.type === "ID" ? ID_LENGTH_MAX : TEXT_LENGTH_MAX;
      return ["", "𠮷".repeat(max / 2)].some(
        (text) => JSON.stringify(seenWith(place, text)) !== JSON.stringify(place.holding(text)),
      );
    });
    expect(wrong.map(titleOf)).toEqual([]);
    const untouched = FIELDS.filter(
      (place) => JSON.stringify(seenWith(place, null)) !== JSON.stringify(place.holding(null)),
    );
    expect(untouched.map(titleOf)).toEqual([]);
  });

  it("is short where nothing else is declared, so that it can become a key", () => {
    const long = FIELDS.filter(
      (place) =>
        place.type === "String" && seenWith(place, "x".repeat(TEXT_LENGTH_MAX + 1)) !== "BAD_USER_INPUT",
    );
    const names = new Set(long.map(({ at }) => at.at(-1)));
    expect([...names].filter((name) => name && !PAGES.includes(name)).sort()).toMatchInlineSnapshot(`
      [
        "answer",
        "article",
        "basis",
        "comment",
        "devicePublicKey",
        "duplicateReason",
        "en",
        "kmsKey",
        "law",
        "measures",
        "note",
        "online",
        "opinion",
        "presentation",
        "purpose",
        "reason",
        "rideCode",
        "text",
        "zh",
      ]
    `);
    const cursors = long.filter(({ at }) => at.at(-1) === "after");
    expect(
      cursors.filter((place) => seenWith(place, "x".repeat(CURSOR_LENGTH_MAX + 1)) !== "BAD_USER_INPUT"),
    ).toEqual([]);
  });
});

describe("a JSON object", () => {
  const { LEVELS_MAX, BYTES_MAX, NAME_LENGTH_MAX } = JSON_BOUNDS;
  const nested = (levels: number): unknown => JSON.parse(`${'{"a":'.repeat(levels)}1${"}".repeat(levels)}`);
  const { JSONObject } = scalars;

  it.each([
    ["more levels", nested(LEVELS_MAX + 1)],
    ["levels without end", nested(50_000)],
    ["lists without end", { a: JSON.parse(`${"[".repeat(50_000)}${"]".repeat(50_000)}`) }],
    ["more bytes", { a: "京".repeat(BYTES_MAX / 3) }],
    ["more values", { a: Array.from({ length: BYTES_MAX }, () => null) }],
    ["a longer name", { ["x".repeat(NAME_LENGTH_MAX + 1)]: 1 }],
    ["half a character in a name", { "\uD800": 1 }],
    ["half a character in a text", { a: [{ b: "\uDC00" }] }],
    ["a number without end", { a: Number.POSITIVE_INFINITY }],
  ])("of %s than it may have is refused", (_, value) => {
    expect(() => JSONObject.parseValue(value)).toThrow("JSON_OUT_OF_BOUNDS");
  });

  it("within them is handed on as it is", () => {
    const value = {
      a: nested(LEVELS_MAX - 1),
      ["x".repeat(NAME_LENGTH_MAX)]: "京".repeat(1_000),
      b: -0.5,
      c: null,
    };
    expect(JSONObject.parseValue(value)).toBe(value);
  });
});
