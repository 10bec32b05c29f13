import type { Mode } from "../../kernel/actor.ts";
import type { Database } from "../../kernel/database/database.ts";
import { isId } from "../../kernel/ids.ts";
import type { Language } from "../../kernel/message.ts";
import type { Parts } from "../../kernel/parts.ts";
import { findPartnerName, type PartnerName } from "../partners/index.ts";
import type { Notification } from "./notification.ts";

export type NamePorts = {
  readonly database: Database;
  readonly parts: Pick<Parts, "namings">;
};

/** The names for the gaps of a text; empty where no name is known. */
export async function findNames(
  { database, parts }: NamePorts,
  { payload }: Pick<Notification, "payload">,
  { language, mode }: { readonly language: Language; readonly mode: Mode },
): Promise<Readonly<Record<string, string>>> {
  const names = parts.namings.map(async ({ gap, field, nameOf }) => {
    const code = payload[field];
    const name = code === undefined ? undefined : await nameOf(database, code, mode);
    return [gap, name?.[language] ?? ""] as const;
  });
  return Object.fromEntries(await Promise.all(names));
}

/** The partner that a notification is about; undefined where it is about none. */
export async function findNamedPartner(
  { database }: Pick<NamePorts, "database">,
  { payload }: Pick<Notification, "payload">,
): Promise<PartnerName | undefined> {
  const { partnerId = "" } = payload;
  return isId("ptn", partnerId) ? findPartnerName(database, partnerId) : undefined;
}
