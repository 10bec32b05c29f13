import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sayIn } from "../../../../services/app/messages.ts";
import { isCreditCode } from "../../../../services/field/credit-code.ts";
import { enterpriseAs, personAs } from "../../../../services/field/subject.ts";
import { REASONS, type Reason } from "../../../../services/government/licences/credentials/reasons.ts";
import {
  newNonce,
  nonceUntil,
  ofPresentationIn,
} from "../../../../services/government/licences/passing-nonce.ts";
import { whyNotTheirs } from "../../../../services/government/licences/recognition/foreign-holder.ts";
import { keysInBoth } from "../../../../services/government/licences/recognition/keys-in-both.ts";
import { WHY_NOT_SHOWN } from "../../../../services/government/licences/recognition/peer-licence.ts";
import { wordsFor } from "../../../../services/government/licences/recognition/reasons-in-words.ts";
import {
  filledBy,
  type RecognisedLicence,
} from "../../../../services/government/licences/recognition/recognised-licence.ts";
import type { PublishedType } from "../../../../services/government/licences/types/licence-type.ts";
import { date } from "../../../../services/kernel/civil-date.ts";
import { deriveSecrets } from "../../../../services/kernel/process/secrets.ts";
import { type Instant, plusMs, systemRuntime } from "../../../../services/kernel/runtime.ts";
import { newCreditCode, newIdNumber } from "../../../support/made-up.ts";
import { forPeople, region } from "../../catalogue/items.ts";
import { JILIN, JILIN_OFFICE, jwkOf } from "../trust/trust.ts";

const secrets = deriveSecrets("a root secret for tests, long enough to be taken");
const NOW = "2026-11-23T02:00:00.000Z" as Instant;
const issuer = isCreditCode(JILIN_OFFICE) ? JILIN_OFFICE : expect.fail("no credit code");

/** A content with one field that the platform knows as this. */
const typeWith = (held: string | undefined): PublishedType => ({
  ...{ code: "own", typeCode: "11100000000013338W001", vct: "urn:test:own", version: 1 },
  ...{ name: { zh: "证照", en: "A licence" }, holderKind: "PERSON", assurance: "HIGH" },
  content: forPeople({
    type: "object",
    properties: { number: { type: "string", maxLength: 30, ...(held ? { "x-held": held } : {}) } },
  }),
  department: { code: "BJ-TEST", name: { zh: "测试局", en: "Office of tests" } },
  ...{ regions: [region("110000")], legalBasis: [], disclosures: [], issuers: [] },
  ...{ validity: { kind: "PERMANENT" }, publishedAt: NOW },
});

describe("the holder of a licence of another region", () => {
  const idNumber = newIdNumber();
  const person = personAs(`ctz_${secrets.citizenDigest(idNumber)}`);
  const creditCode = newCreditCode();

  it.each([
    ["a person by the identity number", "PERSON_ID_NUMBER", idNumber, person, undefined],
    ["in small letters too", "PERSON_ID_NUMBER", ` ${idNumber.toLowerCase()}`, person, undefined],
    [
      "an enterprise by the credit code",
      "ENTERPRISE_CREDIT_CODE",
      creditCode,
      enterpriseAs(creditCode),
      undefined,
    ],
    ["not another person", "PERSON_ID_NUMBER", newIdNumber(), person, "FOREIGN_HOLDER_OTHER"],
    [
      "not another enterprise",
      "ENTERPRISE_CREDIT_CODE",
      newCreditCode(),
      enterpriseAs(creditCode),
      "FOREIGN_HOLDER_OTHER",
    ],
    [
      "nobody by a number of another kind",
      "ENTERPRISE_CREDIT_CODE",
      idNumber,
      person,
      "FOREIGN_HOLDER_UNTOLD",
    ],
    ["nobody by a field that is only called so", undefined, idNumber, person, "FOREIGN_HOLDER_UNTOLD"],
    ["nobody by no number", "PERSON_ID_NUMBER", undefined, person, "FOREIGN_HOLDER_UNTOLD"],
  ])("is told: %s", (_, held, number, subject, code) => {
    const recognised = { type: typeWith(held), content: number === undefined ? {} : { number } };
    expect(whyNotTheirs(recognised, subject, secrets)?.code).toBe(code);
  });
});

describe("a nonce for a phone", () => {
  const nonceFor = (application: string) =>
    newNonce(secrets, ofPresentationIn(application), { now: NOW, random: systemRuntime.random });
  const isNonceFor = (application: string, nonce: string, now: Instant): boolean =>
    nonceUntil(secrets, ofPresentationIn(application), nonce, now) !== undefined;

  it("holds for five minutes, for the application that it was given for, and as it was given", () => {
    const given = nonceFor("app_1");
    const at = (ms: number) => isNonceFor("app_1", given.nonce, plusMs(NOW, ms));
    expect([at(0), at(299_999), at(300_000)]).toEqual([true, true, false]);
    expect(isNonceFor("app_2", given.nonce, NOW)).toBe(false);
    expect(nonceFor("app_1")).not.toEqual(given);
    fc.assert(
      fc.property(fc.string(), fc.nat(given.nonce.length), (text, place) => {
        const other = given.nonce.slice(0, place) + text + given.nonce.slice(place);
        expect(isNonceFor("app_1", other, NOW)).toBe(other === given.nonce);
      }),
    );
  });
});

describe("an issuer's keys", () => {
  const instants = fc.option(
    fc.integer({ min: 0, max: 1_000 }).map((days) => plusMs(NOW, days * 86_400_000)),
    { nil: undefined },
  );
  const keyWith = (until: Instant | undefined, compromisedSince: Instant | undefined, seed = 1) => ({
    ...{ keyId: "k1", algorithm: "ES256" as const, publicKey: jwkOf(seed), from: NOW },
    ...(until ? { until } : {}),
    ...(compromisedSince ? { compromisedSince } : {}),
  });

  it("hold no longer than either platform says", () => {
    fc.assert(
      fc.property(instants, instants, instants, instants, (until, lost, theirUntil, theirLost) => {
        const published = [{ ...keyWith(theirUntil, theirLost), issuer }];
        const [key] = keysInBoth({ creditCode: issuer, keys: [keyWith(until, lost)] }, published);
        expect(key?.until).toBe([until, theirUntil].filter((one) => one !== undefined).sort()[0]);
        expect(key?.compromisedSince).toBe([lost, theirLost].filter((one) => one !== undefined).sort()[0]);
      }),
    );
  });

  it("are none where the two differ in any way", () => {
    const own = { creditCode: issuer, keys: [keyWith(undefined, undefined)] };
    const theirs = { ...keyWith(undefined, undefined), issuer };
    expect(keysInBoth(own, [theirs])).toHaveLength(1);
    expect(keysInBoth(own, [])).toEqual([]);
    expect(keysInBoth(own, [{ ...theirs, publicKey: jwkOf(2) }])).toEqual([]);
    expect(keysInBoth(own, [{ ...theirs, keyId: "k2" }])).toEqual([]);
    expect(keysInBoth(own, [{ ...theirs, issuer: newCreditCode() }])).toEqual([]);
    expect(keysInBoth(own, [{ ...theirs, algorithm: "SM2" }])).toEqual([]);
  });
});

describe("a licence that fills a material", () => {
  const LICENCE: RecognisedLicence = {
    ...{ region: region(JILIN), issuer: { creditCode: JILIN_OFFICE, name: { zh: "厅", en: "Office" } } },
    ...{ vct: "urn:a", name: { zh: "证", en: "Licence" }, identifier: "i", number: "n", version: 1 },
    ...{
      issuedOn: date("2026-01-01"),
      ownType: { code: "own", version: 1 },
      mapping: "m",
      trustListVersion: 1,
    },
    ...{ content: {}, way: "CODE", verifiedAt: NOW },
  };

  it.each([
    [undefined, "2026-11-24T02:00:00.000Z"],
    ["9999-12-31", "2026-11-24T02:00:00.000Z"],
    ["2026-12-31", "2026-11-24T02:00:00.000Z"],
    ["2026-11-23", "2026-11-23T16:00:00.000Z"],
  ])("that is valid until %s stands until %s", (validUntil, until) => {
    const licence = { ...LICENCE, ...(validUntil ? { validUntil: date(validUntil) } : {}) };
    expect(filledBy(licence, "a").brought?.until).toBe(until);
  });
});

it("each reason has its words in both languages, and each refusal of a code its text", () => {
  for (const reason of Object.keys(REASONS) as Reason[]) {
    const { zh, en } = wordsFor(reason);
    expect(zh).toMatch(/^[^。.]{3,}$/);
    expect(en).toMatch(/^[^.。]{8,}$/);
  }
  for (const code of WHY_NOT_SHOWN) expect(sayIn("zh")(code).length).toBeGreaterThan(5);
});
