import { setImmediate as turn } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { eachInTurn } from "../../services/kernel/each-of.ts";

describe("a few at once, each in its turn", () => {
  it("are answered in their order, and the next begins as soon as one has ended", async () => {
    const begun: number[] = [];
    const slow = Promise.withResolvers<void>();
    const all = Array.from({ length: 40 }, (_, i) => i);
    const done = eachInTurn(all, async (each) => {
      begun.push(each);
      if (each === 0) await slow.promise;
      return each * 2;
    });
    for (let i = 0; i < 200; i += 1) await turn();
    // The first one holds up none of the others.
    expect(begun).toEqual(all);
    slow.resolve();
    expect(await done).toEqual(all.map((each) => each * 2));
    expect(await eachInTurn([], () => Promise.reject(new Error("nobody")))).toEqual([]);
  });

  it("are 16 at most at any time", async () => {
    let [now, most] = [0, 0];
    await eachInTurn(Array.from({ length: 60 }), async () => {
      now += 1;
      most = Math.max(most, now);
      await turn();
      now -= 1;
    });
    expect(most).toBe(16);
  });

  it("begin no more once one has failed", async () => {
    const begun: number[] = [];
    const all = Array.from({ length: 60 }, (_, i) => i);
    const done = eachInTurn(all, async (each) => {
      begun.push(each);
      await turn();
      if (each === 3) throw new Error("no");
    });
    await expect(done).rejects.toThrow("no");
    for (let i = 0; i < 20; i += 1) await turn();
    expect(begun.length).toBeLessThan(all.length);
  });
});
