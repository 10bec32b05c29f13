import { maskName } from "../../../field/mask-name.ts";
import type { TransactItem } from "../../../kernel/database/database.ts";
import type { Secrets } from "../../../kernel/process/secrets.ts";
import type { Result } from "../../../kernel/result.ts";
import { listBindings, putBinding } from "../binding-store.ts";
import { checkUtilityAccount, listFormerTenancies, putUtilityAccount, type UtilityStore } from "../store.ts";
import type { Days } from "../tariffs/period.ts";
import { type HolderProblem, type PlacedRow, placeRow, type StatedHolder } from "../tenancy.ts";
import { isSameTenancy, tenancyOf, type UtilityAccount } from "../utility-account.ts";

/** The statement of a row about its holder. */
type HeldRow = { readonly holderName: string; readonly period: Days };
type Ports = UtilityStore & { readonly secrets: Secrets };

/** The tenancy of a known account to which a row belongs; former ones are looked for only where they can matter. */
export async function tenancyOfRow(
  ports: Ports,
  account: UtilityAccount,
  row: HeldRow,
): Promise<Result<PlacedRow, HolderProblem>> {
  const stated = holderIn(ports, account.id, row);
  const { since = row.period.from } = account;
  const isPlain = stated.holderProof === account.holderProof && row.period.to > since;
  const former = isPlain || tenancyOf(account) === 1 ? [] : await listFormerTenancies(ports, account.id);
  return placeRow(account, former, stated);
}

/** A row's holder as the account keeps one. */
export const holderIn = (
  { secrets }: Pick<Ports, "secrets">,
  id: UtilityAccount["id"],
  { holderName, period }: HeldRow,
): StatedHolder => ({
  ...{ holder: maskName(holderName), holderProof: holderProofOf(secrets, id, holderName), period },
});

/** The proof of a holder's name for one account, so that equal names show nowhere. */
export const holderProofOf = (secrets: Secrets, id: UtilityAccount["id"], name: string): string =>
  secrets.sign(`utility-holder\n${id}\n${plain(name)}`);

/** The same name, however it is typed: a further space ends no tenancy. */
const plain = (name: string): string =>
  name
    .normalize("NFKC")
    .replaceAll(/\s/gu, "")
    .replaceAll(/[·•‧・]/gu, "·")
    .toLowerCase();

/**
 * The writes by which a row finds its tenancy as it was read, or makes it what it is from now on (`after`). With a
 * tenancy end its bindings, and with its record the order by which its bills were paid.
 */
export async function writeTenancy(
  ports: UtilityStore,
  { before, account, ended }: Omit<PlacedRow, "tenancy">,
  after?: UtilityAccount,
): Promise<readonly TransactItem[]> {
  return [
    ...(account ? [checkUtilityAccount(ports, account)] : []),
    ...(after ? [putUtilityAccount(ports, after, before?.revision)] : []),
    ...(!after && before && !account ? [checkUtilityAccount(ports, before)] : []),
    ...(ended ? [putUtilityAccount(ports, ended), ...(await endBindings(ports, ended))] : []),
  ];
}

async function endBindings(ports: UtilityStore, ended: UtilityAccount): Promise<readonly TransactItem[]> {
  const found = await Promise.all(ended.boundBy.map((citizen) => listBindings(ports, citizen)));
  return found
    .flat()
    .filter((binding) => binding.account === ended.id && isSameTenancy(binding, ended))
    .map((binding) => putBinding(ports, binding, "ENDED"));
}
