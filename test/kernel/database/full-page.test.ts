import { array, assert, asyncProperty, boolean, integer } from "fast-check";
import { describe, expect, it } from "vitest";
import { type From, fullPage, STRETCHES_MAX } from "../../../services/kernel/database/full-page.ts";

/** A list by whether each entry is for its reader; an entry's place is its number. */
function listOf(isTheirs: readonly boolean[]) {
  const calls: number[] = [];
  const read = async ({ first, after = -1 }: From<number>) => {
    calls.push(first);
    const places = isTheirs.map((_, place) => place).slice(after + 1, after + 1 + first);
    const isEnd = after + 1 + first >= isTheirs.length;
    return { entries: places.filter((place) => isTheirs[place]), next: isEnd ? undefined : places.at(-1) };
  };
  return { calls, read };
}

describe("a page of a list of which not all is for its reader", () => {
  it("takes a bounded number of reads, and by its cursor the next ones come to all that is", async () => {
    const list = array(boolean(), { maxLength: 900 });
    await assert(
      asyncProperty(list, integer({ min: 1, max: 101 }), async (isTheirs, first) => {
        const wanted = isTheirs.flatMap((is, place) => (is ? [place] : []));
        const found: number[] = [];
        let after: number | undefined;
        for (;;) {
          const { calls, read } = listOf(isTheirs);
          const page = await fullPage({ first, ...(after === undefined ? {} : { after }) }, read);
          expect(calls.length).toBeLessThanOrEqual(STRETCHES_MAX);
          found.push(...page.entries);
          if (page.more === false) break;
          const last = typeof page.more === "object" ? page.more.behind : page.entries.at(-1);
          // However short a page is, the next one begins further on.
          expect(last).toBeGreaterThan(after ?? -1);
          after = last;
        }
        expect(found).toEqual(wanted);
      }),
    );
  });

  it("of one entry behind hundreds that are not, comes to it in a few pages, none of many reads", async () => {
    const isTheirs = [...Array<boolean>(500).fill(false), true];
    const pages: unknown[] = [];
    let after: number | undefined;
    do {
      const { calls, read } = listOf(isTheirs);
      const { entries, more } = await fullPage({ first: 1, ...(after === undefined ? {} : { after }) }, read);
      pages.push([calls, entries]);
      after = typeof more === "object" ? more.behind : undefined;
    } while (after !== undefined);
    const short = [[1, 100, 100], []];
    expect(pages).toEqual([short, short, [[1, 100], [500]]]);
  });

  it("is the last one where it is not full, and says nothing of where to go on", async () => {
    const { read } = listOf([true, false, true]);
    expect(await fullPage({ first: 3 }, read)).toEqual({ entries: [0, 2], more: false });
  });
});
