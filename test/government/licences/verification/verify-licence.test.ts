import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import {
  type LicenceIdentifier,
  licenceIdentifier,
  readLicenceIdentifier,
} from "../../../../services/field/licence-identifier.ts";
import { type TestPlatform, textAt } from "../../../support/platform.ts";
import { newApplicant, newEnterprise, startCasework } from "../../cases/casework.ts";
import {
  ask,
  decide,
  done,
  itemOf,
  licenceOf,
  publishTypeWithItems,
  takeBack,
} from "../repository/repository-world.ts";
import {
  bare,
  ENDING,
  HOLDER,
  type Issued,
  issue,
  issuedTo,
  NAME,
  NUMBER,
  publishNumberedType,
  verificationsOf,
  verify,
} from "./verification-world.ts";

const TYPE = "verified-electrician";
let platform: TestPlatform;
let licence: Issued & { readonly by: string };
beforeAll(async () => {
  platform = await startCasework();
  await publishNumberedType(platform, TYPE);
});
beforeEach(async () => {
  platform.clock.set("2026-03-02T02:00:00.000Z");
  licence = await issue(platform, TYPE);
});
afterAll(() => platform.stop());

const FIELDS = [
  { field: "name", label: { zh: "姓名", en: "姓名" }, value: { zh: "王小明", en: "王小明" } },
  { field: "grade", label: { zh: "等级", en: "等级" }, value: { zh: "甲", en: "A" } },
];
const whole = (status: string, changes = {}) => ({
  ...{ status, name: NAME },
  details: {
    issuer: { creditCode: "11100000000013338W", department: { code: "BJ-TEST" } },
    ...{ issuedOn: "2026-03-02", validUntil: "2028-03-01", fields: FIELDS },
    ...changes,
  },
});

describe("a licence that somebody shows", () => {
  it("tells by its identifier alone how it stands and its type's name, and nothing is on record", async () => {
    expect(await verify(platform, licence.identifier)).toEqual(bare("VALID"));
    expect(await verificationsOf(platform, licence)).toEqual([]);
  });

  const right = ["31002X", "31002x"];
  const wrong = ["310021", "11002X", "1002X", "231002X", "31002 X", "", "３１００２X", NUMBER];
  it.each(right)(
    "tells the least of what it says with the right end of its holder's number: %s",
    async (ending) => {
      expect(await verify(platform, licence.identifier, ending)).toEqual(whole("VALID"));
      expect(await verificationsOf(platform, licence)).toMatchObject([{ outcome: "CONFIRMED" }]);
      const logged = platform.logs.filter((line) => line["licence"] === licence.id);
      expect(logged).toEqual([{ level: "INFO", message: "a licence was verified", licence: licence.id }]);
    },
  );
  it.each(wrong)("answers a wrong end as none, and has it on record: %j", async (ending) => {
    expect(await verify(platform, licence.identifier, ending)).toEqual(bare("VALID"));
    expect(await verificationsOf(platform, licence)).toMatchObject([
      { by: "ANONYMOUS", partner: null, outcome: "WRONG_ENDING" },
    ]);
  });

  const act = (name: "SUSPEND" | "CANCEL" | "CHANGE", form = {}) =>
    done(platform, licence.holder, itemOf(TYPE, name), { licence: licence.number, ...form });
  const STATES: Readonly<Record<string, () => Promise<unknown>>> = {
    VALID: async () => undefined,
    SUSPENDED: () => act("SUSPEND"),
    EXPIRED: async () => platform.clock.set("2028-03-02T02:00:00.000Z"),
    CANCELLED: () => act("CANCEL"),
    REVOKED: () => takeBack(platform, licence.by),
    SUPERSEDED: () => act("CHANGE", { grade: "乙" }),
  };
  it.each(Object.keys(STATES))(
    "tells that it is %s, without an end, with a wrong and with the right one",
    async (status) => {
      await STATES[status]?.();
      expect(await verify(platform, licence.identifier)).toEqual(bare(status));
      expect(await verify(platform, licence.identifier, "000000")).toEqual(bare(status));
      expect(await verify(platform, licence.identifier, ENDING)).toEqual(whole(status));
    },
  );

  it("tells of each version what that one says", async () => {
    platform.clock.set("2026-04-01T02:00:00.000Z");
    await act("CHANGE", { grade: "乙" });
    const { identifier } = await issuedTo(platform, licence.holder);
    const grade = { field: "grade", label: { zh: "等级", en: "等级" }, value: { zh: "乙", en: "B" } };
    const changes = { issuedOn: "2026-04-01", fields: [FIELDS[0], grade] };
    expect(await verify(platform, identifier, ENDING)).toEqual(whole("VALID", changes));
  });

  it("of an older version stays superseded once the licence is cancelled", async () => {
    await act("CHANGE", { grade: "乙" });
    await act("CANCEL");
    expect(await verify(platform, licence.identifier)).toEqual(bare("SUPERSEDED"));
  });
});

describe("a licence", () => {
  it("of an enterprise is known by the end of its credit code", async () => {
    await publishTypeWithItems(platform, "verified-workshop", { holderKind: "ENTERPRISE" });
    const { creditCode, representative } = await newEnterprise(platform);
    const form = { name: "王小明", trade: "电工", grade: "甲" };
    const asked = await ask(platform, representative, itemOf("verified-workshop", "ISSUE"), form, creditCode);
    await decide(platform, textAt(asked, "id"));
    const query = `{ me { enterprises { electronicLicences { edges { node { identifier } } } } } }`;
    const { data } = await platform.call({ token: representative.token, query });
    const identifier = textAt(
      data,
      "me",
      "enterprises",
      0,
      "electronicLicences",
      "edges",
      0,
      "node",
      "identifier",
    );
    expect(await verify(platform, identifier, creditCode.slice(-6))).toMatchObject({
      details: { fields: [{ field: "name", value: { zh: "王小明" } }] },
    });
    expect(await verify(platform, identifier, ENDING)).toMatchObject({ details: null });
  });

  it("that states no number of its holder tells no more, whatever end is stated", async () => {
    await publishTypeWithItems(platform, "unnumbered");
    const holder = await newApplicant(platform);
    const { number: _, ...form } = HOLDER;
    await done(platform, holder, itemOf("unnumbered", "ISSUE"), form);
    const unnumbered = await issuedTo(platform, holder);
    const none = await verify(platform, unnumbered.identifier);
    expect(none).toMatchObject({ status: "VALID", details: null });
    expect(await verify(platform, unnumbered.identifier, holder.idNumber.slice(-6))).toEqual(none);
    expect(await verificationsOf(platform, unnumbered)).toMatchObject([{ outcome: "NOT_HEARD" }]);
  });
});

describe("an identifier of no version", () => {
  const parts = () => {
    const read = readLicenceIdentifier(licence.identifier);
    if (!read) throw new Error("no identifier");
    return read;
  };
  /** Of an identifier with another check character, and so on: each names nothing. */
  const strangers = (): fc.Arbitrary<string> => {
    const own = parts();
    const serial = fc.stringMatching(/^[0-9A-Z]{1,20}$/).filter((text) => text !== own.serial);
    const otherCheck = fc
      .constantFrom(..."0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ")
      .filter((check) => check !== licence.identifier.at(-1))
      .map((check) => `${licence.identifier.slice(0, -1)}${check}`);
    const written = (changes: Partial<typeof own>): LicenceIdentifier =>
      licenceIdentifier({ ...own, ...changes });
    return fc.oneof(
      fc.string({ maxLength: 100 }),
      otherCheck,
      serial.map((other) => written({ serial: other })),
      fc.integer({ min: 2, max: 999 }).map((version) => written({ version })),
      fc.constant(written({ typeCode: `${own.typeCode.slice(0, -3)}899` })),
      fc.constant(written({ issuer: "91110000100017643K" as typeof own.issuer })),
      fc.constantFrom(licence.identifier.toLowerCase(), ` ${licence.identifier}`, `${licence.identifier}.`),
    );
  };

  it("answers as any other, whatever is wrong with it and whatever end is stated, and leaves no trace", async () => {
    const endings = fc.option(fc.oneof(fc.constant(ENDING), fc.string({ maxLength: 12 })), {
      nil: undefined,
    });
    await fc.assert(
      fc.asyncProperty(strangers(), endings, async (identifier, ending) => {
        const answer = await platform.call({
          query: `query ($identifier: ID!, $holderEnding: String) {
            verifyLicence(identifier: $identifier, holderEnding: $holderEnding) { status name { zh } details { issuedOn } } }`,
          variables: { identifier, ...(ending === undefined ? {} : { holderEnding: ending }) },
        });
        expect(answer.text).toBe('{"data":{"verifyLicence":null}}\n');
      }),
      { numRuns: 60 },
    );
    expect(await verificationsOf(platform, licence)).toEqual([]);
    expect(await verify(platform, licence.identifier, ENDING)).toEqual(whole("VALID"));
  });

  it("answers so while the version has not been made, and tells of it once it has", async () => {
    const next = licenceIdentifier({ ...parts(), version: 2 });
    expect(await verify(platform, next)).toBeNull();
    await done(platform, licence.holder, itemOf(TYPE, "CHANGE"), { licence: licence.number, grade: "乙" });
    expect(await verify(platform, next)).toEqual(bare("VALID"));
    expect(textAt(await licenceOf(platform, licence.holder), "identifier")).toBe(next);
  });
});
