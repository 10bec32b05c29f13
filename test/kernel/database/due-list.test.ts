import { expect, it } from "vitest";
import { sweepLists } from "../../../services/kernel/database/due-list.ts";
import type { Instant } from "../../../services/kernel/runtime.ts";

const NOW = "2026-03-02T02:00:00.000Z" as Instant;
const LATER = "2026-03-02T02:10:00.000Z" as Instant;
/** Three lists of sixty that are due. */
const LISTS = ["a", "b", "c"] as const;
const items = (list: string) =>
  Array.from({ length: 60 }, (_, i) => ({ place: `${list}${String(i).padStart(2, "0")}` }));

async function swept(options: { failing?: string; unreadable?: string; now?: () => Instant } = {}) {
  const done: string[] = [];
  const run = sweepLists(LISTS, {
    ...{ now: options.now ?? (() => NOW), until: LATER },
    read: async (list, { after, limit }) => {
      if (list === options.unreadable) throw new Error(`${list} cannot be read`);
      return items(list)
        .filter(({ place }) => place > after)
        .slice(0, limit);
    },
    one: async ({ place }) => {
      if (place === options.failing) throw new Error(`${place} cannot be done`);
      done.push(place);
    },
  });
  return { done, outcome: await run };
}

const ALL = LISTS.flatMap(items).map(({ place }) => place);

it("a sweep comes to the end of all lists, page by page, each once", async () => {
  const { done, outcome } = await swept();
  expect(outcome).toEqual({ finished: true, faults: [] });
  expect(done.toSorted()).toEqual(ALL);
});

it("what cannot be done keeps nothing else from its turn, and is told at the end", async () => {
  const { done, outcome } = await swept({ failing: "a03" });
  expect(done.toSorted()).toEqual(ALL.filter((place) => place !== "a03"));
  expect(outcome).toMatchObject({ finished: true, faults: [{ message: "a03 cannot be done" }] });
});

it("a list that cannot be read keeps no other from its turn", async () => {
  const { done, outcome } = await swept({ unreadable: "b" });
  expect(done.toSorted()).toEqual(ALL.filter((place) => !place.startsWith("b")));
  expect(outcome).toMatchObject({ faults: [{ message: "b cannot be read" }] });
});

it("begins with another list at each call, and begins nothing once its time is over", async () => {
  const firsts = new Set<string>();
  for (const minute of ["00", "10", "20"]) {
    let calls = 0;
    const now = () => {
      calls += 1;
      // Time for one page.
      return (calls <= 3 ? `2026-03-02T01:${minute}:00.000Z` : LATER) as Instant;
    };
    const { done, outcome } = await swept({ now });
    expect(outcome).toEqual({ finished: false, faults: [] });
    expect(done.length).toBeLessThan(60);
    firsts.add(done[0]?.[0] ?? "none");
  }
  expect(firsts).toEqual(new Set(LISTS));
});
