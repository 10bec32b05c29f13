import { maskName } from "../../../field/mask-name.ts";
import type { TransactItem } from "../../../kernel/database/database.ts";
import type { Secrets } from "../../../kernel/process/secrets.ts";
import { ok, type Result } from "../../../kernel/result.ts";
import {
  checkUtilityAccount,
  getFormerTime,
  listFormerTenancies,
  putUtilityAccount,
} from "../account-store.ts";
import { type BindingState, listReadable, putBinding } from "../binding-store.ts";
import { listBills, type UtilityStore } from "../store.ts";
import type { Days } from "../tariffs/period.ts";
import { type HolderProblem, heldTimes, type PlacedRow, placeRow, type StatedHolder } from "../tenancy.ts";
import { isSameTenancy, type UtilityAccount } from "../utility-account.ts";

/** The statement of a row about its holder. */
type HeldRow = { readonly holderName: string; readonly period: Days };
type Ports = UtilityStore & { readonly secrets: Secrets };

/** The tenancy of a known account to which a row belongs; the others are looked for only where they can matter. */
export async function tenancyOfRow(
  ports: Ports,
  account: UtilityAccount,
  row: HeldRow,
): Promise<Result<PlacedRow, HolderProblem>> {
  const stated = holderIn(ports, account.id, row);
  const { since = row.period.from } = account;
  if (stated.holderProof === account.holderProof && row.period.from >= since)
    return ok({ tenancy: account, before: account });
  const [former, bills] = await Promise.all([
    listFormerTenancies(ports, account.id),
    listBills(ports, account.id),
  ]);
  return placeRow(account, former, heldTimes(bills), stated);
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
 * tenancy end its bindings, and rest with its record the order by which its bills were paid. A row of another time than
 * the account's changes the account's revision: of two such rows each finds the other.
 */
export async function writeTenancy(
  ports: UtilityStore,
  { before, account, ended, revived }: Omit<PlacedRow, "tenancy">,
  after?: UtilityAccount,
): Promise<readonly TransactItem[]> {
  const past = ended && (await getFormerTime(ports, ended));
  return [
    ...(account
      ? [putUtilityAccount(ports, { ...account, revision: account.revision + 1 }, account.revision)]
      : []),
    ...(after ? [putUtilityAccount(ports, after, before?.revision)] : []),
    ...(!after && before && !account ? [checkUtilityAccount(ports, before)] : []),
    ...(ended ? [putUtilityAccount(ports, ended, past?.revision)] : []),
    ...(ended ? await writeBindings(ports, ended, "ENDED") : []),
    ...(revived ? await standAgain(ports, revived) : []),
  ];
}

/** A tenancy stands again: what was written of the time when it did not is kept, and says so. */
const standAgain = async (ports: UtilityStore, revived: UtilityAccount): Promise<readonly TransactItem[]> => [
  putUtilityAccount(
    ports,
    { ...revived, reversed: "STANDS_AGAIN", revision: revived.revision + 1 },
    revived.revision,
  ),
  ...(await writeBindings(ports, revived, "BOUND")),
];

/** The bindings of the people of a tenancy, as they are from now on. */
export async function writeBindings(
  ports: UtilityStore,
  tenancy: UtilityAccount,
  state: BindingState,
): Promise<readonly TransactItem[]> {
  const found = await Promise.all(tenancy.boundBy.map((citizen) => listReadable(ports, citizen)));
  return found
    .flat()
    .filter((binding) => binding.account === tenancy.id && isSameTenancy(binding, tenancy))
    .map((binding) => putBinding(ports, binding, state));
}
