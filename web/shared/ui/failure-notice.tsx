import type { ReactNode } from "react";
import type { NotDone } from "../graphql/use-act.ts";
import { type Text, useTexts } from "../texts/text.ts";
import { Notice } from "./notice.tsx";
import { TroubleNotice } from "./trouble-notice.tsx";

const REFUSED: Text = { zh: "没有办成", en: "It was not done" };

type FailureNoticeProps = {
  readonly failure: NotDone | undefined;
  /** Does the same again. */
  readonly again: () => void;
  readonly isSending: boolean;
};

/** Says why a change was not made, and what to do about it. */
export function FailureNotice({ failure, again, isSending }: FailureNoticeProps): ReactNode {
  const { say } = useTexts();
  if (!failure) return null;
  if (failure.kind === "trouble")
    return <TroubleNotice trouble={failure.trouble} again={again} isAsking={isSending} />;
  return (
    <Notice tone="bad" title={say(REFUSED)} isNews>
      <p>{failure.message}</p>
    </Notice>
  );
}
