import type { ReactNode } from "react";
import { amountOf, yuan } from "../../shared/format/money.ts";
import { useKept } from "../../shared/sign-in/use-kept.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { ChoiceBox } from "../../shared/ui/choice-box.tsx";
import { FieldSet } from "../../shared/ui/field-set.tsx";
import { TextField } from "../../shared/ui/text-field.tsx";
import type { FoundProblem } from "../../shared/ui/use-problems.ts";
import { useOnceFor } from "../../shared/use-once-for.ts";
import type { TopUpWish } from "./use-top-up.ts";

/** Most people put so much on a card; any other amount is typed. */
const USUAL = ["20.00", "50.00", "100.00", "200.00"] as const;
export const AMOUNT_FIELD = "amount";

const TEXTS = {
  legend: { zh: "充多少", en: "How much?" },
  other: { zh: "其他金额", en: "Another amount" },
  typed: { zh: "金额（元）", en: "Amount in yuan" },
  hint: { zh: "例如 35 或 35.50", en: "For example 35 or 35.50" },
  none: { zh: "请选择或填写充值金额", en: "Choose an amount, or type one" },
  noAmount: { zh: "请填写金额，例如 35 或 35.50", en: "Type the amount in yuan, for example 35 or 35.50" },
} satisfies Record<string, Text>;

export type Amount = {
  /** "other": the one that is typed. */
  readonly chosen: string;
  readonly typed: string;
  readonly choose: (amount: string) => void;
  readonly type: (text: string) => void;
  readonly wish: (cardNumber: string) => { readonly wish: TopUpWish } | { readonly problem: FoundProblem };
};

/**
 * An amount that is chosen or typed, and kept in this tab until it is sent: then the payment keeps it. The platform says how
 * much may be put on a card.
 */
export function useAmount(card: string, isSent: boolean): Amount {
  const { value: chosen, change: choose, forget: forgetChosen } = useKept(`amount:${card}:chosen`, () => "");
  const { value: typed, change: type, forget: forgetTyped } = useKept(`amount:${card}:typed`, () => "");
  useOnceFor(isSent, () => {
    forgetChosen();
    forgetTyped();
  });
  const problem = (text: Text) => ({ problem: { field: AMOUNT_FIELD, text } });
  return {
    ...{ chosen, typed, choose, type },
    wish: (cardNumber) => {
      if (!chosen) return problem(TEXTS.none);
      const amount = amountOf(chosen === "other" ? typed : chosen);
      return amount ? { wish: { cardNumber, amount } } : problem(TEXTS.noAmount);
    },
  };
}

type AmountChoiceProps = { readonly of: Amount; readonly problem: string | undefined };

export function AmountChoice({ of, problem }: AmountChoiceProps): ReactNode {
  const { say } = useTexts();
  const { chosen, typed, choose, type } = of;
  const isOther = chosen === "other";
  return (
    <FieldSet id="amounts" legend={say(TEXTS.legend)} problem={isOther ? undefined : problem}>
      {[...USUAL, "other"].map((each, i) => (
        <ChoiceBox
          key={each}
          kind="radio"
          id={i === 0 && !isOther ? AMOUNT_FIELD : `amount-${each}`}
          name="amount"
          checked={chosen === each}
          onChange={() => choose(each)}
        >
          {each === "other" ? say(TEXTS.other) : yuan(each)}
        </ChoiceBox>
      ))}
      {isOther && (
        <TextField
          id={AMOUNT_FIELD}
          label={say(TEXTS.typed)}
          hint={say(TEXTS.hint)}
          problem={problem}
          inputMode="decimal"
          of={{ value: typed, change: type }}
        />
      )}
    </FieldSet>
  );
}
