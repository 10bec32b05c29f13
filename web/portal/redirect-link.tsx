import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { type Text, useTexts } from "../shared/texts/text.ts";

export const TO_ANOTHER: Text = { zh: "换一个收款账户", en: "Have it paid to another account" };

type RedirectLinkProps = {
  readonly payout: string;
  /** As the platform offers them to the payee. */
  readonly offered: readonly string[] | null;
};

/** The way to name another account for a payout that the bank could not make. */
export function RedirectLink({ payout, offered }: RedirectLinkProps): ReactNode {
  const { say } = useTexts();
  if (!offered?.includes("redirectPayout")) return null;
  return (
    <Link className="link-target" to="/payouts/$payout" params={{ payout }}>
      {say(TO_ANOTHER)}
    </Link>
  );
}
