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
    | "/licences/copies/$id"
    | "/licences/own/$id/copies"
    | "/licences/own/$id"
    | "/privacy/readings";
  /** Of a page that is about one thing. */
  readonly params?: { readonly id: string };
  readonly isLater: boolean;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null } | undefined;
  readonly older: Text;
  readonly newest: Text;
};

/** From one part of a long list to the one before it in time, and back to the newest. */
export function Pager({ to, params = { id: "" }, isLater, pageInfo, older, newest }: PagerProps): ReactNode {
  const { say } = useTexts();
  return (
    <div className="row">
      {isLater && (
        <Link className="link-target" to={to} params={params} search={{}}>
          {say(newest)}
        </Link>
      )}
      {pageInfo?.hasNextPage && pageInfo.endCursor && (
        <Link className="link-target" to={to} params={params} search={{ after: pageInfo.endCursor }}>
          {say(older)}
        </Link>
      )}
    </div>
  );
}
