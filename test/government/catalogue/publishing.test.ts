import { GetCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { publishServiceItem, saveServiceItemDraft } from "../../../services/government/catalogue/index.ts";
import { catalogueKeys } from "../../../services/government/catalogue/keys.ts";
import { getVersion, putVersion } from "../../../services/government/catalogue/store.ts";
import { physicalName } from "../../../services/kernel/database/tables.ts";
import { must } from "../../support/must.ts";
import { at, startPlatform, type TestPlatform, textAt } from "../../support/platform.ts";
import { catalogueOf, historyOf, inputOf } from "./api.ts";
import { draftOf, editorOf, forPeople } from "./items.ts";

let platform: TestPlatform;
let catalogue: ReturnType<typeof catalogueOf>;
beforeAll(async () => {
  platform = await startPlatform();
  catalogue = catalogueOf(platform, () => tokenOf());
});
afterAll(() => platform.stop());

/** Each test has an item of its own. */
let code = "";
let count = 0;
beforeEach(() => {
  count += 1;
  code = `ITEM-${String(count).padStart(4, "0")}`;
});

const tokenOf = (jurisdiction: { region?: string; departments?: string[] } = {}): Promise<string> =>
  platform.tokens.officer({ roles: ["CATALOGUE_EDITOR"], ...jurisdiction });

const tableName = (): string => physicalName(platform.ports.config.tablePrefix, "registry");

async function record(key: { readonly pk: string; readonly sk: string }): Promise<unknown> {
  const command = new GetCommand({ TableName: tableName(), Key: key, ConsistentRead: true });
  return (await platform.documents.send(command)).Item;
}

const history = () => historyOf(platform, code);

describe("an item's way from draft to the public", () => {
  it("is drafted, published, rolled out, read by anybody, and each step is on record with its reason", async () => {
    const draft = draftOf({ code });
    const input = inputOf(draft);
    expect(await catalogue.save(input)).toMatchObject({
      ...input,
      id: `itm_${code}.0`,
      version: 0,
      publishedAt: null,
    });
    const now = platform.clock.now();
    const published = { ...input, id: `itm_${code}.1`, version: 1, publishedAt: now };
    expect(await catalogue.publish(code)).toMatchObject({ ...published, rollOut: [] });
    const rollOut = [{ region: "110000", stage: "GENERAL", since: now }];
    expect(await catalogue.rollOut(code, "110000", "GENERAL")).toMatchObject({ ...published, rollOut });
    expect(await catalogue.item(code, { region: "110105" })).toMatchObject({ ...published, rollOut });
    expect(await catalogue.node(`itm_${code}.1`)).toMatchObject({ code, version: 1 });
    expect(await history()).toEqual([
      { action: "catalogue.item.drafted", reason: "" },
      { action: "catalogue.item.published", reason: "version 1: 依法公布" },
      { action: "catalogue.item.rolled-out", reason: "110000 GENERAL: 试点" },
    ]);
  });

  it("keeps whatever a form may hold, as it was", async () => {
    const form = forPeople(
      JSON.parse(
        '{"type":"object","properties":{"constructor":{"type":"number","maximum":1e300,"minimum":-1e-300},"a/b%~ 税":{"type":"string","default":null,"examples":["",{"":1e300,"__proto__":{}}]}},"$defs":{}}',
      ),
    );
    must(await saveServiceItemDraft(draftOf({ code, form }), by(), platform.context(editorOf())));
    expect(await catalogue.publish(code)).toMatchObject({ __typename: "ServiceItem" });
    expect(JSON.stringify(at(await catalogue.item(code), "form"))).toBe(JSON.stringify(form));
  });

  it("takes materials, fees and their basis back out as they went in", async () => {
    const input = {
      ...inputOf(draftOf({ code })),
      fee: { amount: "12.30", basis: "京发改〔2020〕1号" },
      materials: [
        {
          code: "id",
          name: { zh: "身份证", en: "ID" },
          required: true,
          replacedByLicence: "resident-id-card",
        },
        { code: "photo", name: { zh: "照片", en: "Photo" }, required: false, replacedByLicence: null },
        {
          code: "paid",
          name: { zh: "缴存", en: "Paid" },
          required: true,
          filledBy: "HOUSING_FUND_CONTRIBUTIONS",
        },
      ],
    };
    await catalogue.save(input);
    expect(await catalogue.publish(code)).toMatchObject(input);
  });

  it("can be worked on again: the draft changes, and what is published stays until the next version", async () => {
    await catalogue.save(inputOf(draftOf({ code })));
    await catalogue.publish(code);
    await catalogue.save(inputOf(draftOf({ code, visits: 3 })));
    expect(await catalogue.item(code)).toMatchObject({ version: 1, visits: 0 });
    expect(await catalogue.draft(code)).toMatchObject({ version: 0, visits: 3 });
    await catalogue.rollOut(code, "110000", "GENERAL");
    expect(await catalogue.publish(code)).toMatchObject({ version: 2, visits: 3 });
    expect(await catalogue.item(code, { region: "110000" })).toMatchObject({ version: 2, visits: 3 });
    expect(await catalogue.item(code, { version: 1 })).toMatchObject({ version: 1, visits: 0, rollOut: [] });
    expect(await catalogue.item(code, { version: 3 })).toBeNull();
    expect(await catalogue.item(code, { version: 0 })).toBeNull();
    expect(await catalogue.item(code, { version: -1 })).toBeNull();
  });
});

const by = () => ({ actor: editorOf(), now: platform.clock.now() });

describe("a published version never changes", () => {
  it("by any later draft, publication or roll-out", async () => {
    await catalogue.save(inputOf(draftOf({ code })));
    await catalogue.publish(code);
    const before = await record(catalogueKeys.version(code, 1));
    expect(before).toBeDefined();
    await catalogue.save(inputOf(draftOf({ code, visits: 5 })));
    await catalogue.publish(code);
    await catalogue.rollOut(code, "110105", "PILOT");
    await catalogue.rollOut(code, "110105", "OFF");
    expect(await record(catalogueKeys.version(code, 1))).toEqual(before);
  });

  it("even for a write that claims to be that version", async () => {
    await catalogue.save(inputOf(draftOf({ code })));
    await catalogue.publish(code);
    const context = platform.context(editorOf());
    const version = await getVersion(context.database, code, 1);
    if (!version) throw new Error("no version");
    const change = {
      actor: context.actor,
      action: "test",
      aggregate: `item:${code}`,
      table: "registry",
    } as const;
    const writes = [putVersion(context.database, { ...version, visits: 9 })];
    const { now: at, requestId } = context;
    expect(await context.commit({ ...change, at, requestId, writes })).toMatchObject({ ok: false });
    expect(await catalogue.item(code)).toMatchObject({ visits: 0 });
  });

  it("of two who publish the same draft at once, exactly one makes the version", async () => {
    await catalogue.save(inputOf(draftOf({ code })));
    const [first, second] = [platform.context(editorOf()), platform.context(editorOf())];
    let other: ReturnType<typeof publishServiceItem> | undefined;
    const result = await publishServiceItem(code, { reason: "第一位" }, by(), {
      ...first,
      // The other one publishes after this one has read and decided, and before it writes.
      commit: async (change) => {
        other ??= publishServiceItem(code, { reason: "第二位" }, by(), second);
        await other;
        return first.commit(change);
      },
    });
    expect(await other).toMatchObject({ ok: true, value: { version: 1 } });
    expect(result).toMatchObject({ ok: false, error: { code: "NOT_ALLOWED_NOW", state: "PUBLISHED" } });
    expect(await record(catalogueKeys.version(code, 2))).toBeUndefined();
    expect((await history()).map(({ reason }) => reason)).toEqual(["", "version 1: 第二位"]);
  });

  it("of many who publish at once, exactly one makes the version", async () => {
    await catalogue.save(inputOf(draftOf({ code })));
    const results = await Promise.all(Array.from({ length: 8 }, () => catalogue.publish(code)));
    const outcomes = results.map((result) => textAt(result, "__typename")).sort();
    expect(outcomes).toEqual([...Array(7).fill("NotAllowedNow"), "ServiceItem"]);
  });

  it("is of the draft that its publisher has read: saved again since, it is looked at again", async () => {
    await catalogue.save(inputOf(draftOf({ code })));
    await catalogue.save(inputOf(draftOf({ code, visits: 3 })));
    for (const draftRevision of [1, 3])
      expect(await catalogue.publish(code, undefined, { draftRevision })).toMatchObject({
        ...{ __typename: "InvalidInput", code: "DRAFT_CHANGED" },
        path: ["draftRevision"],
      });
    expect(await catalogue.item(code)).toBeNull();
    expect(await catalogue.publish(code, undefined, { draftRevision: 2 })).toMatchObject({ visits: 3 });
  });

  it("and so where it is saved again while it is being published", async () => {
    await catalogue.save(inputOf(draftOf({ code })));
    const context = platform.context(editorOf());
    let replaced = false;
    const result = await publishServiceItem(code, { reason: "依法公布", draftRevision: 1 }, by(), {
      ...context,
      commit: async (change) => {
        if (!replaced) await catalogue.save(inputOf(draftOf({ code, visits: 3 })));
        replaced = true;
        return context.commit(change);
      },
    });
    expect(result).toMatchObject({ ok: false, error: { code: "DRAFT_CHANGED" } });
    expect(await catalogue.item(code)).toBeNull();
  });

  it("and what is published is what was checked, though the draft is replaced in between", async () => {
    await catalogue.save(inputOf(draftOf({ code })));
    const context = platform.context(editorOf());
    let replaced = false;
    const result = await publishServiceItem(code, { reason: "依法公布" }, by(), {
      ...context,
      commit: async (change) => {
        if (!replaced) await catalogue.save(inputOf(draftOf({ code, legalBasis: [] })));
        replaced = true;
        return context.commit(change);
      },
    });
    expect(result).toMatchObject({ ok: false, error: { code: "NOT_PUBLISHABLE" } });
    expect(await catalogue.item(code)).toBeNull();
  });
});

describe("a roll-out", () => {
  it("to the stage that a region has already changes nothing, not even its date", async () => {
    await catalogue.save(inputOf(draftOf({ code })));
    await catalogue.publish(code);
    const before = await catalogue.rollOut(code, "110000", "PILOT");
    platform.clock.advance(60_000);
    expect(await catalogue.rollOut(code, "110000", "PILOT")).toEqual(before);
    expect(await history()).toHaveLength(3);
  });
  it("of two regions at once loses neither", async () => {
    await catalogue.save(inputOf(draftOf({ code })));
    await catalogue.publish(code);
    await Promise.all(["110101", "110102", "110105"].map((where) => catalogue.rollOut(code, where, "PILOT")));
    const rollOut = at(await catalogue.item(code), "rollOut");
    const regions = Array.isArray(rollOut) ? rollOut.map((entry) => textAt(entry, "region")).sort() : [];
    expect(regions).toEqual(["110101", "110102", "110105"]);
  });
});
