import { beforeEach, describe, expect, it } from "vitest";
import type { TestPlatform } from "../support/platform.ts";
import type { GuardKind } from "./guards-in-code.ts";
import { run } from "./race.ts";
import { type Guarded, MORNING, type Scenes, type Unraced } from "./world.ts";

/**
 * Races two changes on each guard's record, twice. As the code stands the late one is refused by that guard. Without the
 * guard it is written over the other, unless others refuse it: so it is this guard that refuses.
 */
export function raceEach(scenes: Scenes, platform: () => TestPlatform): void {
  const raced = Object.entries(scenes).flatMap(([name, said]) =>
    [said].flat().flatMap((one: Guarded | Unraced) => ("scene" in one ? [[name, one] as const] : [])),
  );

  describe("of two changes that were decided on the same state", () => {
    beforeEach(() => platform().clock.set(MORNING));

    it.each(raced)("the late one is refused by %s, and by nothing in its place", async (name, guarded) => {
      const { record, condition, scene } = guarded;
      const kind: GuardKind = name.endsWith(" new") ? "new" : "over";
      const guard = { record, condition, kind };
      const refused = await run(platform(), await scene(platform()), guard, { taken: false });
      expect(refused).toContainEqual(expect.stringMatching(record));
      platform().clock.set(MORNING);
      const others = refused?.filter((item) => !record.test(item)).length;
      const stillRefused = await run(platform(), await scene(platform()), guard, { taken: true });
      expect(stillRefused?.length ?? 0).toBe(others);
    });
  });
}
