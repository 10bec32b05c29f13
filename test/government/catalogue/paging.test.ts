import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findServiceItems } from "../../../services/government/catalogue/find-service-items.ts";
import { must } from "../../support/must.ts";
import { at, type Json, startPlatform, type TestPlatform, textAt } from "../../support/platform.ts";
import { catalogueOf } from "./api.ts";
import { draftOf, editorOf, publishItem, region, type Stages } from "./items.ts";

let platform: TestPlatform;
let catalogue: ReturnType<typeof catalogueOf>;
beforeAll(async () => {
  platform = await startPlatform();
  catalogue = catalogueOf(platform, () => platform.tokens.officer({ roles: ["CATALOGUE_EDITOR"] }));
});
afterAll(() => platform.stop());

describe("paging through 250 items", () => {
  const [CITY, DISTRICT] = ["510100", "510104"];
  const codes = Array.from({ length: 250 }, (_, i) => `CD-${String(i).padStart(4, "0")}`);
  /** On in the district, the city, both; or off in the district though the city has it on. */
  const stagesOf = (i: number): Stages => {
    if (i % 10 === 3) return { [CITY]: "GENERAL", [DISTRICT]: "OFF" };
    if (i % 3 === 0) return { [DISTRICT]: "PILOT" };
    return i % 3 === 1 ? { [CITY]: "GENERAL" } : { [CITY]: "GENERAL", [DISTRICT]: "GENERAL" };
  };
  const inDistrict = codes.filter((_, i) => i % 10 !== 3);
  const inCity = codes.filter((_, i) => i % 10 === 3 || i % 3 !== 0);

  beforeAll(async () => {
    for (const [i, code] of codes.entries()) {
      const name = { zh: i % 4 === 0 ? "租房补贴" : "居住登记", en: "Item" };
      await publishItem(platform, draftOf({ code, name, regions: [region(CITY)] }), stagesOf(i));
    }
  });

  async function page(args: string, after: string | null): Promise<Json> {
    const query = `query ($after: String) { serviceItems(${args}, after: $after) {
      edges { cursor node { code } } pageInfo { hasNextPage hasPreviousPage endCursor } } }`;
    const { data, errors } = await platform.call({ query, variables: { after } });
    expect(errors).toEqual([]);
    return at(data, "serviceItems");
  }

  async function walk(args: string): Promise<string[][]> {
    const pages: string[][] = [];
    for (let after: string | null = null; ; ) {
      const one = await page(args, after);
      const edges = at(one, "edges");
      pages.push(Array.isArray(edges) ? edges.map((edge) => textAt(edge, "node", "code")) : []);
      expect(at(one, "pageInfo", "hasPreviousPage")).toBe(after !== null);
      if (at(one, "pageInfo", "hasNextPage") === false) return pages;
      after = textAt(one, "pageInfo", "endCursor");
    }
  }

  it.each([1, 7, 45, 100])(
    "in pages of %i shows each once, in order, and fills every page but the last",
    async (first) => {
      if (first === 1) {
        expect((await walk(`region: "${DISTRICT}", search: "CD-000", first: 1`)).flat()).toEqual(
          inDistrict.slice(0, 9),
        );
        return;
      }
      const pages = await walk(`region: "${DISTRICT}", first: ${first}`);
      expect(pages.flat()).toEqual(inDistrict);
      expect(pages.slice(0, -1).every((one) => one.length === first)).toBe(true);
      expect(pages).toHaveLength(Math.ceil(inDistrict.length / first));
      expect((await walk(`region: "${CITY}", first: ${first}`)).flat()).toEqual(inCity);
    },
  );

  it("fills the pages of a filtered list as well", async () => {
    const pages = await walk(`region: "${DISTRICT}", search: "补贴租房", first: 20`);
    expect(pages.flat()).toEqual(codes.filter((_, i) => i % 4 === 0 && i % 10 !== 3));
    expect(pages.slice(0, -1).every((one) => one.length === 20)).toBe(true);
  });

  it("goes on in the same place when an item before it is switched off and one behind it on", async () => {
    const args = `region: "${DISTRICT}", first: 10`;
    const first = await page(args, null);
    await catalogue.rollOut("CD-0001", DISTRICT, "OFF");
    await catalogue.rollOut("CD-0013", DISTRICT, "PILOT");
    const second = await page(args, textAt(first, "pageInfo", "endCursor"));
    expect(textAt(first, "edges", 9, "node", "code")).toBe("CD-0010");
    expect(textAt(second, "edges", 0, "node", "code")).toBe("CD-0011");
    expect(textAt(second, "edges", 2, "node", "code")).toBe("CD-0013");
    await catalogue.rollOut("CD-0001", DISTRICT, "GENERAL");
    await catalogue.rollOut("CD-0013", DISTRICT, "OFF");
  });

  it("a cursor holds for its region, audience and search only", async () => {
    const after = textAt(await page(`region: "${DISTRICT}", first: 5`, null), "pageInfo", "endCursor");
    const others = [
      `region: "${CITY}"`,
      `region: "${DISTRICT}", audience: NATURAL_PERSON`,
      `region: "${DISTRICT}", search: "租房"`,
    ];
    for (const args of others) {
      const query = `{ serviceItems(${args}, after: "${after}") { edges { cursor } } }`;
      const { errors } = await platform.call({ query });
      expect(errors[0]).toMatchObject({ extensions: { code: "BAD_USER_INPUT" } });
    }
  });

  it("costs a page, not the catalogue: at most two round trips deep", async () => {
    const context = platform.context(editorOf());
    const filter = {
      region: region(DISTRICT),
      audience: undefined,
      lifeEvent: undefined,
      search: "",
      asker: {},
    };
    must(await findServiceItems(filter, { first: 20, after: "CD-0100" }, context.database));
    const { roundTripsDeep, calls } = context.database.usage();
    expect({ roundTripsDeep, calls }).toEqual({ roundTripsDeep: 2, calls: 4 });
  });
});
