import { describe, expect, it } from "vitest";
import { sayIn } from "../../../../services/app/messages.ts";
import { isCreditCode } from "../../../../services/field/credit-code.ts";
import { compileForm, type Form } from "../../../../services/government/catalogue/index.ts";
import type { TrustList } from "../../../../services/government/licences/trust/find-trust-list.ts";
import {
  type ForeignLicence,
  NOT_RECOGNISED,
  type OwnType,
  recogniseLicence,
  type Use,
} from "../../../../services/government/licences/trust/recognise-licence.ts";
import type {
  LicenceMapping,
  TrustedIssuer,
} from "../../../../services/government/licences/trust/trust-part.ts";
import { date } from "../../../../services/kernel/civil-date.ts";
import type { Instant } from "../../../../services/kernel/runtime.ts";
import { must } from "../../../support/must.ts";
import { forPeople, region } from "../../catalogue/items.ts";
import { JILIN, JILIN_OFFICE, TYPE } from "./trust.ts";

const DEPARTMENT = { code: "BJ-TEST", name: { zh: "测试局", en: "Office of tests" } };
const ANSWERED = {
  ...{ region: region(JILIN), department: DEPARTMENT, regions: [region("110000")] },
  legalBasis: [{ law: "国务院关于在线政务服务的若干规定", article: "第十条" }],
};

function creditCode(text: string) {
  return isCreditCode(text) ? text : expect.fail(`${text} is no credit code`);
}

const ISSUER: TrustedIssuer = {
  ...{ kind: "ISSUER", code: `${JILIN}.${JILIN_OFFICE}`, creditCode: creditCode(JILIN_OFFICE), ...ANSWERED },
  ...{ name: { zh: "吉林省测试厅", en: "Jilin office" }, platform: "https://jilin.example/", keys: [] },
  types: [
    {
      ...{ ...TYPE, name: { zh: "食品证", en: "Food permit" } },
      ...{ from: date("2020-01-01"), until: date("2026-06-30") },
    },
  ],
};

const MAPPING: LicenceMapping = {
  ...{ kind: "MAPPING", code: `${JILIN}.food`, ...ANSWERED, ...TYPE, ownType: "food", equivalence: "FULL" },
  fields: [
    { field: "name", claim: "holder" },
    { field: "until", claim: "expiry" },
  ],
  ...{ from: date("2026-02-01"), until: date("2026-12-31") },
};

const FORM: Form = forPeople({
  type: "object",
  properties: { name: { type: "string", maxLength: 50 }, until: { type: "string", format: "date" } },
  required: ["name", "until"],
  additionalProperties: false,
});

const OWN: OwnType = {
  type: {
    ...{ code: "food", typeCode: "11100000000013338W001", vct: "urn:test:food", version: 1 },
    ...{
      name: { zh: "食品经营许可证", en: "Food-business licence" },
      holderKind: "ENTERPRISE",
      content: FORM,
    },
    ...{ department: DEPARTMENT, regions: [region("110000")], legalBasis: [], disclosures: [], issuers: [] },
    ...{ validity: { kind: "STATED", field: "until" }, assurance: "HIGH" },
    publishedAt: "2026-01-01T00:00:00.000Z" as Instant,
  },
  judge: must(compileForm(FORM)),
};

const LIST: TrustList = { issuers: [ISSUER], mappings: [MAPPING] };

const LICENCE: ForeignLicence = {
  ...{ region: region(JILIN), issuer: JILIN_OFFICE, vct: TYPE.vct, issuedOn: date("2026-06-30") },
  claims: { holder: "长春饭店", expiry: "2030-06-29", secret: "x" },
  verdict: { kind: "VALID" },
};
const USE: Use = { at: region("110105"), on: date("2026-11-30") };

type Case = {
  readonly licence?: Partial<ForeignLicence>;
  readonly use?: Partial<Use>;
  readonly list?: Partial<TrustList>;
  readonly own?: OwnType | undefined;
};

const decide = ({ licence, use, list, ...rest }: Case) =>
  recogniseLicence(
    { ...LICENCE, ...licence },
    { ...USE, ...use },
    {
      ...{ ...LIST, ...list },
      ownType: (code) => (code !== "food" ? undefined : "own" in rest ? rest.own : OWN),
    },
  );

const mappedAs = (changes: Partial<LicenceMapping>): Case => ({
  list: { mappings: [{ ...MAPPING, ...changes }] },
});
const trustedAs = (changes: Partial<TrustedIssuer>): Case => ({
  list: { issuers: [{ ...ISSUER, ...changes }] },
});
const shown = (licence: Partial<ForeignLicence>): Case => ({ licence });
const REASON = { zh: "签名不符", en: "its signature does not match" };

type Refused = readonly [what: string, given: Case, code: (typeof NOT_RECOGNISED)[number]];

const REFUSED: readonly Refused[] = [
  ["of a region without any issuer", shown({ region: region("310000") }), "UNTRUSTED_REGION"],
  ["where nobody is trusted", { list: { issuers: [] } }, "UNTRUSTED_REGION"],
  ["used where it was not agreed for", { use: { at: region("120101") } }, "UNTRUSTED_REGION"],
  [
    "of a region that another region's issuer is in",
    trustedAs({ region: region("210000") }),
    "UNTRUSTED_REGION",
  ],
  ["of an issuer that is not listed", shown({ issuer: "11100000000013338W" }), "UNTRUSTED_ISSUER"],
  ["of a type that its issuer may not issue", shown({ vct: "urn:jilin:other" }), "TYPE_OUTSIDE_ISSUER"],
  ["issued a day after its issuer might", shown({ issuedOn: date("2026-07-01") }), "TYPE_OUTSIDE_ISSUER"],
  ["issued a day before its issuer might", shown({ issuedOn: date("2019-12-31") }), "TYPE_OUTSIDE_ISSUER"],
  ["of a type that maps to nothing", { list: { mappings: [] } }, "UNMAPPED"],
  ["a day before its mapping holds", { use: { on: date("2026-01-31") } }, "UNMAPPED"],
  ["a day after its mapping held", { use: { on: date("2027-01-01") } }, "UNMAPPED"],
  ["whose type has another code here than there", mappedAs({ typeCode: `${JILIN_OFFICE}002` }), "UNMAPPED"],
  ["mapped for another of our regions", mappedAs({ regions: [region("120000")] }), "UNMAPPED"],
  ["mapped in another region", mappedAs({ region: region("210000") }), "UNMAPPED"],
  ["mapped to a type that is not in force", { own: undefined }, "UNMAPPED"],
  ["found not to be equivalent", mappedAs({ equivalence: "NONE" }), "NOT_EQUIVALENT"],
  ["equivalent in part", mappedAs({ equivalence: "PARTIAL" }), "PARTIAL"],
  ["found not valid", shown({ verdict: { kind: "NOT_VALID", reason: REASON } }), "FOREIGN_LICENCE_NOT_VALID"],
  [
    "that could not be verified",
    shown({ verdict: { kind: "UNKNOWN", reason: REASON } }),
    "FOREIGN_LICENCE_UNKNOWN",
  ],
  ["without a claim that is required", shown({ claims: { holder: "长春饭店" } }), "CONTENT_UNFIT"],
  ["with a claim of another kind", shown({ claims: { holder: 1, expiry: "2030-06-29" } }), "CONTENT_UNFIT"],
  ["whose claim only its prototype has", shown({ claims: Object.create(LICENCE.claims) }), "CONTENT_UNFIT"],
];

describe("a licence of another region", () => {
  it("that is trusted, wholly equivalent and valid is one of ours, with our fields and nothing else", () => {
    expect(decide({})).toEqual({
      ok: true,
      value: {
        ...{ type: OWN.type, content: { name: "长春饭店", until: "2030-06-29" } },
        ...{ issuer: ISSUER, foreignType: ISSUER.types[0], mapping: MAPPING },
      },
    });
  });

  it.each([
    ["on its issuer's first day", shown({ issuedOn: date("2020-01-01") })],
    ["on its mapping's first day", { use: { on: date("2026-02-01") } }],
    ["on its mapping's last day", { use: { on: date("2026-12-31") } }],
    ["in the very region that it was agreed for", { use: { at: region("110000") } }],
    [
      "also where another mapping of the region is of another type",
      { list: { mappings: [{ ...MAPPING, vct: "urn:jilin:other", equivalence: "NONE" as const }, MAPPING] } },
    ],
  ])("counts %s", (_, given) => {
    expect(decide(given)).toMatchObject({ ok: true });
  });

  it.each(REFUSED)("%s does not count, and the applicant is told which and why", (_, given, code) => {
    const outcome = decide(given);
    if (outcome.ok) expect.fail("it counted");
    expect(outcome.error.code).toBe(code);
    const { values } = outcome.error;
    for (const language of ["zh", "en"] as const) {
      const text = sayIn(language)(code, values);
      const { licence = "" } = values;
      expect(text).toContain(typeof licence === "string" ? licence : licence[language]);
      // Each gap is filled: nothing stands twice, or between nothing.
      expect(text).not.toMatch(/\(\)|（）|“”|： ?$|undefined|\{\w+\}/);
      expect(text.length).toBeGreaterThan(15);
    }
  });

  it("has a case for each reason", () => {
    expect(new Set(REFUSED.map(([, , code]) => code))).toEqual(new Set(NOT_RECOGNISED));
  });

  it("tells the reason of its verification, and the fields that are missing", () => {
    const told = (given: Case) => {
      const outcome = decide(given);
      return outcome.ok ? "" : sayIn("en")(outcome.error.code, outcome.error.values);
    };
    expect(told(shown({ verdict: { kind: "NOT_VALID", reason: REASON } }))).toContain(REASON.en);
    expect(told(shown({ claims: { holder: "长春饭店" } }))).toContain("(until)");
    expect(told(shown({ claims: { holder: 1, expiry: "2030-06-29" } }))).toContain("(name)");
  });
});
