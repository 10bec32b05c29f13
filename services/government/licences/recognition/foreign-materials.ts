import { dateAt } from "../../../kernel/civil-date.ts";
import type { HeldProvider } from "../../cases/index.ts";

/**
 * Licences of other regions that fill materials: nobody holds one here before it is shown, and one whose last day is over stands for
 * nothing any more. Nobody tells of a revocation there; a notice that names the material has the licence shown anew.
 */
export const foreignMaterials: HeldProvider = {
  source: "FOREIGN_LICENCES",
  find: async () => undefined,
  lookAgain: async ({ now }, _, { brought }) => {
    const until = brought?.evidence.foreignLicence?.validUntil;
    return until !== undefined && until < dateAt(now) ? { how: "OVER", end: "EXPIRED" } : { how: "STANDS" };
  },
};
