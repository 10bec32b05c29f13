import { getNamedType } from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PAGE_SIZE_MAX } from "../../../services/api/relay.ts";
import { at, type Json, textAt } from "../../support/platform.ts";
import { schema } from "../../support/schema.ts";
import { fieldsOf } from "../access/callers.ts";
import { CONNECTIONS, type Listed } from "./registry.ts";
import { type As, applicantOf, startWorld, type World } from "./world.ts";

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world?.platform.stop());

type Page = {
  readonly cursors: readonly string[];
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  readonly startCursor: Json;
  readonly endCursor: Json;
};

const DECLARED = "query ($first: Int, $after: String)";

async function read(
  { as, query, path }: Listed,
  variables: Readonly<Record<string, unknown>>,
): Promise<Page> {
  const page = at(await world.ask(as, `${DECLARED} { ${query} }`, variables), ...path);
  const edges = at(page, "edges");
  return {
    cursors: (Array.isArray(edges) ? edges : []).map((edge) => textAt(edge, "cursor")),
    hasNextPage: at(page, "pageInfo", "hasNextPage") === true,
    hasPreviousPage: at(page, "pageInfo", "hasPreviousPage") === true,
    startCursor: at(page, "pageInfo", "startCursor"),
    endCursor: at(page, "pageInfo", "endCursor"),
  };
}

/** All pages of a size, to the one that says that there is no more. */
async function walk(list: Listed, first: number): Promise<readonly Page[]> {
  const pages: Page[] = [];
  let after: Json = null;
  do {
    const page = await read(list, { first, after });
    pages.push(page);
    after = page.endCursor;
    if (pages.length > PAGE_SIZE_MAX + 1) throw new Error("the pages do not end");
  } while (pages.at(-1)?.hasNextPage);
  return pages;
}

/** The rules that hold for any list, for pages of one, of the whole list exactly, and of sizes around these. */
async function expectWhole(list: Listed, atLeast: number): Promise<number> {
  const whole = await read(list, { first: PAGE_SIZE_MAX });
  const all = whole.cursors;
  expect(all.length).toBeGreaterThanOrEqual(atLeast);
  // A list of more than a page is walked as far as its first one.
  const count = all.length;
  const sizes = [1, Math.ceil(count / 2), count - 1, count, count + 1].filter(
    (size) => size >= 1 && size <= PAGE_SIZE_MAX && count / size <= 12,
  );
  for (const size of new Set(sizes)) {
    const pages = await walk(list, size);
    if (!whole.hasNextPage) {
      expect(pages.flatMap(({ cursors }) => cursors)).toEqual(all);
      expect(pages.map(({ cursors }) => cursors.length)).toEqual(
        Array.from({ length: Math.ceil(count / size) }, (_, i) => Math.min(size, count - i * size)),
      );
    }
    for (const [i, page] of pages.entries()) {
      expect(page.hasNextPage).toBe(i < pages.length - 1);
      expect(page.hasPreviousPage).toBe(i > 0);
      expect([page.startCursor, page.endCursor]).toEqual([page.cursors[0], page.cursors.at(-1)]);
    }
  }
  return count;
}

describe("every connection of the schema", () => {
  it("stands in the registry", () => {
    const fields = fieldsOf(schema).flatMap(({ type, name }) => {
      const field = type.getFields()[name];
      return field && getNamedType(field.type).name.endsWith("Connection") ? [`${type.name}.${name}`] : [];
    });
    expect(Object.keys(CONNECTIONS).sort()).toEqual(fields.sort());
  });

  it.each(Object.entries(CONNECTIONS))("%s: hasNextPage is true only if there is more", async (name, of) => {
    const list = await of(world);
    await expectWhole(list, name === "Query.siteInspections" ? 1 : 2);
  });

  it.each(Object.entries(CONNECTIONS))("%s: null is the default of first and after", async (_, of) => {
    const list = await of(world);
    const given = await read(list, { first: null, after: null });
    const omitted = await read(list, {});
    expect(given).toEqual(omitted);
    expect(given.cursors.length).toBeGreaterThan(0);
  });
});

/** Lists of which an officer does not see what is their own; each with where its cases stand. */
const OWN_LEFT_OUT: readonly (readonly [string, readonly string[], DemoReader])[] = [
  ["Query.workQueue", ["application", "id"], "reviewer"],
  ["Query.escalations", ["application", "id"], "supervisor"],
  ["Query.decidedApplications", ["id"], "auditor"],
  ["Query.evaluationsToHandle", ["application", "id"], "supervisor"],
  ["Query.rulingsToReview", ["application", "id"], "supervisor"],
];
type DemoReader = "reviewer" | "supervisor" | "auditor";

describe("a list of which the last entries are not for its reader", () => {
  it.each(OWN_LEFT_OUT)("ends where what they see ends: %s", async (name, path, officer) => {
    const list = await CONNECTIONS[name]?.(world);
    if (!list) throw new Error(`${name} is not in the registry`);
    const nodes = list.query.replace("edges { cursor }", `edges { cursor node { ${nested(path)} } }`);
    const edges = at(
      await world.ask(list.as, `${DECLARED} { ${nodes} }`, { first: PAGE_SIZE_MAX }),
      ...list.path,
      "edges",
    );
    const ids = (Array.isArray(edges) ? edges : []).map((edge) => textAt(edge, "node", ...path));
    const last = ids.at(-1);
    if (last === undefined) throw new Error(`${name} is empty`);
    const as: As = await world.as.officer(officer, { person: await applicantOf(world, last) });
    const count = await expectWhole({ ...list, as }, 1);
    expect(count).toBeLessThan(ids.length);
  });
});

const nested = (path: readonly string[]): string =>
  path.reduceRight((inner, step) => (inner === "" ? step : `${step} { ${inner} }`), "");
