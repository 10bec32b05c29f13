import { randomUUID } from "node:crypto";
import { ScanCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { recordsTable } from "../../../../services/kernel/database/tables.ts";
import { DAY_MS, HOUR_MS } from "../../../../services/kernel/runtime.ts";
import { trailOf } from "../../../support/audit-trail.ts";
import { at, startPlatform, type TestPlatform, textAt } from "../../../support/platform.ts";
import { seedPartner } from "../../../support/seed-partner.ts";
import { authorise, newApplicant, newEnterprise, newOfficer } from "../../cases/casework.ts";
import {
  ask,
  decide,
  HOLDER,
  itemOf,
  publishTypeWithItems,
  takeBack,
} from "../repository/repository-world.ts";
import { ISSUER, openLicences } from "../wallet/wallet-world.ts";
import { copiesOf, newVerifier, refused } from "./copy-world.ts";

let platform: TestPlatform;
let copies: ReturnType<typeof copiesOf>;
let licences: Awaited<ReturnType<typeof openLicences>>;
let bank: Awaited<ReturnType<typeof newVerifier>>;
let other: Awaited<ReturnType<typeof newVerifier>>;
beforeAll(async () => {
  platform = await startPlatform();
  copies = copiesOf(platform);
  licences = await openLicences(platform, TYPE);
  bank = await newVerifier(platform, "京城便民银行");
  other = await newVerifier(platform, "京城便民租赁");
});
afterAll(() => platform.stop());

const TYPE = "copied-licence";
const NOBODY = {};
/** As its name is in the engine. */
const TABLE = "civigraph-test-records-live";

describe("a copy that a holder shares", () => {
  it("names verifier, purpose, case and period, and is used by its code as often as it says", async () => {
    const { person, licence, number } = await licences.newHolder();
    const shared = await copies.share(person, { licence, case: "2026-1107", uses: 2 });
    expect(shared).toMatchObject({
      __typename: "SharedLicenceCopy",
      copy: {
        ...{ version: 1, status: "IN_FORCE", verifier: { partner: null, name: "房东李先生" } },
        ...{ purpose: "租房签约", case: "2026-1107", fields: ["name", "trade"], uses: 2, used: 0 },
        ...{ sharedAt: platform.clock.now(), until: copies.day(29), revokedAt: null },
      },
    });
    const code = textAt(shared, "code");
    expect(code).toMatch(/^[0-9a-hjkmnp-tv-z]{26}$/);
    expect(await copies.use(NOBODY, code.toUpperCase())).toMatchObject({
      ...{ __typename: "UsedLicenceCopy", number: textAt(shared, "copy", "id"), usesLeft: 1 },
      ...{ verifier: { partner: null, name: "房东李先生" }, purpose: "租房签约", case: "2026-1107" },
      ...{ type: { code: "copied-licence" }, status: "VALID", licenceNumber: number, until: copies.day(29) },
      ...{ issuer: { creditCode: ISSUER }, content: { name: "王小明", trade: "电工" } },
      fields: [
        { field: "name", value: { zh: "王小明" } },
        { field: "trade", value: { zh: "电工" } },
      ],
    });
    expect(await copies.use(await newApplicant(platform), code)).toMatchObject({ usesLeft: 0 });
  });

  it("is listed with all that became of it, for its holder alone", async () => {
    const { person, licence } = await licences.newHolder();
    const first = await copies.shared(person, { licence, uses: 1 });
    platform.clock.advance(1_000);
    const second = await copies.shared(person, { licence, verifier: { partner: bank.partnerId } });
    await copies.use(NOBODY, first.code);
    await copies.use(NOBODY, first.code);
    await copies.use(bank, second.code);
    await copies.use(other, second.code);
    expect(await copies.listed(person, licence)).toMatchObject([
      { id: second.id, verifier: { partner: bank.partnerId, name: bank.name }, used: 1, status: "IN_FORCE" },
      { id: first.id, used: 1, status: "USED_UP" },
    ]);
    expect(await copies.log(person, first.id)).toEqual(["USED_UP by ANONYMOUS", "USED by ANONYMOUS"]);
    expect(await copies.log(person, second.id)).toEqual([
      `OTHER_VERIFIER by ${other.name}`,
      `USED by ${bank.name}`,
    ]);
    const stranger = await newApplicant(platform);
    expect(await copies.copy(stranger, first.id)).toBeNull();
    expect(await copies.copy(person, first.id)).toMatchObject({ id: first.id });
  });

  it("is on record with each use and each refusal, and its holder is told", async () => {
    const { person, licence } = await licences.newHolder();
    const { id, code } = await copies.shared(person, { licence, uses: 1 });
    await copies.use(NOBODY, code);
    await copies.use(NOBODY, code);
    await copies.revoke(person, id);
    const trail = await trailOf(platform.database(), recordsTable("live"), id);
    expect(trail.map(({ action, reason }) => [action, reason])).toEqual([
      ["licences.copy.shared", "name, trade"],
      ["licences.copy.used", "name, trade"],
      ["licences.copy.refused", "USED_UP"],
      ["licences.copy.revoked", ""],
    ]);
    expect(await copies.told(person)).toEqual([
      ...["licence-copy.refused", "licence-copy.revoked", "licence-copy.shared", "licence-copy.used"],
    ]);
  });

  it("of an enterprise is shared by those who bind it and no agent of some items, and told to its representative", async () => {
    const type = "copied-by-firms";
    await publishTypeWithItems(platform, type, { holderKind: "ENTERPRISE" });
    await licences.keys.agreed({ issuer: ISSUER, licenceType: type });
    const { creditCode, representative: boss } = await newEnterprise(platform);
    const asked = await ask(platform, boss, itemOf(type, "ISSUE"), HOLDER, creditCode);
    const granted = await decide(platform, textAt(asked, "id"));
    const query = `query ($id: ID!) { result: node(id: $id) { ... on Application { electronicLicence { id } } } }`;
    const found = await copies.run(query, { id: textAt(granted, "id") }, { token: boss.token });
    const licence = textAt(found, "electronicLicence", "id");
    const [proxy, agent] = [await newApplicant(platform), await newApplicant(platform)];
    await authorise(platform, boss, proxy, { enterprise: creditCode });
    await authorise(platform, boss, agent, { enterprise: creditCode, items: [itemOf(type, "ISSUE")] });
    const { id, code } = await copies.shared(proxy, { licence });
    expect(await copies.use(NOBODY, code)).toMatchObject({ __typename: "UsedLicenceCopy" });
    for (const by of [boss, proxy]) {
      expect(await copies.told(by)).toEqual(["licence-copy.shared", "licence-copy.used"]);
      expect(await copies.listed(by, licence)).toMatchObject([{ id }]);
    }
    const seen = `query ($id: ID!) { result: node(id: $id) { ... on Application {
      electronicLicence { id copies { edges { node { id } } } } } } }`;
    expect(await copies.run(seen, { id: textAt(granted, "id") }, { token: agent.token })).toEqual({
      electronicLicence: { id: licence, copies: { edges: [] } },
    });
    expect(await copies.share(agent, { licence })).toMatchObject({
      ...{ __typename: "NotFound", code: "ELECTRONIC_LICENCE_NOT_FOUND" },
    });
    expect(await copies.copy(agent, id)).toBeNull();
  });

  it("has a code that nothing on record tells", async () => {
    const { person, licence } = await licences.newHolder();
    const { code } = await copies.shared(person, { licence });
    const { Items = [] } = await platform.documents.send(new ScanCommand({ TableName: TABLE }));
    expect(Items.length).toBeGreaterThan(0);
    expect(JSON.stringify(Items)).not.toContain(code);
  });

  it("is shared once for a key, and shows the same code for ten minutes", async () => {
    const { person, licence } = await licences.newHolder();
    const key = randomUUID();
    const first = await copies.share(person, { licence }, key);
    const again = await copies.share(person, { licence }, key);
    expect(at(again, "code")).toBe(at(first, "code"));
    expect(at(again, "copy")).toEqual(at(first, "copy"));
    expect(await copies.share(person, { licence, uses: 3 }, key)).toMatchObject({
      __typename: "IdempotencyMismatch",
    });
    platform.clock.advance(10 * 60_000);
    expect(await copies.share(person, { licence, until: copies.day(29) }, key)).toMatchObject({
      __typename: "SecretNoLongerShown",
    });
    expect(await copies.listed(person, licence)).toHaveLength(1);
  });

  it("is signed no more once it was revoked, whatever is asked for again", async () => {
    const { person, licence } = await licences.newHolder();
    const key = randomUUID();
    const first = await copies.share(person, { licence }, key);
    await copies.revoke(person, textAt(first, "copy", "id"));
    expect(await copies.share(person, { licence }, key)).toMatchObject({
      ...{ __typename: "LicenceNotShown", code: "LICENCE_COPY_REVOKED" },
    });
  });
});

describe("a copy is refused, on record and told", () => {
  const shareWith = async (wish: object = {}) => {
    const holder = await licences.newHolder();
    return { ...holder, ...(await copies.shared(holder.person, { licence: holder.licence, ...wish })) };
  };
  type Shared = Awaited<ReturnType<typeof shareWith>>;
  const expectRefused = async ({ person, id, code }: Shared, fault: string, by = NOBODY) => {
    expect(await copies.use(by, code)).toMatchObject(refused(fault));
    expect((await copies.log(person, id))[0]).toMatch(new RegExp(`^${fault} by `));
    expect(await copies.told(person)).toContain("licence-copy.refused");
  };

  it("at another partner than the one that it is for, and without that partner's key", async () => {
    await expectRefused(await shareWith({ verifier: { partner: bank.partnerId } }), "OTHER_VERIFIER", other);
    const copy = await shareWith({ verifier: { partner: bank.partnerId } });
    await expectRefused(copy, "OTHER_VERIFIER");
    expect(await copies.use(bank, copy.code)).toMatchObject({ __typename: "UsedLicenceCopy" });
  });

  it("at a partner, where it is for somebody who is none", async () => {
    await expectRefused(await shareWith(), "OTHER_VERIFIER", bank);
  });

  it("over its uses, also by two who use it at once", async () => {
    const copy = await shareWith({ uses: 1 });
    const both = await Promise.all([copies.use(NOBODY, copy.code), copies.use(NOBODY, copy.code)]);
    expect(both.map((one) => textAt(one, "__typename")).toSorted()).toEqual([
      "LicenceCopyRefused",
      "UsedLicenceCopy",
    ]);
    await expectRefused(copy, "USED_UP");
  });

  it("over its uses, however many use it at once: each is counted, and none is a fault", async () => {
    const copy = await shareWith({ uses: 4 });
    const all = await Promise.all(Array.from({ length: 30 }, () => copies.use(NOBODY, copy.code)));
    const left = all.flatMap((one) => ("usesLeft" in Object(one) ? Number(at(one, "usesLeft")) : []));
    expect(left.toSorted()).toEqual([0, 1, 2, 3]);
    const codes = all.flatMap((one) => ("code" in Object(one) ? textAt(one, "code") : []));
    expect(codes).toHaveLength(26);
    for (const code of codes) expect(code).toMatch(/^LICENCE_COPY_(?:USED_UP|BUSY)$/);
  });

  it("from midnight after its last day on", async () => {
    const copy = await shareWith({ until: copies.day(0), uses: 20 });
    const midnight = Date.parse(`${copies.day(1)}T00:00:00+08:00`);
    platform.clock.advance(midnight - Date.parse(platform.clock.now()) - 1);
    expect(await copies.use(NOBODY, copy.code)).toMatchObject({ __typename: "UsedLicenceCopy" });
    platform.clock.advance(1);
    await expectRefused(copy, "OVER");
    platform.clock.advance(30 * DAY_MS);
    await expectRefused(copy, "OVER");
  });

  it("once it was revoked", async () => {
    const copy = await shareWith();
    expect(await copies.revoke(copy.person, copy.id)).toMatchObject({
      ...{ status: "REVOKED", revokedAt: platform.clock.now() },
    });
    await expectRefused(copy, "REVOKED");
    const stands = await copies.revoke(copy.person, copy.id);
    expect(stands).toMatchObject({ __typename: "LicenceCopy", status: "REVOKED" });
  });

  it.each([
    ["REISSUE", "SUPERSEDED"],
    ["SUSPEND", "LICENCE_SUSPENDED"],
    ["CANCEL", "LICENCE_ENDED"],
  ] as const)("of a licence that saw %s meanwhile: %s", async (act, fault) => {
    const copy = await shareWith();
    await licences.act(copy.person, act, copy.number);
    await expectRefused(copy, fault);
  });

  it("of a licence whose decision was revoked meanwhile", async () => {
    const copy = await shareWith();
    await takeBack(platform, copy.application);
    await expectRefused(copy, "LICENCE_ENDED");
  });

  it("of a licence that is resumed no longer: it is used again", async () => {
    const copy = await shareWith();
    await licences.act(copy.person, "SUSPEND", copy.number);
    await expectRefused(copy, "LICENCE_SUSPENDED");
    await licences.act(copy.person, "RESUME", copy.number);
    expect(await copies.use(NOBODY, copy.code)).toMatchObject({ __typename: "UsedLicenceCopy" });
  });

  it("told once in an hour and on record five times, so that nobody floods its holder", async () => {
    const copy = await shareWith({ verifier: { partner: bank.partnerId } });
    for (let i = 0; i < 7; i += 1)
      expect(await copies.use(NOBODY, copy.code)).toMatchObject(refused("OTHER_VERIFIER"));
    expect(await copies.log(copy.person, copy.id)).toHaveLength(5);
    const told = async () =>
      (await copies.told(copy.person)).filter((type) => type === "licence-copy.refused").length;
    expect(await told()).toBe(1);
    platform.clock.advance(HOUR_MS);
    await copies.use(NOBODY, copy.code);
    expect(await copies.log(copy.person, copy.id)).toHaveLength(6);
    expect(await told()).toBe(2);
  });
});

describe("of a code that is none", () => {
  it("nothing is told, and one who has signed in is soon not heard", async () => {
    const unknown = { __typename: "NotFound", code: "LICENCE_COPY_UNKNOWN" };
    const guesser = await newApplicant(platform);
    expect(await copies.use(NOBODY, "0".repeat(26))).toMatchObject(unknown);
    const answers = [];
    for (let i = 0; i < 30; i += 1) answers.push(await copies.use(guesser, `${i}`));
    expect(answers[0]).toMatchObject(unknown);
    expect(answers.at(-1)).toMatchObject({ __typename: "TooManyGuesses" });
  });

  it("and a partner to whom some are typed is heard with a right one", async () => {
    const { person, licence } = await licences.newHolder();
    const verifier = await newVerifier(platform, "京城便民典当");
    const { code } = await copies.shared(person, { licence, verifier: { partner: verifier.partnerId } });
    const wrong = [];
    for (let i = 0; i < 6; i += 1) wrong.push(await copies.use(verifier, `${i}`));
    expect(wrong.at(-1)).toMatchObject({ __typename: "TooManyGuesses" });
    expect(await copies.use(verifier, code)).toMatchObject({ __typename: "UsedLicenceCopy" });
  });

  it("not even by a partner without the scope, nor by an officer", async () => {
    const query = `mutation { useLicenceCopy(code: "0") { __typename } }`;
    const { token } = await newOfficer(platform, { roles: ["WINDOW_CLERK"] });
    const { errors } = await platform.call({ query, token });
    expect(errors).toMatchObject([{ extensions: { code: "FORBIDDEN" } }]);
  });
});

describe("a copy is not shared", () => {
  it("of a licence that is somebody else's, nor revoked by anybody else: a borrowed licence has no copies", async () => {
    const [{ person, licence }, stranger] = [await licences.newHolder(), await newApplicant(platform)];
    const { id } = await copies.shared(person, { licence });
    const notFound = { __typename: "NotFound", code: "ELECTRONIC_LICENCE_NOT_FOUND" };
    for (const wanted of [licence, "lic_0000000000000000", "nothing"])
      expect(await copies.share(stranger, { licence: wanted })).toMatchObject(notFound);
    for (const wanted of [id, "lcp_0000000000000000", "nothing"])
      expect(await copies.revoke(stranger, wanted)).toMatchObject({ code: "LICENCE_COPY_NOT_FOUND" });
    expect(await copies.copy(person, id)).toMatchObject({ status: "IN_FORCE" });
  });

  it("with a term out of its bounds", async () => {
    const { person, licence } = await licences.newHolder();
    const rows = [
      [{ verifier: {} }, "LICENCE_COPY_VERIFIER", ["verifier"]],
      [{ verifier: { name: "李", partner: "ptn_1" } }, "LICENCE_COPY_VERIFIER", ["verifier"]],
      [{ verifier: { name: "李" } }, "TEXT_LENGTH", ["verifier", "name"]],
      [
        { verifier: { partner: "ptn_0000000000000000" } },
        "LICENCE_COPY_PARTNER_UNKNOWN",
        ["verifier", "partner"],
      ],
      [{ verifier: { partner: "nobody" } }, "LICENCE_COPY_PARTNER_UNKNOWN", ["verifier", "partner"]],
      [{ purpose: "租" }, "TEXT_LENGTH", ["purpose"]],
      [{ purpose: "租".repeat(61) }, "TEXT_LENGTH", ["purpose"]],
      [{ purpose: "租房\u202E签约" }, "CONTROL_CHARACTERS", ["purpose"]],
      [{ case: " " }, "TEXT_LENGTH", ["case"]],
      [{ fields: ["trade", "salary"] }, "LICENCE_FIELD_UNKNOWN", ["fields"]],
      [{ until: copies.day(-1) }, "LICENCE_COPY_UNTIL", ["until"]],
      [{ until: copies.day(90) }, "LICENCE_COPY_UNTIL", ["until"]],
      [{ uses: 0 }, "LICENCE_COPY_USES", ["uses"]],
      [{ uses: 21 }, "LICENCE_COPY_USES", ["uses"]],
    ] as const;
    for (const [wish, code, path] of rows)
      expect(await copies.share(person, { licence, ...wish })).toMatchObject({
        ...{ __typename: "InvalidInput", code, path: ["input", ...path] },
      });
    expect(await copies.share(person, { licence, until: copies.day(89), uses: 20 })).toMatchObject({
      __typename: "SharedLicenceCopy",
    });
    expect(await copies.listed(person, licence)).toHaveLength(1);
  });

  it("for a partner that reads no licences", async () => {
    const { person, licence } = await licences.newHolder();
    const { partnerId } = await seedPartner(platform, { scopes: ["PROFILE_READ"] });
    expect(await copies.share(person, { licence, verifier: { partner: partnerId } })).toMatchObject({
      code: "LICENCE_COPY_PARTNER_UNKNOWN",
    });
  });

  it("as it stands suspended or ended", async () => {
    const { person, licence, number } = await licences.newHolder();
    for (const [act, code] of [
      ["SUSPEND", "LICENCE_SUSPENDED"],
      ["CANCEL", "LICENCE_ENDED"],
    ] as const) {
      await licences.act(person, act, number);
      expect(await copies.share(person, { licence })).toMatchObject({ __typename: "LicenceNotShown", code });
    }
  });

  it("while twenty of it are in force; one that was revoked, used up or is over makes room", async () => {
    const { person, licence } = await licences.newHolder();
    const first = await copies.shared(person, { licence, uses: 1 });
    const second = await copies.shared(person, { licence, until: copies.day(0) });
    const third = await copies.shared(person, { licence });
    for (let i = 3; i < 20; i += 1) await copies.shared(person, { licence });
    const full = { __typename: "LicenceNotShown", code: "LICENCE_COPIES_FULL" };
    const made = { __typename: "SharedLicenceCopy" };
    const share = () => copies.share(person, { licence });
    expect(await share()).toMatchObject(full);
    await copies.use(NOBODY, first.code);
    expect(await share()).toMatchObject(made);
    expect(await share()).toMatchObject(full);
    await copies.revoke(person, third.id);
    expect(await share()).toMatchObject(made);
    expect(await share()).toMatchObject(full);
    platform.clock.advance(DAY_MS);
    expect(await copies.copy(person, second.id)).toMatchObject({ status: "OVER" });
    expect(await share()).toMatchObject(made);
    expect(await share()).toMatchObject(full);
  });
});
