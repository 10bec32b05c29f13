import { GetCommand, PutCommand } from "@aws-sdk/lib-dynamodb";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  digestOf,
  outcomesOf,
  tracesOf,
  wordsOf,
} from "../../../services/government/cases/ruling/check-words.ts";
import type { CheckTrace } from "../../../services/government/cases/ruling/ruling.ts";
import { getRuling } from "../../../services/government/cases/ruling/ruling-store.ts";
import { isId } from "../../../services/kernel/ids.ts";
import { brokenLink, trailOf } from "../../support/audit-trail.ts";
import { type TestPlatform, textAt } from "../../support/platform.ts";
import { startCasework } from "./casework.ts";
import { applyForRent, newSaver } from "./savers.ts";

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startCasework();
});
afterAll(() => platform.stop());

const storeOf = () => ({ database: platform.database(), mode: "live" as const });

async function granted() {
  const id = textAt(await applyForRent(platform, await newSaver(platform)), "id");
  if (!isId("app", id)) throw new Error("no case");
  const line = platform.logs.findLast(
    ({ message, rootFields }) =>
      message === "request" && JSON.stringify(rootFields).includes("submitApplication"),
  );
  return { id, units: Number(line?.["writeUnits"]) };
}

const words = fc.record({ zh: fc.string({ unit: "binary" }), en: fc.string() });
const trace: fc.Arbitrary<CheckTrace> = fc.record({
  ...{ code: fc.string(), name: words, advice: words, finding: words },
  ground: fc.record({ law: fc.string(), article: fc.string() }),
  result: fc.constantFrom("PASSED", "FAILED", "UNCLEAR", "OVER_BUDGET"),
  inputs: fc.array(fc.record({ path: fc.string(), value: fc.string() }), { maxLength: 4 }),
});

describe("the trace of a rule", () => {
  it("is read as it was written, whatever its words are and whatever came of them", () =>
    fc.assert(
      fc.property(fc.array(trace, { maxLength: 5 }), (checks) => {
        const kept = JSON.parse(JSON.stringify(outcomesOf(checks)));
        expect(tracesOf(wordsOf(checks), kept)).toEqual(checks);
      }),
    ));

  it("names its words by what they are: other words have another name", () =>
    fc.assert(
      fc.property(fc.array(trace, { maxLength: 3 }), trace, (checks, another) => {
        expect(digestOf(wordsOf([...checks, another]))).not.toBe(digestOf(wordsOf(checks)));
      }),
    ));

  it("of before its words had a record of their own is read as well", async () => {
    const { id } = await granted();
    const ruling = await getRuling(storeOf(), id);
    if (!ruling) throw new Error("no ruling");
    const TableName = platform.database().nameOf("records-live");
    const Key = { pk: id, sk: "ruling" };
    const { Item = {} } = await platform.documents.send(new GetCommand({ TableName, Key }));
    const { wording: _, outcomes: __, ...rest } = Item;
    await platform.documents.send(new PutCommand({ TableName, Item: { ...rest, checks: ruling.checks } }));
    expect(await getRuling(storeOf(), id)).toEqual(ruling);
    expect(ruling.checks.map(({ finding }) => finding.zh)).not.toContain("");
  });
});

describe("a rent withdrawal that a rule grants", () => {
  it("costs the tables no more than 40 write units, and a review that is drawn 3", async () => {
    // The first of a day has the day's mark besides.
    await granted();
    const { id, units } = await granted();
    // One in twenty is drawn, by chance.
    const ruling = await getRuling(storeOf(), id);
    expect(units).toBeLessThanOrEqual(ruling?.isSampled ? 43 : 40);
  });

  it("is handed in and decided in one commit, and each has an entry of its own in the trail", async () => {
    const commits: string[][] = [];
    platform.gate.hold(async (items, send) => {
      commits.push(items.flatMap(({ Put }) => Put?.Item?.["action"]?.S ?? []));
      await send(items);
    });
    const { id } = await granted();
    platform.gate.hold(undefined);
    const acts = ["applications.case.submitted", "applications.case.approved-by-rule"];
    expect(commits).toContainEqual(acts);
    const trail = await trailOf(platform.database(), "records-live", id);
    expect(trail.slice(-2).map(({ action }) => action)).toEqual(acts);
    expect(trail.at(-2)?.["actor"]).not.toBe(trail.at(-1)?.["actor"]);
    expect(brokenLink(id, trail)).toBeUndefined();
  });
});
