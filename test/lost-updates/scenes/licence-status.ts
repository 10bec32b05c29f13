import { changeStatus, grant } from "../../government/licences/status/granted.ts";
import { ofSamePlace } from "../../government/licences/status/same-place.ts";
import type { Guarded } from "../world.ts";

const STORE = "services/government/licences/status/status-store.ts";
const PLACE = /^Put licence-status#\d+#\d+ place$/;

/** Places of the status lists. */
export const LICENCE_STATUS: Readonly<Record<string, Guarded>> = {
  [`${STORE} takePlace new`]: {
    record: PLACE,
    scene: async (platform) => {
      const [one, other] = ofSamePlace();
      return { late: () => grant(platform, one), meanwhile: () => grant(platform, other) };
    },
  },
  [`${STORE} putStatus over`]: {
    record: PLACE,
    scene: async (platform) => {
      const taken = await grant(platform);
      return {
        late: () => changeStatus(platform, taken, "SUSPENDED"),
        meanwhile: () => changeStatus(platform, taken, "INVALID"),
      };
    },
  },
};
