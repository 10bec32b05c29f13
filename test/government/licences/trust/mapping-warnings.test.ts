import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { at, type Json, startPlatform, type TestPlatform } from "../../../support/platform.ts";
import { forPeople } from "../../catalogue/items.ts";
import { draftOfType, typesOf } from "../types.ts";
import { issuerDraft, JILIN, JILIN_OFFICE, mappingDraft, pathIn, TYPE, trustOf } from "./trust.ts";

const HELD = {
  person: { "x-held": "PERSON_ID_NUMBER", format: "citizen-id" },
  enterprise: { "x-held": "ENTERPRISE_CREDIT_CODE", format: "credit-code" },
} as const;

let platform: TestPlatform;
let trust: ReturnType<typeof trustOf>;
beforeAll(async () => {
  platform = await startPlatform();
  trust = trustOf(platform);
  const types = typesOf(platform);
  await types.putInForce(draftOfType("nameless", 1));
  for (const [i, [code, held]] of Object.entries(HELD).entries()) {
    const content = forPeople({
      type: "object",
      properties: {
        name: { type: "string", maxLength: 50 },
        until: { type: "string", format: "date" },
        number: { type: "string", ...held },
      },
      required: ["name", "until"],
      additionalProperties: false,
    });
    const disclosures = ["name", "until", "number"].map((field) => ({
      ...{ field, disclosure: field === "name" ? "MINIMAL" : "ORDINARY" },
    }));
    await types.putInForce({ ...draftOfType(code, i + 2, { disclosures }), content });
  }
  await trust.saveIssuer(issuerDraft());
  await trust.agree("ISSUER", `${JILIN}.${JILIN_OFFICE}`);
});
afterAll(() => platform.stop());

const WHOLE = ["name", "until", "number"].map((field) => ({ field, claim: field }));

/** The warnings of a draft, each as its code and its place. */
async function warningsOf(name: string): Promise<readonly (readonly [string, string])[]> {
  const query = `query ($code: ID!) { result: trustDraft(kind: MAPPING, code: $code) { warnings { code path } } }`;
  const { token } = await trust.editor();
  const found = at(await trust.run(query, { code: `${JILIN}.${name}` }, { token }), "warnings");
  return (Array.isArray(found) ? found : []).map(
    (one: Json) => [String(at(one, "code")), pathIn(one)] as const,
  );
}

let count = 0;
async function drafted(ownType: string, changes: Readonly<Record<string, unknown>>) {
  count += 1;
  const name = `mapping-${count}`;
  expect(await trust.saveMapping(mappingDraft(name, ownType, { fields: WHOLE, ...changes }))).toMatchObject({
    __typename: "LicenceMapping",
  });
  return { name, warnings: await warningsOf(name) };
}

describe("a mapping that stands wholly for a type of ours", () => {
  it.each(Object.keys(HELD))("is told nothing where it fills the number of its holder: %s", async (type) => {
    expect((await drafted(type, {})).warnings).toEqual([]);
  });

  it.each([
    ["a type without a number of its holder", "nameless", {}, "HOLDER_NUMBER_NOT_IN_TYPE", "ownType"],
    [
      "the number filled from nothing",
      ...(["person", { fields: WHOLE.slice(0, 2) }, "HOLDER_NUMBER_UNMAPPED", "fields"] as const),
    ],
    ["its last day over", "person", { until: "2026-01-02" }, "MAPPING_OVER", "until"],
    [
      "a type that no issuer has",
      ...(["person", { vct: "urn:jilin:none" }, "MAPPING_WITHOUT_ISSUER", "vct"] as const),
    ],
    [
      "a type code that no issuer has",
      ...(["person", { typeCode: `${JILIN_OFFICE}002` }, "MAPPING_WITHOUT_ISSUER", "vct"] as const),
    ],
  ])("is warned of %s", async (_, type, changes, ...told) => {
    platform.clock.set("2026-06-01T00:00:00.000Z");
    expect((await drafted(type, changes)).warnings).toEqual([told]);
  });

  it("is warned of all at once, and agreed to all the same", async () => {
    const { name, warnings } = await drafted("nameless", {
      ...{ fields: WHOLE.slice(0, 2), vct: "urn:jilin:later", typeCode: `${JILIN_OFFICE}003` },
    });
    expect(warnings.map(([code]) => code)).toEqual(["HOLDER_NUMBER_NOT_IN_TYPE", "MAPPING_WITHOUT_ISSUER"]);
    expect(await trust.agree("MAPPING", `${JILIN}.${name}`)).toMatchObject({ __typename: "LicenceMapping" });
    expect((await warningsOf(name)).length).toBe(2);
  });
});

it.each(["PARTIAL", "NONE"])(
  "a mapping that stands for ours %s is told nothing: it is not to fill anything",
  async (equivalence) => {
    const never = { equivalence, fields: [], vct: "urn:jilin:none", typeCode: TYPE.typeCode };
    expect((await drafted("nameless", never)).warnings).toEqual([]);
  },
);

it("an issuer is told nothing", async () => {
  const query = `query ($code: ID!) { result: trustDraft(kind: ISSUER, code: $code) { warnings { code } } }`;
  const { token } = await trust.editor();
  const found = await trust.run(query, { code: `${JILIN}.${JILIN_OFFICE}` }, { token });
  expect(at(found, "warnings")).toEqual([]);
});
