import type { CitizenId } from "../../../kernel/ids.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import { representativeOf } from "../../../people/enterprises/index.ts";
import type { ElectronicLicence } from "../repository/electronic-licence.ts";
import { readsAsHolder } from "../repository/find-held-licences.ts";
import type { CopyStore } from "./copy-store.ts";
import type { LicenceCopy } from "./licence-copy.ts";

/**
 * The people who are told of a copy: its licence's holder, of an enterprise the legal representative, and the one who has shared it,
 * as long as they read the licence.
 */
export async function toldOf(
  ports: CopyStore & { readonly now: Instant },
  { sharedBy }: Pick<LicenceCopy, "sharedBy">,
  licence: Pick<ElectronicLicence, "holder">,
): Promise<readonly CitizenId[]> {
  const [holder, isReader] = await Promise.all([
    representativeOf(ports, licence.holder),
    readsAsHolder(ports, licence, sharedBy),
  ]);
  return [...(holder ? [holder] : []), ...(isReader ? [sharedBy] : [])];
}
