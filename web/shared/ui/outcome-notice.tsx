import type { ReactNode } from "react";
import type { Trouble } from "../graphql/trouble.ts";
import { type Text, useTexts } from "../texts/text.ts";
import { Notice } from "./notice.tsx";
import { TroubleNotice } from "./trouble-notice.tsx";

/** A change that was not made: the platform has refused it, in its own words, or nobody knows. */
export type NotDone =
  | { readonly kind: "refused"; readonly message: string }
  | { readonly kind: "trouble"; readonly trouble: Trouble };

type OutcomeNoticeProps = {
  readonly outcome: NotDone | undefined;
  readonly again: () => void;
  readonly isSending: boolean;
};

const REFUSED: Text = { zh: "没有办成", en: "It was not done" };

/** Says why a change was not made, and what to do. */
export function OutcomeNotice({ outcome, again, isSending }: OutcomeNoticeProps): ReactNode {
  const { say } = useTexts();
  if (!outcome) return null;
  if (outcome.kind === "trouble")
    return <TroubleNotice trouble={outcome.trouble} again={again} isAsking={isSending} />;
  return (
    <Notice tone="bad" title={say(REFUSED)} isNews>
      <p>{outcome.message}</p>
    </Notice>
  );
}
