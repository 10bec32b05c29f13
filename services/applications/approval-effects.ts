import type { ServiceItem } from "../catalogue/index.ts";
import {
  payWithdrawal,
  type WithdrawalPorts,
  type WithdrawalReason,
  withdrawalFacts,
} from "../housing-fund/index.ts";
import type { ApprovalEffect } from "../platform/approval-effect.ts";
import type { TransactItem } from "../platform/database.ts";
import { err, ok, type Result } from "../platform/result.ts";
import { isPerson } from "../platform/subject.ts";
import type { Application, FormData } from "./application.ts";

export type EffectPorts = WithdrawalPorts;

type Granted = { readonly application: Application; readonly form: FormData; readonly item: ServiceItem };

/** What was to be granted can no longer be brought about. */
export type EffectImpossible = { readonly code: "NOTHING_DRAWABLE" };

const REASONS: Record<ApprovalEffect, WithdrawalReason> = {
  HOUSING_FUND_RENT: "RENT",
  HOUSING_FUND_RETIREMENT: "RETIREMENT",
  HOUSING_FUND_LOAN_REPAYMENT: "LOAN_REPAYMENT",
};

/** A withdrawal from the subject's own account, whoever handles it for them; an enterprise has none. */
const wishOf = (effect: ApprovalEffect, { application: { id, subject }, form }: Omit<Granted, "item">) =>
  subject.kind === "PERSON"
    ? { reason: REASONS[effect], citizenId: subject.citizenId, application: id, form }
    : undefined;

/** What the grant of an application writes besides its decision, in the same commit. */
export async function effectsOf(
  ports: EffectPorts,
  { item, ...granted }: Granted,
): Promise<Result<readonly TransactItem[], EffectImpossible>> {
  if (!item.effect) return ok([]);
  const wish = wishOf(item.effect, granted);
  return wish ? payWithdrawal(ports, wish) : err({ code: "NOTHING_DRAWABLE" });
}

type Provider = (ports: EffectPorts, granted: Granted) => Promise<Readonly<Record<string, unknown>>>;

/** Where the facts that a rule reads come from. */
const FACTS = new Map<string, Provider>([
  [
    "housingFund",
    async (ports, { item, ...granted }) => {
      const wish = item.effect && wishOf(item.effect, granted);
      return wish ? withdrawalFacts(ports, wish) : {};
    },
  ],
  [
    "identity",
    async ({ secrets }, { application: { subject }, form }) => ({
      isOwn: isPerson(subject, `ctz_${secrets.citizenDigest(String(form["idNumber"] ?? ""))}`),
    }),
  ],
]);

/** The facts of these names; one that nobody provides is left out, and what reads it is unclear. */
export async function gatherFacts(
  names: readonly string[],
  ports: EffectPorts,
  granted: Granted,
): Promise<Readonly<Record<string, unknown>>> {
  const gathered = await Promise.all(
    names.map(async (name) => [name, await FACTS.get(name)?.(ports, granted)] as const),
  );
  return Object.fromEntries(gathered.filter(([, facts]) => facts !== undefined));
}
