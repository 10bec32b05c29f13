import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { type Text, useTexts } from "../shared/texts/text.ts";

type PagerProps = {
  /** Pages whose address carries the cursor of their list. */
  readonly to:
    | "/cases"
    | "/messages"
    | "/bills/payments"
    | "/fund/history"
    | "/licences"
    | "/privacy/readings";
  readonly isLater: boolean;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null } | undefined;
  readonly older: Text;
  readonly newest: Text;
};

/** From one part of a long list to the one before it in time, and back to the newest. */
export function Pager({ to, isLater, pageInfo, older, newest }: PagerProps): ReactNode {
  const { say } = useTexts();
  return (
    <div className="row">
      {isLater && (
        <Link className="link-target" to={to} search={{}}>
          {say(newest)}
        </Link>
      )}
      {pageInfo?.hasNextPage && pageInfo.endCursor && (
        <Link className="link-target" to={to} search={{ after: pageInfo.endCursor }}>
          {say(older)}
        </Link>
      )}
    </div>
  );
}
