import { dateAt } from "../../kernel/civil-date.ts";
import type { Database } from "../../kernel/database/database.ts";
import type { Instant } from "../../kernel/runtime.ts";
import {
  findNotice,
  type Remedies,
  type RemedyNotice,
  remediesAgainst,
} from "../../people/remedies/index.ts";
import type { ServiceItem } from "../catalogue/index.ts";
import type { Application } from "./application.ts";
import { type EffectParts, stakeOf } from "./effects.ts";
import { readCaseItem } from "./read-case-item.ts";
import { actAgainst, decidingBody, isNewlyAdverse, withNotice } from "./remedies.ts";
import { type ApplicationStore, findApplication } from "./store.ts";

type RemedyPorts = { readonly database: Database; readonly now: Instant };

/**
 * A change as it is written: an act that goes against the subject names the remedies of that moment (行政复议法实施条例, art.
 * 17; Administrative Licensing Law, art. 38 (2)). Every change of a case goes through this, so that none can forget it.
 */
export async function tellRemedies(
  ports: RemedyPorts,
  item: Pick<ServiceItem, "regions">,
  { next, before }: { readonly next: Application; readonly before: Application },
): Promise<Application> {
  if (!isNewlyAdverse(next, before)) return next;
  return withNotice(next, await findNotice(ports, decidingBody(next, item)));
}

/** The remedies that a refusal of the case would name now, for officers who are about to decide. */
export const findExpectedNotice = async (
  ports: RemedyPorts,
  application: Application,
): Promise<RemedyNotice> =>
  findNotice(ports, decidingBody(application, await readCaseItem(ports, application)));

/** The remedies against what stands against the case's subject now; undefined where nothing does. */
export async function findRemedies(
  ports: RemedyPorts & EffectParts,
  application: Application,
): Promise<Remedies | undefined> {
  const item = await readCaseItem(ports, application);
  const act = actAgainst(application, stakeOf(ports, item), dateAt(ports.now));
  if (!act) return undefined;
  const { against, servedOn, told } = act;
  // Of an act that named no online channel, the one that has been stated since is told.
  const isWhole = told?.authority.online !== undefined;
  const current = isWhole ? told : await findNotice(ports, decidingBody(application, item));
  return remediesAgainst(against, servedOn, { told, current });
}

/** The same of the case behind an id, for what its revocation has ended. */
export async function findRemediesIn(
  ports: RemedyPorts & EffectParts & ApplicationStore,
  id: string,
): Promise<Remedies | undefined> {
  const application = await findApplication(ports, id);
  return application && findRemedies(ports, application);
}
