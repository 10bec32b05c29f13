import type { TestPlatform } from "../../support/platform.ts";
import { ask, type Guarded, type Unraced } from "../world.ts";

let added = 0;

/** A supervisor adds a zone of Beijing's, another one each time. */
function zone(platform: TestPlatform) {
  const code = `11015${7 + (added % 3)}`;
  added += 1;
  return async () => {
    const token = await platform.tokens.officer({ roles: ["SUPERVISOR"], region: "11" });
    return ask(
      platform,
      { token },
      `recordRegionZone(input: { code: "${code}", name: "示范开发区${added}", parent: "110000",
        validFrom: "2026-01-01" }, reason: "设立") { __typename ... on RegionZone { code } }`,
    );
  };
}

export const REGIONS: Readonly<Record<string, Guarded | Unraced>> = {
  "services/government/regions/store.ts putZones new": {
    why: "there is one list of zones for all, and only the very first zone begins it",
  },
  "services/government/regions/store.ts putZones over": {
    record: /^Put region-zones all$/,
    scene: async (platform) => {
      await zone(platform)();
      return { late: zone(platform), meanwhile: zone(platform) };
    },
  },
};
