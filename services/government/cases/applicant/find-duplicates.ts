import type { Actor } from "../../../kernel/actor.ts";
import type { Application } from "../application.ts";
import { handles } from "../circle.ts";
import { type ApplicationStore, findApplication } from "../store.ts";

/**
 * The open applications to which a further one is a duplicate, as the caller may see them: a clerk serves the person
 * present in their own jurisdiction, and sees no case of another.
 */
export async function findDuplicates(
  { actor, ...store }: ApplicationStore & { readonly actor: Actor },
  open: readonly string[],
): Promise<readonly Application[]> {
  const found = await Promise.all(open.map((id) => findApplication(store, id)));
  return found.flatMap((one) => (one && (actor.kind !== "OFFICER" || handles(actor, one)) ? [one] : []));
}
