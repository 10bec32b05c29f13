import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { type Text, useTexts } from "../../shared/texts/text.ts";

const BACK: Text = { zh: "回到账单", en: "Back to my bills" };

/** The way out of a page about bills or their payments. */
export function BackToBills(): ReactNode {
  const { say } = useTexts();
  return (
    <Link className="link-target" to="/bills">
      {say(BACK)}
    </Link>
  );
}
