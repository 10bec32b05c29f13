import type { ReactNode } from "react";
import { type FragmentType, readFragment } from "../../shared/generated/fragment-masking.ts";
import { graphql } from "../../shared/generated/gql.ts";
import { CARD_KINDS, CARD_STATUSES, ending } from "../../shared/texts/card-texts.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Money } from "../../shared/ui/money.tsx";
import { Tag } from "../../shared/ui/tag.tsx";

const FRAGMENT = graphql(`
  fragment CardLine on TransitCard {
    number
    kind
    status
    balance
  }
`);

const BALANCE: Text = { zh: "余额", en: "Balance" };

/** A card on a line: which it is, how it stands, and what is on it. */
export function CardLine({ card }: { readonly card: FragmentType<typeof FRAGMENT> }): ReactNode {
  const { say } = useTexts();
  const { number, kind, status, balance } = readFragment(FRAGMENT, card);
  return (
    <span className="row">
      <span>
        {say(CARD_KINDS[kind])} <span className="soft small">{say(ending(number))}</span>{" "}
        {status !== "ACTIVE" && (
          <Tag tone={isOver(status) ? "plain" : "act"}>{say(CARD_STATUSES[status])}</Tag>
        )}
      </span>
      <span className="strong">
        <span className="out-of-sight">{say(BALANCE)} </span>
        <Money amount={balance} />
      </span>
    </span>
  );
}

export const isOver = (status: string): boolean => status === "REPLACED" || status === "CLOSED";
