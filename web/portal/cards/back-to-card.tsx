import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { type Text, useTexts } from "../../shared/texts/text.ts";

const CARD: Text = { zh: "回到这张卡", en: "Back to this card" };
const CARDS: Text = { zh: "回到我的交通卡", en: "Back to my cards" };

/** The way out of a page about a card. */
export function BackToCard({ card }: { readonly card: string }): ReactNode {
  const { say } = useTexts();
  return (
    <Link className="link-target" to="/cards/$card" params={{ card }}>
      {say(CARD)}
    </Link>
  );
}

export function BackToCards(): ReactNode {
  const { say } = useTexts();
  return (
    <Link className="link-target" to="/cards">
      {say(CARDS)}
    </Link>
  );
}
