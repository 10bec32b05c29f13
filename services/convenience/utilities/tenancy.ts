import type { CivilDate } from "../../kernel/civil-date.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import type { Days } from "./tariffs/period.ts";
import { tenancyOf, type UtilityAccount } from "./utility-account.ts";

/** The holder of a biller's row, as it is kept, and the row's period. */
export type StatedHolder = Pick<UtilityAccount, "holder" | "holderProof"> & { readonly period: Days };

/** The tenancy that a row belongs to. */
export type PlacedRow = {
  readonly tenancy: UtilityAccount;
  /** Its record as it was read; none of one that the row begins. */
  readonly before?: UtilityAccount | undefined;
  /** The account's own record, where the tenancy is another one. */
  readonly account?: UtilityAccount | undefined;
  /** The tenancy that the row has ended. */
  readonly ended?: UtilityAccount | undefined;
};

export type HolderProblem = {
  readonly code: "PERIOD_OF_TWO_HOLDERS";
  readonly path: readonly string[];
  readonly values: { readonly since: CivilDate };
};

/**
 * The tenancy to which a row belongs, by the holder's name and the period. Another name than the account's is another
 * holder: of the time before, for whom the row is a last or late bill, or from the period on. A change of the holder
 * changes the contract (供电营业规则 2024), and debts stay with the one who made them (Civil Code, art. 465 (2)).
 */
export function placeRow(
  account: UtilityAccount,
  former: readonly UtilityAccount[],
  stated: StatedHolder,
): Result<PlacedRow, HolderProblem> {
  const { period, holderProof } = stated;
  const own = former.findLast(
    ({ until, ...each }) => each.holderProof === holderProof && until !== undefined && period.to <= until,
  );
  const { since = period.from } = account;
  const isBefore = period.to <= since;
  if (own && isBefore) return ok({ tenancy: own, before: own, account });
  if (account.holderProof === holderProof && (!isBefore || former.length === 0))
    return ok({ tenancy: account, before: account });
  const tenancy = Math.max(tenancyOf(account), ...former.map(tenancyOf)) + 1;
  if (isBefore) return ok({ tenancy: { ...tenancyFrom(account, tenancy, stated), until: since }, account });
  if (period.from < since) return err({ code: "PERIOD_OF_TWO_HOLDERS", path: ["from"], values: { since } });
  const { automatic: _, ...ended } = account;
  return ok({
    tenancy: { ...tenancyFrom(account, tenancy, stated), revision: account.revision + 1 },
    ...{ before: account, ended: { ...ended, until: period.from } },
  });
}

/** A holder begins with the home's meters and nothing of another's: no people, no order, no usage, no household. */
const tenancyFrom = (
  { id, biller, number, householdClass, registers }: UtilityAccount,
  tenancy: number,
  { holder, holderProof, period }: StatedHolder,
): UtilityAccount => ({
  ...{ id, biller, number, householdClass, registers, tenancy, holder, holderProof },
  ...{ since: period.from, boundBy: [], revision: 1 },
});
