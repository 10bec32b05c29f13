import type { CreditCode } from "../../field/credit-code.ts";
import { type BindingCapacity, enterpriseAs } from "../../field/subject.ts";
import type { TransactItem } from "../../kernel/database/database.ts";
import type { CitizenId } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/runtime.ts";
import type { Enterprise } from "./enterprise.ts";
import { type Matter, mayBind } from "./standing.ts";
import {
  checkAuthorities,
  checkEnterprise,
  type EnterpriseStore,
  getAuthorities,
  getEnterprise,
} from "./store.ts";

/** The register's statement about an enterprise, and in what capacity one person may bind it in a matter. */
export type Registration = {
  readonly enterprise: Enterprise;
  /** None for a stranger. */
  readonly capacity?: BindingCapacity;
  /** A commit with these stands only while both are as they were read. */
  readonly unchanged: readonly TransactItem[];
};

/** How a person stands to an enterprise in a matter that an authority has to name; undefined where it is not on record. */
export async function lookUpRegistration(
  store: EnterpriseStore,
  creditCode: CreditCode,
  citizen: CitizenId,
  { matter, now }: { readonly matter: Matter; readonly now: Instant },
): Promise<Registration | undefined> {
  const [enterprise, authorities] = await Promise.all([
    getEnterprise(store, creditCode),
    getAuthorities(store, enterpriseAs(creditCode), citizen),
  ]);
  if (!enterprise) return undefined;
  const capacity = mayBind(citizen, { enterprise, authorities }, matter, now);
  const unchanged = [
    checkEnterprise(store, enterprise),
    ...(capacity === "AGENT" && authorities ? [checkAuthorities(store, authorities)] : []),
  ];
  return { enterprise, unchanged, ...(capacity ? { capacity } : {}) };
}
