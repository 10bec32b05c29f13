import type { LicenceRegister } from "../../../services/government/licences/registers/licence-register.ts";
import { takeChanges } from "../../../services/government/licences/registers/take-changes.ts";
import { commitTo } from "../../../services/kernel/commit/commit.ts";
import { ok } from "../../../services/kernel/result.ts";
import { ISSUER } from "../../government/licences/import/licence-rows.ts";
import type { TestPlatform } from "../../support/platform.ts";
import { type Guarded, twice } from "../world.ts";

let registers = 0;

/** A run that asks a new register, which has been elsewhere since each question, and states no licence. */
function newRegister(platform: TestPlatform): () => Promise<unknown> {
  registers += 1;
  let places = 0;
  const register: LicenceRegister = {
    ...{ name: `raced-${registers}`, authority: ISSUER, types: ["any"] },
    ask: async () => {
      places += 1;
      return ok({ changes: [], next: `place-${places}`, more: false });
    },
  };
  const open = () => {
    const database = platform.database();
    return { database, commit: commitTo(database) };
  };
  const { runtime, secrets } = platform.ports;
  return () => takeChanges(register, { open, runtime, secrets, requestId: "race", mode: "live" });
}

const STORE = "services/government/licences/registers/register-store.ts";
const PLACE = /^Put licence-register#\S+ place$/;

export const LICENCE_REGISTERS: Readonly<Record<string, Guarded>> = {
  [`${STORE} putPlace new`]: {
    record: PLACE,
    scene: async (platform) => twice(newRegister(platform)),
  },
  [`${STORE} putPlace over`]: {
    record: PLACE,
    scene: async (platform) => {
      const run = newRegister(platform);
      await run();
      return twice(run);
    },
  },
};
