import type { Partner, Scope } from "../../kernel/actor.ts";
import type { CitizenId } from "../../kernel/ids.ts";

/** The consents of one request, as far as a use case asks for them. */
export type OpenedConsents = {
  readonly open: (citizen: CitizenId) => Promise<unknown>;
  readonly scopesOf: (citizen: CitizenId) => readonly Scope[];
};

/** Whether a partner may read of a person what a scope stands for: its key has the scope, and a consent in force too. */
export async function readsByConsent(
  { actor, consents }: { readonly actor: Partner; readonly consents: OpenedConsents },
  citizen: CitizenId,
  scope: Scope,
): Promise<boolean> {
  if (!actor.scopes.includes(scope)) return false;
  await consents.open(citizen);
  return consents.scopesOf(citizen).includes(scope);
}
