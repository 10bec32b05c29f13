import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DAY_MS } from "../../../../services/kernel/runtime.ts";
import { at, textAt } from "../../../support/platform.ts";
import { JILIN, JILIN_OFFICE } from "../trust/trust.ts";
import { newPhone } from "../wallet/wallet-world.ts";
import { startTrustingInPart } from "./trusted-jilin.ts";
import {
  ELECTRICIAN,
  FITTER,
  type HeldThere,
  meetHolder,
  OWN_TYPE,
  type openBeijing,
  PLUMBER,
  presented,
  type TwoRegions,
  WELDER,
} from "./two-regions.ts";

let two: TwoRegions;
let beijing: ReturnType<typeof openBeijing>;
beforeAll(async () => {
  ({ two, beijing } = await startTrustingInPart());
});
afterAll(() => two.stop());

async function meet(type = ELECTRICIAN) {
  const { held, application, by } = await meetHolder(two, beijing, type);
  const show = (changes = {}, of: HeldThere = held) =>
    presented(beijing, of, application, two.here.clock, changes);
  const use = async (presentation: string) => beijing.use(by, { application, presentation });
  return { ...held, held, application, show, use, by };
}

describe("a licence of another region, shown by its holder's phone", () => {
  it("fills the material as one of ours does, and is kept with it", async () => {
    const { show, use, application, person, number } = await meet();
    expect(await beijing.state(application, person)).toBe("MISSING");
    const filled = await use(await show());
    expect(filled).toMatchObject({
      ...{ __typename: "FilledMaterial", source: "FOREIGN_LICENCES" },
      foreignLicence: {
        ...{ region: JILIN, issuer: { creditCode: JILIN_OFFICE }, vct: "urn:jilin:jl-electrician", number },
        ...{ version: 1, ownType: { code: OWN_TYPE, version: 1 }, mapping: `${JILIN}.jl-electrician` },
        ...{ way: "PRESENTATION", verifiedAt: two.here.clock.now() },
        content: { name: "王小明", number: person.idNumber, trade: "电工" },
      },
    });
    expect(textAt(filled, "reference")).toBe(textAt(filled, "foreignLicence", "identifier"));
    expect(await beijing.state(application, person)).toBe("FILLED");
    expect(await beijing.submit(person, application)).toMatchObject({ __typename: "Application" });
    expect(await beijing.evidence(application)).toMatchObject({
      ...{ state: "FILLED", filled: { foreignLicence: { number, way: "PRESENTATION" } } },
    });
  });

  it("stands for a day in a draft; one that is handed in later shows it again", async () => {
    const { held, show, use, application, person } = await meet();
    expect(at(await use(await show()), "__typename")).toBe("FilledMaterial");
    await two.advance(DAY_MS);
    expect(await beijing.submit(person, application)).toMatchObject({
      __typename: "FormIncomplete",
      problems: [{ code: "MATERIAL_MISSING" }],
    });
    const fresh = { ...held, credential: await two.credential(held) };
    expect(at(await use(await show({}, fresh)), "__typename")).toBe("FilledMaterial");
    expect(await beijing.submit(person, application)).toMatchObject({ __typename: "Application" });
  });

  it("is taken once, also of two who show it in the same moment", async () => {
    const { show, use } = await meet();
    const once = await show();
    expect(at(await use(once), "__typename")).toBe("FilledMaterial");
    expect(await use(once)).toMatchObject({ code: "FOREIGN_LICENCE_NOT_VALID" });
    const again = await show();
    const both = await Promise.all([use(again), use(again)]);
    expect(both.map((one) => textAt(one, "__typename")).sort()).toEqual([
      "FilledMaterial",
      "ForeignLicenceNotUsed",
    ]);
  });

  it("is refused where it was made for somebody else, for another application, or by another phone", async () => {
    const { show, use } = await meet();
    const other = await meet();
    const rows = [
      ["not shown for this application", await show({ audience: "https://counter.example" })],
      ["not shown for this application", await show({ nonce: "of-my-own-making" })],
      ["not shown for this application", await other.show()],
      ["another phone", await show({ by: { ...(await newPhone()), id: "" } })],
    ] as const;
    for (const [reason, text] of rows)
      expect(await use(text)).toMatchObject({
        ...{ __typename: "ForeignLicenceNotUsed", code: "FOREIGN_LICENCE_NOT_VALID" },
        message: expect.stringContaining(reason),
      });
    // The phone's signature cut off: a credential that is for a device is nothing without it.
    const unsigned = (await show()).replace(/[^~]+$/, "");
    expect(await use(unsigned)).toMatchObject({ message: expect.stringContaining("has not signed") });
  });

  it("is refused where its holder is not the one who applies, or where it does not tell", async () => {
    const { show, by, application } = await meet();
    const stranger = await two.issue(await two.newPerson());
    const asked = await beijing.challenge(application, stranger.person);
    const theirs = await presented(beijing, stranger, application, two.here.clock, {
      nonce: textAt(asked, "nonce"),
    });
    expect(await beijing.use(by, { application, presentation: theirs })).toMatchObject({
      code: "FOREIGN_HOLDER_OTHER",
    });
    const untold = await show({ fields: ["occupation"] });
    expect(await beijing.use(by, { application, presentation: untold })).toMatchObject({
      code: "CONTENT_UNFIT",
      message: expect.stringContaining("number"),
    });
  });

  it("is told about in both languages, with its name and the reason", async () => {
    const { show, by, application } = await meet(PLUMBER);
    for (const [language, name] of [
      ["zh", "吉林电工证"],
      ["en", "Jilin licence"],
    ] as const) {
      const told = await beijing.use(by, { application, presentation: await show() }, null, language);
      expect(told).toMatchObject({ code: "UNMAPPED", message: expect.stringContaining(name) });
    }
    expect(await beijing.state(application, (await meet()).person).catch(() => "NOT THEIRS")).toBe(
      "NOT THEIRS",
    );
  });

  it.each([
    ["UNMAPPED", PLUMBER],
    ["PARTIAL", WELDER],
    ["NOT_EQUIVALENT", FITTER],
  ])("%s fills nothing, and nobody is asked about it", async (code, type) => {
    const { show, use, application, person } = await meet(type);
    const before = two.sent.length;
    expect(await use(await show())).toMatchObject({ __typename: "ForeignLicenceNotUsed", code });
    expect(two.sent.length).toBe(before);
    expect(await beijing.state(application, person)).toBe("MISSING");
  });

  it("fills no other material than the one that asks for it", async () => {
    const { show, by, application } = await meet();
    const use = async (material: string) =>
      beijing.use(by, { application, material, presentation: await show() });
    expect(await use("photo")).toMatchObject({
      code: "MATERIAL_WITHOUT_LICENCE",
      path: ["input", "material"],
    });
    expect(await use("other")).toMatchObject({ code: "OTHER_LICENCE_ASKED_FOR" });
    expect(await use("nothing")).toMatchObject({ code: "MATERIAL_UNKNOWN" });
  });

  it("is refused where it is no licence, or shown in no way or in two", async () => {
    const { by, use, application } = await meet();
    expect(await use("no licence")).toMatchObject({
      ...{ code: "FOREIGN_LICENCE_UNREADABLE", path: ["input", "presentation"] },
    });
    expect(await beijing.use(by, { application })).toMatchObject({ code: "FOREIGN_WAY_UNCLEAR" });
    expect(await beijing.use(by, { application, code: "a", presentation: "b" })).toMatchObject({
      code: "FOREIGN_WAY_UNCLEAR",
    });
  });

  it("that somebody else's application asks for is as one of an unknown application", async () => {
    const { show, application } = await meet();
    const { person } = await meet();
    const presentation = await show();
    expect(await beijing.use({ token: person.here.token }, { application, presentation })).toMatchObject({
      __typename: "NotFound",
    });
  });
});

describe("a licence of another region that has changed there", () => {
  it("is refused in a version that another has taken the place of, and once it was cancelled", async () => {
    const { held, show, use } = await meet();
    expect(at(await use(await show()), "__typename")).toBe("FilledMaterial");
    await two.act(held, ELECTRICIAN, "REISSUE");
    await two.advance(300_000);
    expect(await use(await show())).toMatchObject({ message: expect.stringContaining("newer version") });
    const next = { ...held, credential: await two.credential(held) };
    expect(at(await use(await show({}, next)), "foreignLicence", "version")).toBe(2);
    await two.act(held, ELECTRICIAN, "CANCEL");
    await two.advance(300_000);
    expect(await use(await show({}, next))).toMatchObject({
      ...{ code: "FOREIGN_LICENCE_NOT_VALID", message: expect.stringContaining("revoked or cancelled") },
    });
  });
});
