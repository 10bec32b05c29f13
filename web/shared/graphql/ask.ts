import type { TypedDocumentString } from "../generated/graphql.ts";
import { currentLanguage } from "../settings/settings.ts";
import { freshToken, tokenInstead } from "../sign-in/session.ts";
import { type Answer, failed, send } from "./send.ts";

/** Sends an operation to the one endpoint, as the person who is signed in, or as nobody. */
export async function ask<T, V>(
  document: TypedDocumentString<T, V>,
  variables: V,
  signal?: AbortSignal,
): Promise<Answer<T>> {
  const token = await freshToken();
  if (token === "offline") return failed({ kind: "offline" });
  const answer = await send(document, variables, { headers: headersOf(token), signal });
  if (answer.ok || answer.trouble.kind !== "signed-out" || token === undefined) return answer;
  // Nothing was done, so it can be sent again by a sign-in that holds.
  const instead = await tokenInstead(token);
  return instead === undefined ? answer : send(document, variables, { headers: headersOf(instead), signal });
}

const headersOf = (token: string | undefined): Readonly<Record<string, string>> => ({
  "accept-language": currentLanguage(),
  ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
});
