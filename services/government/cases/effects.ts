import { isPerson } from "../../field/subject.ts";
import type { TransactItem } from "../../kernel/database/database.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import type { ApprovalEffect, WithdrawalEffect } from "../catalogue/approval-effect.ts";
import type { ServiceItem } from "../catalogue/index.ts";
import type { FactGroup, FactsOf } from "../catalogue/rule-facts.ts";
import {
  payWithdrawal,
  type TakeBackPorts,
  takeBackWithdrawal,
  type WithdrawalPorts,
  type WithdrawalReason,
  withdrawalFacts,
} from "../housing-fund/index.ts";
import {
  grantLicence,
  type LicenceAct,
  type LicenceImpossible,
  licenceObstacle,
  takeLicenceBack,
} from "../licences/index.ts";
import type { FormProblem } from "./applicant/form-check.ts";
import type { Application, FormData } from "./application.ts";

export type EffectPorts = WithdrawalPorts;

type Granted = { readonly application: Application; readonly form: FormData; readonly item: ServiceItem };

/** What was to be granted can no longer be brought about. */
export type EffectImpossible = { readonly code: "NOTHING_DRAWABLE" } | LicenceImpossible;

type Kind =
  | { readonly kind: "WITHDRAWAL"; readonly reason: WithdrawalReason }
  | { readonly kind: "LICENCE"; readonly act: LicenceAct };

type KindOf<E extends ApprovalEffect> = Extract<
  Kind,
  { kind: E extends WithdrawalEffect ? "WITHDRAWAL" : "LICENCE" }
>;

const KINDS: { readonly [E in ApprovalEffect]: KindOf<E> } = {
  HOUSING_FUND_RENT: { kind: "WITHDRAWAL", reason: "RENT" },
  HOUSING_FUND_RETIREMENT: { kind: "WITHDRAWAL", reason: "RETIREMENT" },
  HOUSING_FUND_LOAN_REPAYMENT: { kind: "WITHDRAWAL", reason: "LOAN_REPAYMENT" },
  FOOD_BUSINESS_LICENCE: { kind: "LICENCE", act: "ISSUE" },
  FOOD_BUSINESS_LICENCE_RENEWAL: { kind: "LICENCE", act: "RENEW" },
  FOOD_BUSINESS_LICENCE_CANCELLATION: { kind: "LICENCE", act: "CANCEL" },
};

const kindOf = ({ effect }: ServiceItem): Kind | undefined => effect && KINDS[effect];

/** A withdrawal from the subject's own account, whoever handles it for them; an enterprise has none. */
const wishOf = (reason: WithdrawalReason, { application: { id, subject }, form }: Omit<Granted, "item">) =>
  subject.kind === "PERSON" ? { reason, citizenId: subject.citizenId, application: id, form } : undefined;

/** The holder is the case's subject, an enterprise; whoever handles it for it holds nothing. */
const licenceCase = ({ application: { id, subject, submittedAt }, form, item }: Granted) => ({
  ...{ application: id, form, submittedAt, department: item.department },
  holder: subject.kind === "ENTERPRISE" ? subject.creditCode : undefined,
});

/** What the grant of an application writes besides its decision, in the same commit. */
export async function effectsOf(
  ports: EffectPorts,
  granted: Granted,
): Promise<Result<readonly TransactItem[], EffectImpossible>> {
  const effect = kindOf(granted.item);
  if (!effect) return ok([]);
  if (effect.kind === "LICENCE") return grantLicence(ports, effect.act, licenceCase(granted));
  const wish = wishOf(effect.reason, granted);
  return wish ? payWithdrawal(ports, wish) : err({ code: "NOTHING_DRAWABLE" });
}

/** What the taking back of a grant writes besides, in the same commit: a licence goes with it, and money not yet paid. */
export const effectsUndone = async (
  ports: Parameters<typeof takeLicenceBack>[0] & TakeBackPorts,
  { application, item }: Pick<Granted, "application" | "item">,
): Promise<readonly TransactItem[]> => {
  switch (kindOf(item)?.kind) {
    case "WITHDRAWAL":
      return application.subject.kind === "PERSON"
        ? takeBackWithdrawal(ports, { citizenId: application.subject.citizenId, application: application.id })
        : [];
    case "LICENCE":
      return takeLicenceBack(ports, application.id);
    case undefined:
      return [];
  }
};

/** What already keeps the item's effect from being brought about, by the field of the form that it lies in. */
export async function obstaclesTo(
  ports: Parameters<typeof licenceObstacle>[0],
  granted: Granted,
): Promise<readonly FormProblem[]> {
  const effect = kindOf(granted.item);
  if (effect?.kind !== "LICENCE") return [];
  const obstacle = await licenceObstacle(ports, effect.act, licenceCase(granted));
  return obstacle ? [obstacle] : [];
}

type Provider<G extends FactGroup> = (ports: EffectPorts, granted: Granted) => Promise<FactsOf<G>>;

/** Where the facts that a rule reads come from. */
const FACTS: { readonly [G in FactGroup]: Provider<G> } = {
  housingFund: async (ports, granted) => {
    const effect = kindOf(granted.item);
    const wish = effect?.kind === "WITHDRAWAL" ? wishOf(effect.reason, granted) : undefined;
    return wish ? withdrawalFacts(ports, wish) : {};
  },
  identity: async ({ secrets }, { application: { subject }, form }) => ({
    isOwn: isPerson(subject, `ctz_${secrets.citizenDigest(String(form["idNumber"] ?? ""))}`),
  }),
};

const isProvided = (name: string): name is FactGroup => Object.hasOwn(FACTS, name);

/** The facts of these names; one that nobody provides is left out, and what reads it is unclear. */
export async function gatherFacts(
  names: readonly string[],
  ports: EffectPorts,
  granted: Granted,
): Promise<Readonly<Record<string, unknown>>> {
  const gathered = await Promise.all(
    names.filter(isProvided).map(async (name) => [name, await FACTS[name](ports, granted)] as const),
  );
  return Object.fromEntries(gathered);
}
