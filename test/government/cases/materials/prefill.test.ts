import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { foodBusinessLicence } from "../../../../local/demo/items/food-business-licence.ts";
import { rentWithdrawal } from "../../../../local/demo/items/rent-withdrawal.ts";
import { putAccount } from "../../../../services/government/housing-fund/account-store.ts";
import { putContribution, putLoan } from "../../../../services/government/housing-fund/store.ts";
import { date } from "../../../../services/kernel/civil-date.ts";
import { commitTo } from "../../../../services/kernel/commit/commit.ts";
import type { TransactItem } from "../../../../services/kernel/database/database.ts";
import type { CitizenId } from "../../../../services/kernel/ids.ts";
import type { Instant } from "../../../../services/kernel/runtime.ts";
import { putProfile } from "../../../../services/people/citizens/index.ts";
import type { Profile } from "../../../../services/people/citizens/profile.ts";
import { materialsOf, requestUpload, sendMaterial } from "../../../support/material-files.ts";
import { must } from "../../../support/must.ts";
import { at, type Json, type TestPlatform, textAt } from "../../../support/platform.ts";
import { publishItem } from "../../catalogue/items.ts";
import { account, contribution, loan } from "../../housing-fund/records.ts";
import {
  type Applicant,
  act,
  allRounder,
  authorise,
  CHAOYANG,
  newApplicant,
  newEnterprise,
  RENT_FORM,
  saveCase,
  startCase,
  startCasework,
  submitAsIs,
} from "../casework.ts";

const ITEM = "BJ-GJJ-YTTX-001";
const material = (code: string, held: object) => ({
  ...{ code, name: { zh: code, en: code }, required: true, ...held },
});

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startCasework();
  const { rule: _, effect: __, ...content } = rentWithdrawal.draft;
  const materials = [
    material("card", { replacedByLicence: "resident-id-card" }),
    material("account", { filledBy: "HOUSING_FUND_ACCOUNT" }),
    material("months", { filledBy: "HOUSING_FUND_CONTRIBUTIONS" }),
    material("loan", { filledBy: "HOUSING_FUND_LOANS" }),
    material("driving", { replacedByLicence: "driving-licence" }),
  ];
  await publishItem(platform, { ...content, code: ITEM, materials }, { "110000": "GENERAL" });
});
afterAll(() => platform.stop());

async function record(citizen: CitizenId, ...writes: readonly TransactItem[]): Promise<void> {
  const database = platform.database();
  must(
    await commitTo(database)({
      actor: { kind: "SYSTEM", mode: "live", name: "test" },
      ...{ action: "test.recorded", aggregate: citizen, table: "records-live" },
      ...{ at: platform.clock.now(), requestId: "test", writes },
    }),
  );
}

const profileOf = (citizenId: CitizenId, change: Partial<Profile> = {}): TransactItem =>
  putProfile(platform.database(), "live", {
    ...{ citizenId, name: "王小明", maskedIdNumber: "110105********002X" },
    recordedAt: "2026-01-15T20:00:00.000Z" as Instant,
    ...change,
  });

async function begun(applicant: Applicant): Promise<string> {
  const id = textAt(await startCase(platform, applicant.token, { item: ITEM, region: CHAOYANG }), "id");
  await saveCase(platform, applicant.token, id, RENT_FORM);
  return id;
}

const statesOf = (materials: readonly Json[]) =>
  Object.fromEntries(materials.map((one) => [textAt(one, "code"), textAt(one, "state")]));

/** Somebody of whom every register has stated something. */
async function newKnownApplicant(): Promise<Applicant> {
  const applicant = await newApplicant(platform);
  const [database, citizenId] = [platform.database(), applicant.id];
  await record(
    citizenId,
    profileOf(citizenId),
    putAccount(database, "live", account({ citizenId, balanceOn: date("2026-02-28") })),
    putContribution(database, "live", contribution("2026-01", { citizenId })),
    putContribution(database, "live", contribution("2026-02", { citizenId })),
    putLoan(database, "live", loan({ citizenId, outstandingOn: date("2026-02-27") })),
  );
  return applicant;
}

describe("what the platform holds already", () => {
  it("is not asked for: it is shown as filled, with its source and the day that it was stated", async () => {
    const applicant = await newKnownApplicant();
    const id = await begun(applicant);
    const materials = await materialsOf(platform, applicant.token, id);
    const takenAt = platform.clock.now();
    expect(materials.slice(0, 4)).toMatchObject([
      {
        ...{ code: "card", state: "FILLED", isEditable: false, files: [] },
        filled: {
          source: "CITIZEN_REGISTER",
          reference: "110105********002X",
          statedOn: "2026-01-16",
          takenAt,
        },
      },
      {
        state: "FILLED",
        filled: { source: "HOUSING_FUND", reference: "110105000123", statedOn: "2026-02-28", takenAt },
      },
      { state: "FILLED", filled: { source: "HOUSING_FUND", statedOn: "2026-02-20" } },
      { state: "FILLED", filled: { reference: "GJJ-2025-000123", statedOn: "2026-02-27" } },
    ]);
    expect(
      await requestUpload(platform, applicant.token, { application: id, material: "card" }),
    ).toMatchObject({
      code: "MATERIAL_HELD",
      path: ["input", "material"],
    });
  });

  it("is all that is missing for handing in but what no register holds", async () => {
    const applicant = await newKnownApplicant();
    const id = await begun(applicant);
    const refused = await submitAsIs(platform, applicant.token, id);
    expect(refused).toMatchObject({ problems: [{ path: ["materials", "driving"] }] });
    await sendMaterial(platform, applicant.token, { application: id, material: "driving" });
    expect(await submitAsIs(platform, applicant.token, id)).toMatchObject({ status: "SUBMITTED" });
  });

  it("stays as it stood when the case was handed in, whatever the register states later", async () => {
    const applicant = await newKnownApplicant();
    const id = await begun(applicant);
    await sendMaterial(platform, applicant.token, { application: id, material: "driving" });
    const takenAt = platform.clock.now();
    await submitAsIs(platform, applicant.token, id);
    platform.clock.advance(3_600_000);
    const later = profileOf(applicant.id, { maskedIdNumber: "310***********0000" });
    await record(applicant.id, later);
    const officer = await allRounder(platform);
    expect((await materialsOf(platform, officer.token, id))[0]).toMatchObject({
      state: "FILLED",
      filled: { reference: "110105********002X", takenAt },
    });
  });

  it("does not come to be missing in a correction of something else, where it could not be sent", async () => {
    const applicant = await newKnownApplicant();
    const id = await begun(applicant);
    await sendMaterial(platform, applicant.token, { application: id, material: "driving" });
    await submitAsIs(platform, applicant.token, id);
    const officer = await allRounder(platform);
    const notice = 'fields: [{ name: "monthlyRent", note: "与合同不符" }]';
    await act(platform, officer, id, "accept", `requestCorrection(id: "${id}", input: { ${notice} })`);
    await record(applicant.id, profileOf(applicant.id, { recordedAt: undefined }));
    expect((await materialsOf(platform, applicant.token, id))[0]).toMatchObject({
      ...{ state: "FILLED", isEditable: false, filled: { statedOn: "2026-01-16" } },
    });
    expect(await submitAsIs(platform, applicant.token, id)).toMatchObject({ status: "SUBMITTED" });
  });

  it("is asked for all the same once an officer's notice says that it will not do", async () => {
    const applicant = await newKnownApplicant();
    const id = await begun(applicant);
    await sendMaterial(platform, applicant.token, { application: id, material: "driving" });
    await submitAsIs(platform, applicant.token, id);
    const officer = await allRounder(platform);
    const notice = 'materials: [{ name: "card", note: "登记的姓名有误" }]';
    await act(platform, officer, id, "accept", `requestCorrection(id: "${id}", input: { ${notice} })`);
    expect((await materialsOf(platform, applicant.token, id))[0]).toMatchObject({
      ...{ state: "MISSING", isRequired: true, isEditable: true, filled: null },
    });
    const resubmitted = await submitAsIs(platform, applicant.token, id);
    expect(at(resubmitted, "problems", 0, "path")).toEqual(["materials", "card"]);
    await sendMaterial(platform, applicant.token, { application: id, material: "card" });
    expect(await submitAsIs(platform, applicant.token, id)).toMatchObject({ status: "SUBMITTED" });
    expect(statesOf(await materialsOf(platform, officer.token, id))).toEqual({
      ...{ card: "READY", account: "FILLED", months: "FILLED", loan: "FILLED", driving: "READY" },
    });
  });
});

describe("of an enterprise what the platform holds", () => {
  /** The published licence for food businesses, begun by an agent. */
  async function startLicensing(recordedAt?: Instant) {
    const { creditCode: enterprise, representative } = await newEnterprise(platform);
    if (recordedAt) await record(representative.id, profileOf(representative.id, { recordedAt }));
    const agent = await newApplicant(platform);
    await record(agent.id, profileOf(agent.id, { maskedIdNumber: "110105********0011" }));
    await authorise(platform, representative, agent, { enterprise });
    const how = { item: foodBusinessLicence.draft.code, region: CHAOYANG, for: { enterprise } };
    const id = textAt(await startCase(platform, agent.token, how), "id");
    const held = (await materialsOf(platform, agent.token, id)).slice(0, 2);
    return { enterprise, held };
  }

  it("is its business licence, and its legal representative's identity card as the registers state them", async () => {
    const { enterprise, held } = await startLicensing("2026-01-15T20:00:00.000Z" as Instant);
    const takenAt = platform.clock.now();
    expect(held).toMatchObject([
      {
        ...{ code: "business-licence", state: "FILLED" },
        filled: { source: "ENTERPRISE_REGISTER", reference: enterprise, takenAt },
      },
      {
        ...{ code: "id-card", state: "FILLED", isEditable: false },
        filled: {
          ...{ source: "CITIZEN_REGISTER", reference: "110105********002X" },
          ...{ statedOn: "2026-01-16", takenAt },
        },
      },
    ]);
  });

  it("is no card of a representative of whom the register has stated nothing", async () => {
    expect((await startLicensing()).held[1]).toMatchObject({
      code: "id-card",
      state: "MISSING",
      filled: null,
    });
  });
});

describe("what the platform does not hold", () => {
  it("is asked for, each by itself", async () => {
    const applicant = await newApplicant(platform);
    const { id: citizenId } = applicant;
    await record(citizenId, putAccount(platform.database(), "live", account({ citizenId })));
    expect(statesOf(await materialsOf(platform, applicant.token, await begun(applicant)))).toEqual({
      ...{ card: "MISSING", account: "FILLED", months: "MISSING", loan: "MISSING", driving: "MISSING" },
    });
  });

  it("is, too, a card of which nobody can tell when it was stated", async () => {
    const applicant = await newApplicant(platform);
    await record(applicant.id, profileOf(applicant.id, { recordedAt: undefined }));
    const materials = await materialsOf(platform, applicant.token, await begun(applicant));
    expect(materials[0]).toMatchObject({ state: "MISSING", isEditable: true, filled: null });
  });
});
