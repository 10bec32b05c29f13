import { dateAt } from "../../../kernel/civil-date.ts";
import type { HeldProvider } from "../../cases/index.ts";
import { lookElsewhere } from "./look-elsewhere.ts";

/**
 * Licences of other regions that fill materials: nobody holds one here before it is shown. One whose last day is over stands for
 * nothing any more; of any other its own region is asked.
 */
export const foreignMaterials: HeldProvider = {
  source: "FOREIGN_LICENCES",
  find: async () => undefined,
  lookAgain: async ({ now }, _, { brought }) => {
    const until = brought?.evidence.foreignLicence?.validUntil;
    return until !== undefined && until < dateAt(now) ? { how: "OVER", end: "EXPIRED" } : undefined;
  },
  ask: async (ports, { brought }, at) => {
    const licence = brought?.evidence.foreignLicence;
    if (!licence) throw new Error("a licence of another region stands for a material without its proof");
    // No function has it but the API's, which alone decides on cases (infra/constructs/build-bundle.ts).
    return lookElsewhere(ports, licence, at);
  },
};
