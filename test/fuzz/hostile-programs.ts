/** Forms that editors supply are programs: they stop a process, exhaust it, or judge nothing. */
export const HOSTILE_FORMS: readonly object[] = [
  { type: "object", $async: true, properties: { a: { type: "string" } } },
  form({ a: { type: "string", pattern: "^(a+)+$" } }),
  form({ a: { type: "string", pattern: "(" } }),
  form({ a: { type: "string", pattern: "^(?=.*(a))\\1{1000}$" } }),
  form({ a: { type: "string", pattern: "(x{0,1000}){0,1000}" } }),
  form({ a: { type: "string", pattern: `(${"a|".repeat(5_000)}b)*` } }),
  form({ a: { type: "string", pattern: "\\p{Script=Han}|\\u{110000}" } }),
  form({ a: { $ref: "#/$defs/nowhere" } }),
  form({ a: { $ref: "https://example.org/schema.json" } }),
  form({ a: { $dynamicRef: "#meta" } }),
  { ...form({ a: { $ref: "#" } }) },
  { ...form({ a: { $ref: "#/$defs/a" } }), $defs: { a: { $ref: "#/$defs/b" }, b: { $ref: "#/$defs/a" } } },
  { $id: "https://json-schema.org/draft/2020-12/schema", ...form({}) },
  { $schema: "http://json-schema.org/draft-04/schema#", ...form({}) },
  form({ a: { type: "string", format: "emial" } }),
  form({ a: { type: "string", format: "__proto__" } }),
  form({ a: { type: "number", multipleOf: 1e-300 } }),
  form({ a: { type: "number", multipleOf: 0 } }),
  form({ a: { type: "integer", minimum: 1e308, maximum: -1e308 } }),
  form({ a: { type: "string", maxLength: -1, minLength: 1e21 } }),
  form({ a: { type: ["string", "object", "null"], enum: [] } }),
  form({ a: { type: "array", uniqueItems: true, items: { type: "object" }, maxItems: 1e9 } }),
  form({ a: { not: {} }, b: true, c: false }),
  form({ a: { type: "string", default: { "\u0000": 1 }, const: null, examples: [1] } }),
  JSON.parse('{"type":"object","properties":{"__proto__":{"type":"string"},"toString":{"type":"string"}}}'),
  JSON.parse('{"type":"object","properties":{"constructor":{"type":"string"}},"required":["constructor"]}'),
  { ...form({ a: { type: "string" } }), required: Array.from({ length: 2_000 }, () => "a") },
  { ...form({}), allOf: Array.from({ length: 2_000 }, () => ({ type: "object" })) },
  { ...form({}), patternProperties: { "^(a|a)*$": { type: "string" } }, additionalProperties: true },
  JSON.parse('{"type":"object","if":{"properties":{}},"then":{"required":["x"]},"else":{"not":{}}}'),
  { ...form({}), dependentSchemas: { a: { $ref: "#" } }, unevaluatedProperties: false },
  nested(38, (inner) => ({ type: "object", properties: { a: inner } })),
  nested(9, (inner) => ({ anyOf: [inner, inner] })),
  { ...form(Object.fromEntries(Array.from({ length: 1_500 }, (_, i) => [`p${i}`, { type: "string" }]))) },
  form({ a: { type: "string", title: "x".repeat(90_000) } }),
  form({ ["x".repeat(200)]: { type: "string" }, "\u202Ea": { type: "string" }, "": { type: "string" } }),
  form({ on: { type: "string", format: "date", notAfterField: "on" } }),
];

/** The same of rules. */
export const HOSTILE_RULES: readonly object[] = [
  { all: [range(230), { all: [range(230), { all: [range(230), { "==": [1, 1] }] }] }] },
  { reduce: [range(1_000), { cat: [{ var: "accumulator" }, { var: "accumulator" }, "x"] }, "x"] },
  { map: [{ map: [range(300), range(300)] }, { var: "" }] },
  { var: "__proto__" },
  { var: "constructor.constructor" },
  { var: "form.__proto__.toString" },
  { var: ["form.a", { var: "form.b" }] },
  { method: [{ var: "form" }, "toString"] },
  { throw: "x" },
  { try: [{ throw: "x" }, 1] },
  { eachKey: { __proto__: 1 } },
  { unknown: [1] },
  { "==": [1, 1], "!=": [1, 2] },
  { "*": [1e308, 1e308] },
  { "/": [1, 0] },
  { "%": [1, 0] },
  { substr: ["x", -1e9, 1e9] },
  { missing: range(1_000) },
  { in: ["a", "x".repeat(90_000)] },
  nested(38, (inner) => ({ "!": [inner] })),
  nested(38, (inner) => ({ if: [inner, true, false] })),
  { ">": [{ var: "form.monthlyRent" }, "NaN"] },
  { and: [] },
  { "": [] },
];

function form(properties: object): object {
  return { type: "object", properties, additionalProperties: false };
}

function range(count: number): readonly number[] {
  return Array.from({ length: count }, (_, i) => i);
}

/** A program in a program in a program. */
function nested(levels: number, around: (inner: object) => object): object {
  let program: object = { type: "string" };
  for (let i = 0; i < levels; i += 1) program = around(program);
  return program;
}
