import { Link, type LinkProps } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { type Text, useTexts } from "../../shared/texts/text.ts";

const TEXTS = {
  more: { zh: "下一页", en: "Next page" },
  first: { zh: "回到第一页", en: "Back to the first page" },
} satisfies Record<string, Text>;

type NextPageProps = {
  readonly page: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  /** The cursor behind which this page begins. */
  readonly after: string | undefined;
  /** The page behind a cursor; the first one without. */
  readonly to: (after: string | undefined) => Pick<LinkProps, "to" | "search" | "params">;
};

/** The ways through a list that is longer than a page. */
export function NextPage({ page: { hasNextPage, endCursor }, after, to }: NextPageProps): ReactNode {
  const { say } = useTexts();
  if (after === undefined && !hasNextPage) return null;
  return (
    <p className="row-links">
      {after !== undefined && (
        <Link className="link-target" {...to(undefined)}>
          {say(TEXTS.first)}
        </Link>
      )}
      {hasNextPage && endCursor && (
        <Link className="link-target" {...to(endCursor)}>
          {say(TEXTS.more)}
        </Link>
      )}
    </p>
  );
}
