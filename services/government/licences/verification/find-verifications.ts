import type { From } from "../../../kernel/database/full-page.ts";
import type { CitizenId } from "../../../kernel/ids.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import type { LicenceId } from "../ids.ts";
import { findOwnLicence } from "../repository/find-held-licences.ts";
import type { Repository } from "../repository/repository-store.ts";
import { listVerifications } from "./verification-store.ts";

/** A licence's verifications for one whose it is, or who binds the one whose it is; none for all others. */
export const findVerifications = async (
  ports: Repository & { readonly now: Instant },
  id: LicenceId,
  citizen: CitizenId,
  page: From<string>,
): Promise<Awaited<ReturnType<typeof listVerifications>>> =>
  (await findOwnLicence(ports, id, citizen)) ? listVerifications(ports, id, page, ports.now) : [];
