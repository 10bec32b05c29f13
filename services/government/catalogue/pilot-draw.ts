import type { CitizenId } from "../../kernel/ids.ts";
import type { KeyUsedBy, Secrets } from "../../kernel/process/secrets.ts";

declare module "../../kernel/process/secrets.ts" {
  interface KeyUses {
    readonly "pilot-draw": KeyUsedBy<"government/catalogue", "mac">;
  }
}

/**
 * A citizen's place in the draw for an item's pilot, from 0 to below 100: the same whenever it is asked for, another for
 * another item, and nobody can work out their own or choose it.
 */
export const pilotPlace = (itemCode: string, citizen: CitizenId, { mac }: Pick<Secrets, "mac">): number =>
  (mac("pilot-draw", `${itemCode}\n${citizen}`).readUInt32BE(0) / 2 ** 32) * 100;
