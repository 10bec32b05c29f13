import type { Citizen, Partner } from "../../kernel/actor.ts";
import type { Database } from "../../kernel/database/database.ts";
import { isId } from "../../kernel/ids.ts";
import type { Secrets } from "../../kernel/process/secrets.ts";
import type { ConsentRequest } from "./consent-request.ts";
import { isTokenOf, requestIdOf } from "./consent-token.ts";
import { getConsentRequest } from "./store.ts";

export type FindRequestPorts = {
  readonly database: Pick<Database, "get">;
  readonly secrets: Pick<Secrets, "mac">;
};

/** The request behind a link's token; a wrong token is answered as one that never was. */
export async function findConsentRequest(
  token: string,
  { actor }: { readonly actor: Citizen },
  { database, secrets }: FindRequestPorts,
): Promise<ConsentRequest | undefined> {
  const id = requestIdOf(token);
  const request = id && (await getConsentRequest(database, actor.mode, id));
  if (!request || !isTokenOf(token, request.tokenHash, secrets)) return undefined;
  // Answered by somebody else: their answer is not this citizen's business.
  return request.citizenId && request.citizenId !== actor.id ? undefined : request;
}

/** A request that the partner made itself; another partner's is answered as one that never was. */
export async function findOwnConsentRequest(
  id: string,
  { actor }: { readonly actor: Partner },
  { database }: Pick<FindRequestPorts, "database">,
): Promise<ConsentRequest | undefined> {
  const request = isId("crq", id) ? await getConsentRequest(database, actor.mode, id) : undefined;
  return request?.partnerId === actor.id ? request : undefined;
}
