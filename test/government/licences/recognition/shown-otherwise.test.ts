import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { run } from "../../../lost-updates/race.ts";
import { overtake } from "../../../support/overtake.ts";
import { at, textAt } from "../../../support/platform.ts";
import { act, newOfficer, receive, submitAsIs } from "../../cases/casework.ts";
import { paperCopy } from "./copies.ts";
import { startTrusting } from "./trusted-jilin.ts";
import { MATERIAL, meetHolder, type openBeijing, presented, type TwoRegions } from "./two-regions.ts";

let two: TwoRegions;
let beijing: ReturnType<typeof openBeijing>;
beforeAll(async () => {
  ({ two, beijing } = await startTrusting());
});
afterAll(() => two.stop());

const meet = () => meetHolder(two, beijing);

describe("a licence of another region at a window", () => {
  it("is read by the clerk for the person present, and for nobody else", async () => {
    const { held, application } = await meet();
    const clerk = await newOfficer(two.here, { roles: ["WINDOW_CLERK"] });
    const attendance = textAt(await receive(two.here, clerk, held.person.idNumber), "id");
    const use = async (present: string | null) =>
      beijing.use({ token: clerk.token }, { application, code: await two.code(held) }, present);
    expect(await use(null)).toMatchObject({ __typename: "NotFound" });
    expect(await use(attendance)).toMatchObject({ __typename: "FilledMaterial" });
    expect(await beijing.state(application, held.person)).toBe("FILLED");
    const stranger = await receive(two.here, clerk, (await two.newPerson()).idNumber);
    expect(await use(textAt(stranger, "id"))).toMatchObject({ __typename: "NotFound" });
  });

  const attended = async () => {
    const { held, application } = await meet();
    const clerk = await newOfficer(two.here, { roles: ["WINDOW_CLERK"] });
    const attendance = textAt(await receive(two.here, clerk, held.person.idNumber), "id");
    const input = { application, code: await two.code(held) };
    return { clerk, attendance, use: () => beijing.use({ token: clerk.token }, input, attendance) };
  };
  const recordOf = (attendance: string) =>
    two.here.database().get("records-live", { pk: attendance, sk: "attendance" });

  it("is written on the attendance, which goes on from there", async () => {
    const { attendance, use } = await attended();
    two.here.clock.advance(1_000);
    expect(await use()).toMatchObject({ __typename: "FilledMaterial" });
    expect((await recordOf(attendance))?.["lastActAt"]).toBe(two.here.clock.now());
  });

  it("fills nothing where the attendance ends while it is on its way", async () => {
    const { clerk, attendance, use } = await attended();
    const outcomes: unknown[] = [];
    await overtake(
      two.here,
      async () => outcomes.push(await use()),
      async () => receive(two.here, clerk, (await two.newPerson()).idNumber),
    );
    expect(outcomes).toMatchObject([{ __typename: "NotFound", code: "ATTENDANCE_OVER" }]);
    const record = await recordOf(attendance);
    expect(record?.["lastActAt"]).toBe(record?.["startedAt"]);
  });
});

describe("a licence of another region in a correction", () => {
  it("fills a material that the notice names, where it is shown anew", async () => {
    const { held, application, by } = await meet();
    const { here } = two;
    const show = async () =>
      beijing.use(by, { application, presentation: await presented(beijing, held, application, here.clock) });
    await show();
    await submitAsIs(here, by.token, application, { key: randomUUID() });
    await two.advance(60_000);
    const officer = await newOfficer(here, { roles: ["ACCEPTOR"] });
    const notice = `requestCorrection(id: "${application}", input: { materials: [{ name: "${MATERIAL}", note: "已过期" }] })`;
    expect(await act(here, officer, application, "accept", notice)).toMatchObject({ status: "CORRECTION" });
    await two.advance(60_000);
    // That it was shown before does not count: the notice asks for it anew.
    expect(await beijing.state(application, held.person)).toBe("MISSING");
    expect(await show()).toMatchObject({ __typename: "FilledMaterial" });
    expect(await beijing.state(application, held.person)).toBe("FILLED");
    expect(await submitAsIs(here, by.token, application, { key: randomUUID() })).toMatchObject({
      ...{ __typename: "Application", status: "SUBMITTED" },
    });
    // Once it is handed in, nothing is shown any more.
    expect(await show()).toMatchObject({ __typename: "NotAllowedNow" });
    expect(at(await beijing.evidence(application), "state")).toBe("FILLED");
  });
});

describe("a licence of another region in a case that is worked on", () => {
  it("is no ground of a decision once its last day is over", async () => {
    const { held, application, by } = await meet();
    const { here } = two;
    await beijing.use(by, { application, code: await two.code(held) });
    await submitAsIs(here, by.token, application, { key: randomUUID() });
    const officer = await newOfficer(here, { roles: ["ACCEPTOR", "DECIDER"] });
    expect(
      await act(here, officer, application, "accept", `acceptApplication(id: "${application}")`),
    ).toMatchObject({
      __typename: "Application",
    });
    const today = here.clock.now();
    here.clock.set("2028-12-01T02:00:00.000Z");
    const decided = `approveApplication(id: "${application}", reason: "符合条件")`;
    expect(await act(here, officer, application, "decide", decided)).toMatchObject({
      code: "MATERIAL_OVER_ELSEWHERE",
    });
    here.clock.set(today);
  });
});

/** The order of P-256 (SEC 2, 2.4.2). */
const ORDER = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;

/** Anybody can make it of the first: (r, n - s) is good for all that (r, s) is good for. */
function withOtherSignature(presentation: string): string {
  const [credential = "", ...disclosures] = presentation.split("~");
  const [header, claims, signature = ""] = credential.split(".");
  const bytes = Buffer.from(signature, "base64url");
  const s = BigInt(`0x${bytes.subarray(32).toString("hex")}`);
  const other = Buffer.from((ORDER - s).toString(16).padStart(64, "0"), "hex");
  const changed = Buffer.concat([bytes.subarray(0, 32), other]).toString("base64url");
  return [`${header}.${claims}.${changed}`, ...disclosures].join("~");
}

describe("a licence of another region that is for no phone", () => {
  it("counts by its issuer's signature, once", async () => {
    const { held, application, by } = await meet();
    const presentation = await paperCopy(two.there, held.licence);
    expect(await beijing.use(by, { application, presentation })).toMatchObject({
      ...{ __typename: "FilledMaterial", foreignLicence: { number: held.number, way: "PRESENTATION" } },
    });
    const another = await beijing.begin(held.person);
    expect(await beijing.use(by, { application: another, presentation })).toMatchObject({
      ...{ code: "FOREIGN_LICENCE_NOT_VALID", message: expect.stringContaining("it was used before") },
    });
  });

  it("counts once, whichever of its two signatures it has", async () => {
    const { held, application, by } = await meet();
    const presentation = await paperCopy(two.there, held.licence);
    await beijing.use(by, { application, presentation });
    const another = await beijing.begin(held.person);
    const again = { application: another, presentation: withOtherSignature(presentation) };
    expect(await beijing.use(by, again)).toMatchObject({
      ...{ code: "FOREIGN_LICENCE_NOT_VALID", message: expect.stringContaining("it was used before") },
    });
  });

  it("counts for one of two applications that it is shown for at once", async () => {
    const { held, application, by } = await meet();
    const another = await beijing.begin(held.person);
    const presentation = await paperCopy(two.there, held.licence);
    const race = {
      late: () => beijing.use(by, { application, presentation }),
      meanwhile: () => beijing.use(by, { application: another, presentation }),
    };
    const guard = { record: /^Put licence-presentation#\S+ taken$/, kind: "new" } as const;
    expect(await run(two.here, race, guard, { taken: false })).toHaveLength(1);
    const states = [await beijing.state(application, held.person), await beijing.state(another, held.person)];
    expect(states).toEqual(["MISSING", "FILLED"]);
  });

  it("is nothing where its text was changed", async () => {
    const { held, application, by } = await meet();
    const [jws = "", ...disclosures] = (await paperCopy(two.there, held.licence)).split("~");
    const name = JSON.stringify(["c2FsdC1vZi1tYWtpbmc", "occupation", "焊工"]);
    const forged = [jws, Buffer.from(name).toString("base64url"), ...disclosures].join("~");
    expect(await beijing.use(by, { application, presentation: forged })).toMatchObject({
      ...{ code: "FOREIGN_LICENCE_NOT_VALID", message: expect.stringContaining("does not match") },
    });
  });
});
