import { amountOf } from "../../shared/format/money.ts";
import type { PayDayKind, SettledKind } from "../../shared/generated/graphql.ts";
import type { Text } from "../../shared/texts/text.ts";
import type { FoundProblem } from "../../shared/ui/use-problems.ts";
import { useKeptForm } from "../forms/use-kept-form.ts";
import { PROPOSE_CONTRACT } from "./contract-operations.ts";

/** The parts of a contract that are typed. */
export const TYPED = [
  ...(["effectiveFrom", "feePerMille", "feeFixed", "feeLeast", "feeMost", "feeAccount"] as const),
  ...(["minimum", "payDays", "accountNumber"] as const),
] as const;
export type TypedField = (typeof TYPED)[number];

type Draft = Readonly<Record<TypedField, string>> & { readonly payDayKind: PayDayKind };

/** The commonest terms, to be changed. */
const EMPTY = (): Draft => ({
  ...{ effectiveFrom: "", feePerMille: "", feeFixed: "0.00", feeLeast: "0.00", feeMost: "" },
  ...{ feeAccount: "settlement", minimum: "0.00", payDays: "1", payDayKind: "WORKING", accountNumber: "" },
});

const TEXTS = {
  noDay: { zh: "请选择起始日", en: "Choose the first day" },
  noShare: { zh: "请填写千分比，例如 6", en: "Write the share, for example 6" },
  noAmount: { zh: "请填写金额，例如 10.00", en: "Write an amount, for example 10.00" },
  noDays: { zh: "请填写天数，例如 1", en: "Write how many days, for example 1" },
  noName: { zh: "请填写手续费账户名", en: "Write the name of the fee's account" },
  noAccount: { zh: "请填写银行账号", en: "Write the number of the bank account" },
} satisfies Record<string, Text>;

function missingIn(draft: Draft): readonly FoundProblem[] {
  const isAmount = (field: "feeFixed" | "feeLeast" | "minimum") => amountOf(draft[field]) !== undefined;
  const checks: readonly (readonly [TypedField, boolean, Text])[] = [
    ["effectiveFrom", draft.effectiveFrom !== "", TEXTS.noDay],
    ["feePerMille", /^\d{1,3}(\.\d{1,4})?$/.test(draft.feePerMille.trim()), TEXTS.noShare],
    ["feeFixed", isAmount("feeFixed"), TEXTS.noAmount],
    ["feeLeast", isAmount("feeLeast"), TEXTS.noAmount],
    ["feeMost", draft.feeMost.trim() === "" || amountOf(draft.feeMost) !== undefined, TEXTS.noAmount],
    ["feeAccount", draft.feeAccount.trim() !== "", TEXTS.noName],
    ["minimum", isAmount("minimum"), TEXTS.noAmount],
    ["payDays", /^\d{1,3}$/.test(draft.payDays.trim()), TEXTS.noDays],
    ["accountNumber", draft.accountNumber.trim() !== "", TEXTS.noAccount],
  ];
  return checks.flatMap(([field, isRight, text]) => (isRight ? [] : [{ field, text }]));
}

type Of = { readonly partner: string; readonly kind: SettledKind; readonly done: () => void };

/** A contract as it is typed. */
export const useContract = ({ partner, kind, done }: Of) =>
  useKeptForm({
    ...{ name: `contract:${kind}:${partner}`, empty: EMPTY, fields: TYPED, missingIn, done },
    document: PROPOSE_CONTRACT,
    variablesOf: (draft: Draft, key) => ({ key, input: { partner, kind, ...termsOf(draft) } }),
  });

const amount = (typed: string): string => amountOf(typed) ?? typed;

const termsOf = ({ payDayKind, ...draft }: Draft) => ({
  ...{ effectiveFrom: draft.effectiveFrom, feePerMille: draft.feePerMille.trim(), payDayKind },
  ...{ feeFixed: amount(draft.feeFixed), feeLeast: amount(draft.feeLeast), minimum: amount(draft.minimum) },
  ...(draft.feeMost.trim() === "" ? {} : { feeMost: amount(draft.feeMost) }),
  ...{ feeAccount: draft.feeAccount.trim(), payDays: Number(draft.payDays.trim()) },
  accountNumber: draft.accountNumber.replaceAll(/\s/g, ""),
});
