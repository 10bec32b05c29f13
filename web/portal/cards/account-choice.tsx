import type { ReactNode } from "react";
import { type FragmentType, readFragment } from "../../shared/generated/fragment-masking.ts";
import { graphql } from "../../shared/generated/gql.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";

const FRAGMENT = graphql(`
  fragment AccountChoice on PayoutAccount {
    id
    maskedNumber
    bank
  }
`);

const LEGEND: Text = { zh: "余额退到哪个账户", en: "To which account shall the money be paid?" };

export const accountFieldOf = (account: string): string => `account-${account}`;

type AccountChoiceProps = {
  readonly of: readonly FragmentType<typeof FRAGMENT>[];
  readonly chosen: string | undefined;
  readonly choose: (account: string) => void;
  readonly problem: string | undefined;
};

/** The holder's own bank accounts. None is chosen beforehand. */
export function AccountChoice({ of, chosen, choose, problem }: AccountChoiceProps): ReactNode {
  const { say } = useTexts();
  const problemId = "account-problem";
  return (
    <fieldset {...(problem ? { className: "field-wrong", "aria-describedby": problemId } : {})}>
      <legend className="strong">{say(LEGEND)}</legend>
      {problem && (
        <p className="field-error" id={problemId}>
          {problem}
        </p>
      )}
      {readFragment(FRAGMENT, of).map(({ id, maskedNumber, bank }) => (
        <div key={id} className="choice">
          <input
            id={accountFieldOf(id)}
            type="radio"
            name="account"
            checked={chosen === id}
            onChange={() => choose(id)}
          />
          <label htmlFor={accountFieldOf(id)}>{[bank, maskedNumber].filter(Boolean).join(" ")}</label>
        </div>
      ))}
    </fieldset>
  );
}
