import type { Officer } from "../../../kernel/actor.ts";
import { fullPage, type Onward } from "../../../kernel/database/full-page.ts";
import { covers } from "../../../kernel/jurisdiction.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import type { Application } from "../application.ts";
import { listDecisions } from "../decided-store.ts";
import type { DecidedPlace } from "../keys.ts";
import { readCase } from "../read-case.ts";
import type { ApplicationStore } from "../store.ts";

type Ports = ApplicationStore & { readonly actor: Officer; readonly now: Instant };

export type DecidedCase = { readonly application: Application; readonly at: string };

/**
 * A page of the cases that a department has decided in a region in a month, oldest decision first; one decided again
 * after an appeal stands in it for each. Left out are the officer's own. Errors: OUTSIDE_JURISDICTION.
 */
export async function listDecided(
  ports: Ports,
  place: DecidedPlace,
  page: { readonly first: number; readonly after?: string },
): Promise<
  Result<
    { readonly cases: readonly DecidedCase[]; readonly more: Onward<string> },
    { readonly code: "OUTSIDE_JURISDICTION" }
  >
> {
  if (!covers(ports.actor, place)) return err({ code: "OUTSIDE_JURISDICTION" });
  const { entries: cases, more } = await fullPage(page, async (from) => {
    const { entries, more } = await listDecisions(ports, place, from);
    const found = await Promise.all(entries.map(({ id, at }) => findDecidedCase(ports, id, at)));
    return { entries: found.flatMap((one) => one ?? []), next: more ? entries.at(-1)?.at : undefined };
  });
  return ok({ cases, more });
}

async function findDecidedCase(
  ports: Ports,
  id: Application["id"],
  at: string,
): Promise<DecidedCase | undefined> {
  const application = await readCase(ports, id);
  return application && { application, at };
}
