import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { type Text, useTexts } from "../../shared/texts/text.ts";

const BACK: Text = { zh: "回到试算平衡表", en: "Back to the trial balance" };

export function BackToTreasury(): ReactNode {
  const { say } = useTexts();
  return (
    <p>
      <Link className="link-target" to="/desk/treasury">
        {say(BACK)}
      </Link>
    </p>
  );
}
