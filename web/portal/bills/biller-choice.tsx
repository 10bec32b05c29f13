import type { ReactNode } from "react";
import { graphql } from "../../shared/generated/gql.ts";
import type { BillerPartsFragment } from "../../shared/generated/graphql.ts";
import { UTILITY_KINDS } from "../../shared/texts/bill-texts.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { ChoiceBox } from "../../shared/ui/choice-box.tsx";
import { FieldSet } from "../../shared/ui/field-set.tsx";

export const BILLER = graphql(`
  fragment BillerParts on Biller {
    id
    name
    kind
    lookup
  }
`);

export type Biller = BillerPartsFragment;

/** Of the first choice, to which a problem leads. */
export const BILLER_FIELD = "biller";

const LEGEND: Text = { zh: "收费单位", en: "Which biller is it?" };

type BillerChoiceProps = {
  readonly of: readonly Biller[];
  readonly chosen: string | undefined;
  readonly choose: (biller: string) => void;
  readonly problem: string | undefined;
};

export function BillerChoice({ of, chosen, choose, problem }: BillerChoiceProps): ReactNode {
  const { say } = useTexts();
  return (
    <FieldSet id="billers" legend={say(LEGEND)} problem={problem}>
      {of.map(({ id, name, kind }, i) => (
        <ChoiceBox
          key={id}
          kind="radio"
          id={i === 0 ? BILLER_FIELD : id}
          name="biller"
          checked={chosen === id}
          onChange={() => choose(id)}
        >
          {say(UTILITY_KINDS[kind])} · {name}
        </ChoiceBox>
      ))}
    </FieldSet>
  );
}
