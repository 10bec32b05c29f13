import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { type Text, useTexts } from "../../shared/texts/text.ts";

const BACK: Text = { zh: "回到公积金", en: "Back to the housing fund" };

export function BackToFund(): ReactNode {
  const { say } = useTexts();
  return (
    <p>
      <Link className="link-target" to="/fund">
        {say(BACK)}
      </Link>
    </p>
  );
}
