import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { type Text, useTexts } from "../../shared/texts/text.ts";

type CardPagerProps = {
  readonly card: string;
  /** The name in the address under which the cursor of the list stands. */
  readonly of: "after" | "refused";
  readonly isLater: boolean;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null } | undefined;
  readonly texts: { readonly older: Text; readonly newest: Text };
};

/** As `Pager`, for a list on the page of a card: the card's other lists begin anew. */
export function CardPager({ card, of, isLater, pageInfo, texts }: CardPagerProps): ReactNode {
  const { say } = useTexts();
  return (
    <div className="row">
      {isLater && (
        <Link className="link-target" to="/cards/$card" params={{ card }} search={{}}>
          {say(texts.newest)}
        </Link>
      )}
      {pageInfo?.hasNextPage && pageInfo.endCursor && (
        <Link
          className="link-target"
          to="/cards/$card"
          params={{ card }}
          search={{ [of]: pageInfo.endCursor }}
        >
          {say(texts.older)}
        </Link>
      )}
    </div>
  );
}
