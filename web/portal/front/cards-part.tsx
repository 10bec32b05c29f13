import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { type FragmentType, readFragment } from "../../shared/generated/fragment-masking.ts";
import { graphql } from "../../shared/generated/gql.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Money } from "../../shared/ui/money.tsx";
import { CardLine, isOver } from "../cards/card-line.tsx";
import { Nothing, Part, type PartProps } from "./part.tsx";

const FRAGMENT = graphql(`
  fragment CardsPart on Citizen {
    transitCards {
      id
      status
      monthSpend
      ...CardLine
    }
  }
`);

const TITLE: Text = { zh: "交通卡", en: "Transit cards" };
const ALL: Text = { zh: "全部交通卡", en: "All cards" };
const NONE: Text = { zh: "您没有交通卡。", en: "You have no transit card." };
const SPENT: Text = { zh: "本月乘车", en: "Rides this month" };
const RIDE: Text = { zh: "乘车码", en: "Ride code" };

export function CardsPart({
  citizen,
  troubleOf,
  again,
}: PartProps<FragmentType<typeof FRAGMENT>>): ReactNode {
  const { say } = useTexts();
  const cards = readFragment(FRAGMENT, citizen).transitCards?.filter(({ status }) => !isOver(status)) ?? [];
  return (
    <Part title={TITLE} trouble={troubleOf("transitCards")} again={again} all={{ text: ALL, to: "/cards" }}>
      {cards.length > 0 ? (
        <ul className="rows">
          {cards.map((card) => (
            <li key={card.id} className="stack-tight">
              <Link className="link-row" to="/cards/$card" params={{ card: card.id }}>
                <CardLine card={card} />
              </Link>
              <span className="row">
                <span className="soft small">
                  {say(SPENT)} <Money amount={card.monthSpend} />
                </span>
                <Link className="link-target" to="/cards/$card/ride" params={{ card: card.id }}>
                  {say(RIDE)}
                </Link>
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
