import { personAs } from "../../../field/subject.ts";
import type { Mode } from "../../../kernel/actor.ts";
import type { Database } from "../../../kernel/database/database.ts";
import type { CitizenId } from "../../../kernel/ids.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import { listPrincipals } from "../../../people/enterprises/index.ts";
import { type DueApplication, listDueOf } from "./duty-store.ts";

/**
 * The first of the applications that wait for what an applicant does, by due date, of a citizen and of whom they may act
 * for as of now: the matter stays with whose it is, no matter who began it, and leaves an agent with their authority.
 */
export async function listDueApplications(
  ports: { readonly database: Database; readonly mode: Mode; readonly now: Instant },
  citizen: CitizenId,
  first: number,
): Promise<readonly DueApplication[]> {
  const [own, principals] = await Promise.all([
    listDueOf(ports, personAs(citizen), { first, isAgent: false }),
    listPrincipals(ports, citizen, ports.now),
  ]);
  const others = await Promise.all(
    principals.map(({ subject, standing: { capacity, items } }) =>
      listDueOf(ports, subject, { first, items, isAgent: capacity === "AGENT" }),
    ),
  );
  const soonestFirst = [own, ...others].flat().sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1));
  return soonestFirst.slice(0, first);
}

const placeOf = ({ dueOn, id }: DueApplication): string => `${dueOn}#${id}`;
