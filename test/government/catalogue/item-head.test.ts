import { describe, expect, it } from "vitest";
import { type RegionCode, regionsAround } from "../../../services/field/region.ts";
import { REGION_CODES } from "../../../services/field/region-codes.ts";
import { checkDraft } from "../../../services/government/catalogue/draft.ts";
import {
  type ItemHead,
  nextVersion,
  ROLL_OUTS_MAX,
  rollOut,
  stageIn,
} from "../../../services/government/catalogue/item-head.ts";
import { WRITES_MAX } from "../../../services/kernel/commit/commit.ts";
import type { Instant } from "../../../services/kernel/runtime.ts";
import { must } from "../../support/must.ts";
import { draftOf, region } from "./items.ts";

const NOW = "2026-11-23T02:00:00.000Z" as Instant;
const LATER = "2026-12-01T02:00:00.000Z" as Instant;
const [beijing, group, chaoyang, shanghai] = ["110000", "110100", "110105", "310000"].map(region);
if (!beijing || !group || !chaoyang || !shanghai) throw new Error("no regions");

const draft = (revision: number, ...regions: RegionCode[]) => ({
  ...must(checkDraft(draftOf({ regions }))),
  revision,
});
const published = (...regions: RegionCode[]): ItemHead =>
  must(nextVersion(draft(1, ...regions), undefined, NOW)).head;

describe("publishing", () => {
  it("gives the first version, then the next", () => {
    const first = must(nextVersion(draft(1, beijing), undefined, NOW));
    expect(first.item).toMatchObject({ version: 1, publishedAt: NOW });
    expect(must(nextVersion(draft(2, beijing), first.head, LATER)).item).toMatchObject({
      version: 2,
      publishedAt: LATER,
    });
  });
  it("does not publish the same draft twice", () => {
    expect(nextVersion(draft(1, beijing), published(beijing), LATER)).toMatchObject({
      ok: false,
      error: { code: "NOT_ALLOWED_NOW", state: "PUBLISHED" },
    });
  });
  it("keeps the roll-out, but switches off where the new version is no longer offered", () => {
    let head = published(beijing, shanghai);
    for (const where of [chaoyang, shanghai]) head = must(rollOut(head, where, "GENERAL", NOW));
    head = must(nextVersion(draft(2, beijing), head, LATER)).head;
    expect(head.rollOut).toEqual([
      { region: chaoyang, stage: "GENERAL", since: NOW },
      { region: shanghai, stage: "OFF", since: LATER },
    ]);
    expect(must(nextVersion(draft(3, beijing), head, LATER)).head.rollOut).toHaveLength(1);
  });
});

describe("a roll-out", () => {
  it("reaches the item's regions and what lies in them, and no other", () => {
    expect(rollOut(published(beijing), beijing, "GENERAL", NOW).ok).toBe(true);
    expect(rollOut(published(beijing), chaoyang, "PILOT", NOW).ok).toBe(true);
    const beyond = { ok: false, error: { code: "REGION_NOT_OFFERED", path: ["region"] } };
    expect(rollOut(published(chaoyang), beijing, "GENERAL", NOW)).toMatchObject(beyond);
    expect(rollOut(published(beijing), shanghai, "GENERAL", NOW)).toMatchObject(beyond);
  });
  it("is decided by the most specific region that has a stage", () => {
    let head = must(rollOut(published(beijing), beijing, "GENERAL", NOW));
    expect([beijing, group, chaoyang, shanghai].map((where) => stageIn(head.rollOut, where))).toEqual([
      "GENERAL",
      "GENERAL",
      "GENERAL",
      "OFF",
    ]);
    head = must(rollOut(head, chaoyang, "OFF", LATER));
    expect([beijing, group, chaoyang].map((where) => stageIn(head.rollOut, where))).toEqual([
      "GENERAL",
      "GENERAL",
      "OFF",
    ]);
  });
  it("holds no more regions than one commit can write with the next version", () => {
    const hebei = region("130000");
    const within = REGION_CODES.split("\n")
      .filter((line) => line.startsWith("13 "))
      .flatMap((line) => line.split(" ").slice(1))
      .flatMap((group) =>
        (group.slice(2).match(/../g) ?? []).map((county) => region(`13${group.slice(0, 2)}${county}`)),
      );
    expect(within.length).toBeGreaterThan(ROLL_OUTS_MAX);
    expect(regionsAround(within[0] ?? hebei)).toContain(hebei);
    const full = within
      .slice(0, ROLL_OUTS_MAX)
      .reduce((head, where) => must(rollOut(head, where, "PILOT", NOW)), published(hebei));
    expect(rollOut(full, hebei, "GENERAL", NOW)).toMatchObject({ ok: false, error: { code: "TOO_MANY" } });
    expect(rollOut(full, within[0] ?? hebei, "OFF", NOW).ok).toBe(true);
    const [versionHeadDraftAndChange, writes] = [4, full.rollOut.length];
    expect(writes + versionHeadDraftAndChange).toBeLessThanOrEqual(WRITES_MAX);
  });
});
