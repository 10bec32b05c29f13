import type { ReactNode } from "react";
import { type FragmentType, readFragment } from "../../shared/generated/fragment-masking.ts";
import { graphql } from "../../shared/generated/gql.ts";
import { CARD_KINDS, CARD_STATUSES } from "../../shared/texts/card-texts.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Money } from "../../shared/ui/money.tsx";
import { Tag } from "../../shared/ui/tag.tsx";
import { Nothing, Part, type PartProps } from "./part.tsx";

const FRAGMENT = graphql(`
  fragment CardsPart on Citizen {
    transitCards {
      id
      number
      kind
      status
      balance
      monthSpend
    }
  }
`);

const TITLE: Text = { zh: "交通卡", en: "Transit cards" };
const NONE: Text = { zh: "您没有交通卡。", en: "You have no transit card." };
const SPENT: Text = { zh: "本月乘车", en: "Rides this month" };
const ending = (number: string): Text => ({
  zh: `尾号 ${number.slice(-4)}`,
  en: `ending in ${number.slice(-4)}`,
});

export function CardsPart({
  citizen,
  troubleOf,
  again,
}: PartProps<FragmentType<typeof FRAGMENT>>): ReactNode {
  const { say } = useTexts();
  const cards = readFragment(FRAGMENT, citizen).transitCards?.filter(({ status }) => !isOver(status)) ?? [];
  return (
    <Part title={TITLE} trouble={troubleOf("transitCards")} again={again}>
      {cards.length > 0 ? (
        <ul className="rows">
          {cards.map(({ id, number, kind, status, balance, monthSpend }) => (
            <li key={id} className="row">
              <span className="stack-tight">
                <span>
                  {say(CARD_KINDS[kind])} <span className="soft small">{say(ending(number))}</span>{" "}
                  {status !== "ACTIVE" && <Tag tone="act">{say(CARD_STATUSES[status])}</Tag>}
                </span>
                <span className="soft small">
                  {say(SPENT)} <Money amount={monthSpend} />
                </span>
              </span>
              <span className="strong">
                <Money amount={balance} />
              </span>
            </li>
          ))}
        </ul>
      ) : (
        <Nothing text={NONE} />
      )}
    </Part>
  );
}

const isOver = (status: string): boolean => status === "REPLACED" || status === "CLOSED";
