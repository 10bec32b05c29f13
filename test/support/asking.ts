import { expect } from "vitest";
import { at, type Call, type Json, type TestPlatform } from "./platform.ts";

export type Asker = Pick<Call, "token" | "apiKey" | "headers">;

/** Asks for a field by the name of `result`, through the real HTTP handler; an error of the answer fails the test. */
export const askerOf =
  (platform: TestPlatform) =>
  async (
    query: string,
    variables: Call["variables"] = {},
    { token, apiKey, headers = {} }: Asker = {},
  ): Promise<Json> => {
    const by = { ...(token ? { token } : {}), ...(apiKey ? { apiKey } : {}), headers };
    const { data, errors } = await platform.call({ query, variables, ...by });
    expect(errors).toEqual([]);
    return at(data, "result");
  };

/** The nodes of the connection at a place of an answer. */
export function nodesAt(json: Json, ...path: readonly (string | number)[]): readonly Json[] {
  const edges = at(json, ...path, "edges");
  if (!Array.isArray(edges)) throw new Error(`no edges at ${path.join(".")} in ${JSON.stringify(json)}`);
  return edges.map((edge: Json) => at(edge, "node"));
}

/** The nodes of a whole list, page by page: `page` asks for the connection behind a cursor. */
export async function everyNode(page: (after: Json) => Promise<Json>): Promise<Json[]> {
  const all: Json[] = [];
  for (let after: Json = null; ; ) {
    const found = await page(after);
    all.push(...nodesAt(found));
    if (at(found, "pageInfo", "hasNextPage") === false) return all;
    after = at(found, "pageInfo", "endCursor");
  }
}
