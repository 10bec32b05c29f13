import { describe, expect, it } from "vitest";
import { controlFinder, offeredAt, placeOf } from "../../web/desk/drafts/spec-controls.ts";
import {
  blankIssuer,
  issuerCode,
  issuerInput,
  issuerSections,
  issuerValues,
} from "../../web/desk/trust/issuer-values.ts";
import {
  blankMapping,
  mappingCode,
  mappingInput,
  mappingSections,
  mappingValues,
} from "../../web/desk/trust/mapping-values.ts";
import type { DeskOfficer } from "../../web/desk/use-officer.ts";
import type {
  LicenceMappingContentFragment,
  TrustedIssuerContentFragment,
} from "../../web/shared/generated/graphql.ts";

const name = { zh: "名称", en: "Name" };
const ANSWERED = {
  department: { code: "BJ-SCJG", name },
  regions: ["110000"],
  legalBasis: [{ law: "某某法", article: "第一条" }],
};
const NAMES = { vct: "urn:jilin:food", typeCode: "11220000013544541J001" };
const KEY = { kty: "EC", crv: "P-256", x: "x", y: "y" };

/** An issuer that says something in each place. */
const ISSUER: TrustedIssuerContentFragment = {
  ...{ code: "220000.11220000013544541J", region: "220000", creditCode: "11220000013544541J", name },
  platform: "https://jilin.example/graphql",
  keys: [
    {
      ...{ keyId: "k1", algorithm: "SM2", publicKey: KEY, from: "2026-01-01T00:00:00.000Z" },
      ...{ until: "2026-06-01T02:10:05.120Z", compromisedSince: "2026-03-01T00:00:00.000Z" },
    },
    {
      ...{ keyId: "k2", algorithm: "ES256", publicKey: KEY, from: "2026-05-01T00:00:30.000Z" },
      ...{ until: null, compromisedSince: null },
    },
  ],
  types: [
    { ...NAMES, name, from: "2026-01-01", until: null },
    { ...NAMES, name, from: "2026-01-01", until: "2026-12-31" },
  ],
  ...ANSWERED,
};

const MAPPING: LicenceMappingContentFragment = {
  ...{ code: "220000.food.2026", region: "220000", ...NAMES, ownType: "food-business-licence" },
  ...{ equivalence: "PARTIAL", fields: [{ field: "name", claim: "holder" }] },
  ...{ from: "2026-01-01", until: "2027-01-01", ...ANSWERED },
};

const OFFICER: DeskOfficer = {
  ...{ id: "ofc_1", name: null, roles: ["CATALOGUE_EDITOR"], departments: [ANSWERED.department] },
  regions: [{ code: "110000", name: "北京市" }],
};

describe("a part of the trust list that is opened and saved", () => {
  it("says all that it said: an issuer, but for what no draft says of its keys", () => {
    const { code, keys, types, ...rest } = ISSUER;
    const said = keys.map(({ compromisedSince: _, until, ...key }) => ({
      ...key,
      ...(until ? { until } : {}),
    }));
    const periods = types.map(({ until, ...type }) => ({ ...type, ...(until ? { until } : {}) }));
    expect(issuerInput(issuerValues(ISSUER))).toEqual({ ...rest, keys: said, types: periods });
    expect(issuerCode(issuerValues(ISSUER))).toBe(code);
  });

  it("says all that it said: a mapping, by the name that its code has", () => {
    const { code, ...rest } = MAPPING;
    expect(mappingInput(mappingValues(MAPPING))).toEqual({ ...rest, name: "food.2026" });
    expect(mappingCode(mappingValues(MAPPING))).toBe(code);
    const { until: _, ...open } = mappingInput(mappingValues({ ...MAPPING, until: null }));
    expect(mappingInput(mappingValues({ ...MAPPING, until: null }))).toEqual(open);
  });

  it("begins in all of the officer's jurisdiction", () => {
    for (const blank of [blankIssuer(OFFICER), blankMapping(OFFICER)])
      expect(blank).toMatchObject({ regions: ["110000"], department: { code: "BJ-SCJG" } });
  });
});

describe("what is wrong with a part stands at its control, by the control's name", () => {
  const issuer = issuerSections(OFFICER).flatMap(({ specs }) => specs);
  const mapping = mappingSections(OFFICER).flatMap(({ specs }) => specs);
  const en = (text: { readonly en: string }): string => text.en;

  it.each([
    ["issuer", "keys.0.publicKey", "keys.0.publicKey", "Keys › Key 1 › Public key (JWK)"],
    ["issuer", "types.1.name.zh", "types.1.name.zh", "Types that it may issue › Type 2 › Name in Chinese"],
    ["issuer", "region", "region", "Code of its region"],
    ["issuer", "regions", "regions", "Our regions in which it holds"],
    ["mapping", "until", "until", "Last day"],
    [
      "mapping",
      "fields.0.claim",
      "fields.0.claim",
      "From which claims fields are taken › Field 1 › Claim of the other's licence",
    ],
    // The lack of a field is told by its name, which is no place in the list.
    ["mapping", "fields.premises", "fields", "From which claims fields are taken"],
    ["mapping", "unheard", undefined, ""],
  ] as const)("of an %s, %s", (kind, path, at, words) => {
    const [specs, values] =
      kind === "issuer" ? [issuer, issuerValues(ISSUER)] : [mapping, mappingValues(MAPPING)];
    expect(controlFinder(specs, values)(path.split("."))?.join(".")).toBe(at);
    expect(placeOf(specs, path.split("."), en)).toBe(words);
  });

  it("a value is called as its control offers it", () => {
    expect(offeredAt(mapping, ["equivalence"], "FULL")?.en).toMatch(/^Wholly/);
    expect(offeredAt(issuer, ["keys", "0", "algorithm"], "SM2")?.en).toMatch(/^SM2/);
  });
});
