import type { Mode } from "../../kernel/actor.ts";
import type { Database } from "../../kernel/database/database.ts";
import type { PartnerId } from "../../kernel/ids.ts";
import type { ConsentRequest } from "./consent-request.ts";
import { listRequestIds } from "./request-list-store.ts";
import { getConsentRequest } from "./store.ts";

type Listed = {
  readonly entries: readonly { readonly node: ConsentRequest; readonly position: string }[];
  readonly more: boolean;
};

/** The requests that were made in a partner's name, the latest first. For those who may act for it. */
export async function listRequestsOf(
  { id, mode }: { readonly id: PartnerId; readonly mode: Mode },
  page: { readonly first: number; readonly after?: string },
  { database }: { readonly database: Database },
): Promise<Listed> {
  const { entries, more } = await listRequestIds(database, mode, id, page);
  const found = entries.map(async ({ id: request, position }) => {
    const node = await getConsentRequest(database, mode, request);
    return node && { node, position };
  });
  return { entries: (await Promise.all(found)).filter((entry) => entry !== undefined), more };
}
