import type { Citizen } from "../../services/kernel/actor.ts";
import type { TransactItem } from "../../services/kernel/database/database.ts";
import type { Instant } from "../../services/kernel/runtime.ts";
import { numberAccount, putStated } from "../../services/money/payout-accounts/index.ts";
import { type DemoWrites, must } from "./onboard.ts";

type Owner = { readonly actor: Citizen; readonly idNumber: string };

/** The account to which somebody of the demo city is paid: made up, like their identity number. */
export const demoAccount = ({ actor, idNumber }: Owner, { secrets }: Pick<DemoWrites, "secrets">) =>
  must(numberAccount({ secrets, mode: "live" }, actor.id, `6222020${idNumber.slice(6, 17)}`));

/** As the fund centre has stated it. */
export const demoAccountStated = (
  owner: Owner,
  statedAt: Instant,
  { database, secrets }: Pick<DemoWrites, "database" | "secrets">,
): TransactItem =>
  putStated(
    { database, mode: "live" },
    { ...demoAccount(owner, { secrets }), bank: "中国工商银行" },
    statedAt,
  );
