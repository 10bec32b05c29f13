import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { LicenceAct } from "../../../../services/government/catalogue/index.ts";
import { findVersions } from "../../../../services/government/licences/repository/find-held-licences.ts";
import { getElectronicLicence } from "../../../../services/government/licences/repository/repository-store.ts";
import { listExceptions } from "../../../../services/government/licences/status/status-store.ts";
import { isId } from "../../../../services/kernel/ids.ts";
import { type TestPlatform, textAt } from "../../../support/platform.ts";
import { newApplicant, startCasework } from "../../cases/casework.ts";
import { done, HOLDER, itemOf, licenceOf, publishTypeWithItems, takeBack } from "./repository-world.ts";

const TYPE = "plumber";
let platform: TestPlatform;
beforeAll(async () => {
  platform = await startCasework();
  await publishTypeWithItems(platform, TYPE);
});
afterAll(() => platform.stop());

/** How the versions of a licence stand in the status lists, the first one first. */
async function listed(id: string): Promise<readonly string[]> {
  const store = { database: platform.database(), mode: "live" } as const;
  const licence = isId("lic", id) ? await getElectronicLicence(store, id) : undefined;
  if (!licence) throw new Error(`no licence ${id}`);
  const places = (await findVersions(store, licence)).toReversed().map(({ place }) => place);
  return Promise.all(
    places.map(async ({ list, index }) => {
      const exceptions = await listExceptions(store, list);
      return exceptions.find((one) => one.index === index)?.status ?? "VALID";
    }),
  );
}

type Done = LicenceAct | "UNDO";

describe("the versions of a licence in the status lists", () => {
  it.each<[string, readonly Done[], readonly string[]]>([
    ["one that is issued is valid", [], ["VALID"]],
    [
      "one that another takes the place of is superseded",
      ["CHANGE", "REISSUE"],
      ["SUPERSEDED", "SUPERSEDED", "VALID"],
    ],
    ["one that is suspended", ["SUSPEND"], ["SUSPENDED"]],
    ["one that is resumed", ["SUSPEND", "RESUME"], ["VALID"]],
    ["one that is cancelled", ["RENEW", "CANCEL"], ["SUPERSEDED", "INVALID"]],
    ["one that is cancelled while it is suspended", ["SUSPEND", "CANCEL"], ["INVALID"]],
    ["one whose change was taken back", ["CHANGE", "UNDO"], ["SUPERSEDED", "SUPERSEDED", "VALID"]],
    ["one whose cancellation was taken back", ["CANCEL", "UNDO"], ["VALID"]],
    [
      "one whose cancellation while it was suspended was taken back",
      ["SUSPEND", "CANCEL", "UNDO"],
      ["SUSPENDED"],
    ],
    ["one whose resumption was taken back", ["SUSPEND", "RESUME", "UNDO"], ["SUSPENDED"]],
  ])("%s", async (_, acts, statuses) => {
    const holder = await newApplicant(platform);
    let last = await done(platform, holder, itemOf(TYPE, "ISSUE"), HOLDER);
    const number = textAt(await licenceOf(platform, holder), "number");
    for (const one of acts) {
      if (one === "UNDO") await takeBack(platform, last);
      else last = await done(platform, holder, itemOf(TYPE, one), { number });
    }
    expect(await listed(textAt(await licenceOf(platform, holder), "id"))).toEqual(statuses);
  });

  it("one whose issue was taken back is not valid, and one that was suspended meanwhile stays out of force by a change", async () => {
    const holder = await newApplicant(platform);
    const issue = await done(platform, holder, itemOf(TYPE, "ISSUE"), HOLDER);
    const number = textAt(await licenceOf(platform, holder), "number");
    const change = await done(platform, holder, itemOf(TYPE, "CHANGE"), { number });
    await done(platform, holder, itemOf(TYPE, "SUSPEND"), { number });
    const id = textAt(await licenceOf(platform, holder), "id");
    await takeBack(platform, change);
    expect(await listed(id)).toEqual(["SUPERSEDED", "SUPERSEDED", "SUSPENDED"]);
    await takeBack(platform, issue);
    expect(await listed(id)).toEqual(["SUPERSEDED", "SUPERSEDED", "INVALID"]);
  });
});
