import { ScanCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { recordsTable } from "../../../../services/kernel/database/tables.ts";
import { HOUR_MS } from "../../../../services/kernel/runtime.ts";
import { trailOf } from "../../../support/audit-trail.ts";
import { at, startPlatform, type TestPlatform, textAt } from "../../../support/platform.ts";
import { seedPartner } from "../../../support/seed-partner.ts";
import { newApplicant, newOfficer } from "../../cases/casework.ts";
import { verificationsOf } from "../verification/verification-world.ts";
import { ISSUER, openLicences, walletOf } from "./wallet-world.ts";

let platform: TestPlatform;
let wallet: ReturnType<typeof walletOf>;
let licences: Awaited<ReturnType<typeof openLicences>>;
let partner: { readonly apiKey: string };
beforeAll(async () => {
  platform = await startPlatform();
  wallet = walletOf(platform);
  licences = await openLicences(platform, "coded-licence");
  partner = { apiKey: (await seedPartner(platform, { scopes: ["LICENCE_CODES"] })).liveKey };
});
afterAll(() => platform.stop());

/** Somebody with a licence and a phone; the window officer is another each time. */
async function meet() {
  const holder = await licences.newHolder();
  const phone = await wallet.boundPhone(holder.person);
  const clerk = await newOfficer(platform, { roles: ["WINDOW_CLERK"] });
  const show = async (fields: readonly string[] = ["trade"]): Promise<string> =>
    textAt(await wallet.code(holder.person, phone, { licence: holder.licence, fields }), "code");
  return { ...holder, phone, clerk, show };
}

/** As its name is in the engine. */
const TABLE = "civigraph-test-records-live";

const refused = (code: string) => ({ __typename: "LicenceCodeRefused", code });

describe("a code for a counter that is online", () => {
  it("shows the chosen fields and the status, once, to a clerk; the holder is told, and both are on record", async () => {
    const { person, licence, number, phone, clerk } = await meet();
    const shown = await wallet.code(person, phone, { licence, fields: ["trade"] });
    expect(shown).toMatchObject({ __typename: "LicenceCode", fields: ["name", "trade"] });
    const code = textAt(shown, "code");
    expect(code).toMatch(/^[0-9a-hjkmnp-tv-z]{26}$/);
    expect(await wallet.redeem(clerk, code.toUpperCase())).toMatchObject({
      ...{ __typename: "ShownLicence", number, status: "VALID", shownAt: platform.clock.now() },
      ...{ content: { name: "王小明", trade: "电工" }, issuer: { creditCode: ISSUER } },
      type: { code: "coded-licence" },
    });
    expect(await wallet.redeem(clerk, code)).toMatchObject(refused("LICENCE_CODE_USED"));
    expect(await wallet.told(person)).toEqual([
      "licence-code.read",
      "licence-code.refused",
      "wallet-key.bound",
    ]);
    const trail = await trailOf(platform.database(), recordsTable("live"), licence);
    expect(trail.map(({ action, reason }) => [action, reason])).toEqual([
      ["licences.code.shown", "name, trade"],
      ["licences.code.read", "name, trade"],
      ["licences.code.refused", "LICENCE_CODE_USED"],
    ]);
  });

  it("shows it to a partner with the scope, whose name the holder reads", async () => {
    const { person, show } = await meet();
    expect(await wallet.redeem(partner, await show())).toMatchObject({ __typename: "ShownLicence" });
    expect(await wallet.told(person)).toContain("licence-code.read-by-partner");
  });

  it("tells the one who shows it when it was read, and nobody else; however its letters are grouped", async () => {
    const [{ person, clerk, show }, other] = [await meet(), await newApplicant(platform)];
    const code = await show();
    expect(await wallet.readAt(person, code)).toBeNull();
    platform.clock.advance(20_000);
    const readAt = platform.clock.now();
    const typed = `${code.slice(0, 4)} ${code.slice(4, 8)}\n${code.slice(8)} `.toUpperCase();
    expect(await wallet.redeem(clerk, typed)).toMatchObject({ __typename: "ShownLicence" });
    platform.clock.advance(1_000);
    expect(await wallet.readAt(person, code)).toBe(readAt);
    expect(await wallet.readAt(other, code)).toBeNull();
    expect(await wallet.readAt(person, "nothing")).toBeNull();
  });

  it("is among the verifications that the holder reads, read or refused; those refused are counted", async () => {
    const { person, licence, clerk, show } = await meet();
    const code = await show();
    for (const by of [partner, clerk]) {
      platform.clock.advance(1);
      await wallet.redeem(by, code);
    }
    expect(await verificationsOf(platform, { id: licence, holder: person })).toMatchObject([
      { at: platform.clock.now(), by: "OFFICER", partner: null, outcome: "CODE_REFUSED" },
      { by: "PARTNER", partner: expect.stringContaining("公司"), outcome: "CODE_READ" },
    ]);
    expect(platform.logs.filter((line) => line["licence"] === licence)).toMatchObject([
      { message: "a code of a licence was refused", code: "LICENCE_CODE_USED" },
    ]);
  });

  it("is read by one of two who read it at once", async () => {
    const { clerk, show } = await meet();
    const code = await show();
    const both = await Promise.all([wallet.redeem(clerk, code), wallet.redeem(partner, code)]);
    expect(both.map((one) => textAt(one, "__typename")).toSorted()).toEqual([
      "LicenceCodeRefused",
      "ShownLicence",
    ]);
  });

  it("is over after 60 seconds", async () => {
    const { clerk, show, person } = await meet();
    const [inTime, late] = [await show(), await show()];
    platform.clock.advance(59_999);
    expect(await wallet.redeem(clerk, inTime)).toMatchObject({ __typename: "ShownLicence" });
    platform.clock.advance(1);
    expect(await wallet.redeem(clerk, late)).toMatchObject(refused("LICENCE_CODE_OVER"));
    expect(await wallet.told(person)).toContain("licence-code.refused");
  });

  it("shows nothing once its phone was revoked, or its licence stands no more", async () => {
    const [first, second, third] = [await meet(), await meet(), await meet()];
    const codes = [await first.show(), await second.show(), await third.show()];
    await wallet.revoke(first.person, first.phone.id);
    await licences.act(second.person, "SUSPEND", second.number);
    await licences.act(third.person, "CANCEL", third.number);
    const reasons = ["WALLET_DEVICE_REVOKED", "LICENCE_SUSPENDED", "LICENCE_ENDED"];
    for (const [i, { clerk, person }] of [first, second, third].entries()) {
      expect(await wallet.redeem(clerk, codes[i] ?? "")).toMatchObject(refused(reasons[i] ?? ""));
      expect(await wallet.told(person)).toContain("licence-code.refused");
    }
  });

  it("is not guessed: a partner and a clerk are heard so often in an hour, and then not even with a right one", async () => {
    const { clerk, show } = await meet();
    for (let i = 0; i < 5; i += 1)
      expect(await wallet.redeem(clerk, `${i}`)).toMatchObject({
        ...{ __typename: "NotFound", code: "LICENCE_CODE_UNKNOWN" },
      });
    const code = await show();
    expect(await wallet.redeem(clerk, "5")).toMatchObject({ __typename: "TooManyGuesses" });
    platform.clock.advance(HOUR_MS);
    expect(await wallet.redeem(clerk, code)).toMatchObject(refused("LICENCE_CODE_OVER"));
  });

  it("is not kept: nothing on record tells it", async () => {
    const { show } = await meet();
    const code = await show();
    const { Items = [] } = await platform.documents.send(new ScanCommand({ TableName: TABLE }));
    expect(Items.length).toBeGreaterThan(0);
    expect(JSON.stringify(Items)).not.toContain(code);
  });
});

describe("a licence is not shown", () => {
  it("by another phone than the one that is named, whoever has signed in on it", async () => {
    const { person, licence, phone } = await meet();
    const other = await wallet.boundPhone(person);
    const asked = await wallet.challenge(person);
    const borrowed = { ...other, id: phone.id };
    expect(await wallet.code(person, borrowed, { licence, fields: [] })).toMatchObject({
      ...{ code: "WALLET_KEY_UNPROVEN", path: ["input", "proof"] },
    });
    platform.clock.advance(300_000);
    expect(await wallet.code(person, phone, { licence, fields: [], challenge: asked })).toMatchObject({
      ...{ code: "WALLET_CHALLENGE_OVER", path: ["input", "challenge"] },
    });
  });

  it("by somebody else, nor on a phone of theirs", async () => {
    const [mine, theirs] = [await meet(), await meet()];
    const stranger = await newApplicant(platform);
    const notFound = (code: string) => ({ __typename: "NotFound", code });
    const rows = [
      [stranger, mine.licence, mine.phone, "ELECTRONIC_LICENCE_NOT_FOUND"],
      [theirs.person, mine.licence, theirs.phone, "ELECTRONIC_LICENCE_NOT_FOUND"],
      [mine.person, mine.licence, theirs.phone, "WALLET_DEVICE_NOT_FOUND"],
      [mine.person, "lic_0000000000000000", mine.phone, "ELECTRONIC_LICENCE_NOT_FOUND"],
      [mine.person, "nothing", mine.phone, "ELECTRONIC_LICENCE_NOT_FOUND"],
    ] as const;
    for (const [person, licence, phone, code] of rows) {
      expect(await wallet.credential(person, { licence, device: phone.id })).toMatchObject(notFound(code));
      expect(await wallet.code(person, phone, { licence, fields: [] })).toMatchObject(notFound(code));
    }
  });

  it("as it stands suspended or ended, nor in fields that it does not have", async () => {
    const { person, licence, number, phone } = await meet();
    expect(await wallet.code(person, phone, { licence, fields: ["trade", "salary"] })).toMatchObject({
      ...{ code: "LICENCE_FIELD_UNKNOWN", path: ["input", "fields"] },
    });
    for (const [act, code] of [
      ["SUSPEND", "LICENCE_SUSPENDED"],
      ["CANCEL", "LICENCE_ENDED"],
    ] as const) {
      await licences.act(person, act, number);
      const notShown = { __typename: "LicenceNotShown", code };
      expect(await wallet.credential(person, { licence, device: phone.id })).toMatchObject(notShown);
      expect(await wallet.code(person, phone, { licence, fields: [] })).toMatchObject(notShown);
    }
  });

  it("where its issuer has no key that signs", async () => {
    const { person, licence, phone } = await meet();
    const keys = await licences.keys.ofPublic({ issuer: ISSUER });
    const keyId = textAt(keys, 0, "keyId");
    await licences.keys.end({ issuer: ISSUER, keyId }, platform.clock.now());
    expect(await wallet.credential(person, { licence, device: phone.id })).toMatchObject({
      ...{ __typename: "LicenceNotShown", code: "LICENCE_ISSUER_KEYLESS" },
    });
    await licences.keys.agreed({ issuer: ISSUER, licenceType: "coded-licence" });
    const issued = await wallet.credential(person, { licence, device: phone.id });
    expect(at(issued, "__typename")).toBe("LicenceCredential");
    const trail = await trailOf(platform.database(), recordsTable("live"), licence);
    expect(trail.map(({ action }) => action)).toEqual(["licences.credential.issued"]);
  });
});
