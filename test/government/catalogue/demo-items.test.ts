import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DEMO_ITEMS, publishDemoItems } from "../../../local/demo/service-items.ts";
import { checkDraft } from "../../../services/government/catalogue/draft.ts";
import { formProblems } from "../../../services/government/catalogue/form-schema.ts";
import { publishable } from "../../../services/government/catalogue/service-item.ts";
import { must } from "../../support/must.ts";
import { at, startPlatform, type TestPlatform } from "../../support/platform.ts";
import { catalogueOf } from "./api.ts";
import { editorOf } from "./items.ts";

let platform: TestPlatform;
let catalogue: ReturnType<typeof catalogueOf>;
beforeAll(async () => {
  platform = await startPlatform();
  catalogue = catalogueOf(platform, () => platform.tokens.officer({ roles: ["CATALOGUE_EDITOR"] }));
  const editor = editorOf({ regionPrefix: "11" });
  await publishDemoItems(editor, platform.context(editor));
});
afterAll(() => platform.stop());

const FOOD = ["BJ-SCJG-SPJY-001", "BJ-SCJG-SPJY-002", "BJ-SCJG-SPJY-003"];
const CITY = ["BJ-GA-JZZSL-001", "BJ-GJJ-HDTQ-001", "BJ-GJJ-TXTQ-001", "BJ-GJJ-ZFTQ-001", ...FOOD];
const PILOT = "BJ-SCJG-GTSL-001";

describe("the demo city's service items", () => {
  it.each(DEMO_ITEMS.map(({ draft }) => [draft.name.zh, draft] as const))(
    "%s can be published",
    (_, draft) => {
      const { effects } = platform.ports.parts;
      expect(publishable(must(checkDraft(draft)), formProblems, effects)).toMatchObject({ ok: true });
    },
  );
  it("differ from region to region: Chaoyang has a pilot that the rest of Beijing has not", async () => {
    expect(await catalogue.listed("110000")).toEqual(CITY);
    expect(await catalogue.listed("110101")).toEqual(CITY);
    expect(await catalogue.listed("110105")).toEqual([...CITY, PILOT].sort());
    expect(await catalogue.listed("310000")).toEqual([]);
  });
  it.each([
    ["公积金租房", ["BJ-GJJ-ZFTQ-001"]],
    ["退休 提取", ["BJ-GJJ-TXTQ-001"]],
    ["食品许可", FOOD],
    ["营业执照", ["BJ-SCJG-SPJY-001"]],
    ["housing-fund", ["BJ-GJJ-HDTQ-001", "BJ-GJJ-TXTQ-001", "BJ-GJJ-ZFTQ-001"]],
  ])("are found by %s", async (search, codes) =>
    expect(await catalogue.listed("110000", { search })).toEqual(codes),
  );
  it("are published once, however often the demo city is set up", async () => {
    const editor = editorOf();
    await publishDemoItems(editor, platform.context(editor));
    for (const { draft } of DEMO_ITEMS) expect(at(await catalogue.item(draft.code), "version")).toBe(1);
  });
});
