import { maskName } from "../../../field/mask-name.ts";
import { plainName } from "../../../field/plain-name.ts";
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
  const { since = row.period.from } = account;
  const isAccounts = holderIn(ports, account.id, row, [account]).holderProof === account.holderProof;
  if (isAccounts && row.period.from >= since) return ok({ tenancy: account, before: account });
  const [former, bills] = await Promise.all([
    listFormerTenancies(ports, account.id),
    listBills(ports, account.id),
  ]);
  return placeRow(account, former, heldTimes(bills), holderIn(ports, account.id, row, [account, ...former]));
}

/** A row's holder as the account keeps one; of one who is known already as they were kept. */
export function holderIn(
  { secrets }: Pick<Ports, "secrets">,
  id: UtilityAccount["id"],
  { holderName, period }: HeldRow,
  known: readonly UtilityAccount[] = [],
): StatedHolder {
  const proofs = holderProofsOf(secrets, id, holderName);
  const kept = proofs.find((proof) => known.some(({ holderProof }) => holderProof === proof));
  return { holder: maskName(holderName), holderProof: kept ?? proofs[0], period };
}

/**
 * The proofs of a holder's name for one account, so that equal names show nowhere: of the form in which names are compared,
 * and of the one that was kept before, which had a middle dot. A name that is only typed otherwise ends no tenancy.
 */
export const holderProofsOf = (
  secrets: Secrets,
  id: UtilityAccount["id"],
  name: string,
): readonly [string, string] => {
  const proofOf = (form: string): string => secrets.sign(`utility-holder\n${id}\n${form}`);
  return [proofOf(plainName(name)), proofOf(formerName(name))];
};

const formerName = (name: string): string =>
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
