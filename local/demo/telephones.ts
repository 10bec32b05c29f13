import type { Citizen } from "../../services/kernel/actor.ts";
import type { TransactItem } from "../../services/kernel/database/database.ts";
import type { Instant } from "../../services/kernel/runtime.ts";
import { keepNumber } from "../../services/people/telephones/mobile.ts";
import { getTelephone, putTelephone } from "../../services/people/telephones/store.ts";
import { type DemoWrites, must } from "./onboard.ts";

type Owner = { readonly actor: Citizen; readonly mobile: string };

/** The mobile of somebody of the demo city as their telephone, as if they had proven it: nobody can read its codes. */
export async function demoTelephoneProven(
  { actor, mobile }: Owner,
  provenAt: Instant,
  { database, secrets }: Pick<DemoWrites, "database" | "secrets">,
): Promise<TransactItem> {
  const store = { database, mode: "live" } as const;
  const telephone = { ...must(keepNumber(mobile, actor.id, secrets)), provenAt };
  const before = await getTelephone(store, actor.id);
  const none = { citizenId: actor.id, sent: [], revision: 0 };
  const { revision, ...known } = before ?? none;
  return putTelephone(store, { ...known, telephone, revision: revision + 1 }, before);
}
