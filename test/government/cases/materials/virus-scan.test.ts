import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { ScanVerdict } from "../../../../services/kernel/files/file-store.ts";
import {
  confirmUpload,
  downloadMaterial,
  materialsOf,
  sendMaterial,
} from "../../../support/material-files.ts";
import { at, type TestPlatform, textAt } from "../../../support/platform.ts";
import {
  type Applicant,
  newApplicant,
  RENT_FORM,
  saveCase,
  startCase,
  startCasework,
  submitAsIs,
} from "../casework.ts";

let verdict: ScanVerdict;
let asked = 0;
let platform: TestPlatform;
beforeAll(async () => {
  platform = await startCasework({
    scan: async () => {
      asked += 1;
      return verdict;
    },
  });
});
afterAll(() => platform.stop());

let applicant: Applicant;
let id: string;
let file: string;
beforeEach(async () => {
  applicant = await newApplicant(platform);
  id = textAt(await startCase(platform, applicant.token), "id");
  await saveCase(platform, applicant.token, id, RENT_FORM);
  verdict = "PENDING";
  const sent = await sendMaterial(platform, applicant.token, { application: id, material: "lease-contract" });
  expect(sent).toMatchObject({ status: "SCANNING", rejection: null });
  file = textAt(sent, "id");
});

const confirm = () => confirmUpload(platform, applicant.token, id, file);
const stateOfLease = async () =>
  textAt((await materialsOf(platform, applicant.token, id))[2] ?? null, "state");

describe("a file that the scanner has not answered about", () => {
  it("waits, keeps the case from being handed in though it is not asked for, and is given to nobody", async () => {
    expect(await confirm()).toMatchObject({ status: "SCANNING" });
    expect(await stateOfLease()).toBe("SCANNING");
    expect(await submitAsIs(platform, applicant.token, id)).toMatchObject({
      problems: [{ code: "MATERIAL_BEING_SCANNED", path: ["materials", "lease-contract"] }],
    });
    const { data } = await downloadMaterial(platform, applicant, id, file);
    expect(at(data, "result")).toMatchObject({ code: "FILE_NOT_READY" });
  });

  it("is ready once it is clean, and then the scanner is not asked again", async () => {
    verdict = "CLEAN";
    expect(await confirm()).toMatchObject({ status: "READY" });
    const before = asked;
    verdict = "INFECTED";
    expect(await confirm()).toMatchObject({ status: "READY" });
    expect(asked).toBe(before);
    expect(await submitAsIs(platform, applicant.token, id)).toMatchObject({ status: "SUBMITTED" });
  });

  it.each([
    ["INFECTED", "FILE_INFECTED"],
    ["UNSCANNABLE", "FILE_UNSCANNABLE"],
  ] as const)("is rejected for good where it is %s", async (found, code) => {
    verdict = found;
    expect(await confirm()).toMatchObject({ status: "REJECTED", rejection: { code } });
    verdict = "CLEAN";
    expect(await confirm()).toMatchObject({ status: "REJECTED" });
    expect(await stateOfLease()).toBe("REJECTED");
  });
});
