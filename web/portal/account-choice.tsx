import type { ReactNode } from "react";
import { type FragmentType, readFragment } from "../shared/generated/fragment-masking.ts";
import { graphql } from "../shared/generated/gql.ts";
import { type Text, useTexts } from "../shared/texts/text.ts";
import { ChoiceBox } from "../shared/ui/choice-box.tsx";
import { FieldSet } from "../shared/ui/field-set.tsx";

const FRAGMENT = graphql(`
  fragment AccountChoice on PayoutAccount {
    id
    maskedNumber
    bank
  }
`);

const LEGEND: Text = { zh: "付到哪个账户", en: "To which account shall the money be paid?" };

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
  return (
    <FieldSet id="accounts" legend={say(LEGEND)} problem={problem}>
      {readFragment(FRAGMENT, of).map(({ id, maskedNumber, bank }) => (
        <ChoiceBox
          key={id}
          kind="radio"
          id={accountFieldOf(id)}
          name="account"
          checked={chosen === id}
          onChange={() => choose(id)}
        >
          {[bank, maskedNumber].filter(Boolean).join(" ")}
        </ChoiceBox>
      ))}
    </FieldSet>
  );
}
