import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { type Text, useTexts } from "../../shared/texts/text.ts";

const UNNUMBERED: Text = { zh: "未编号", en: "Without a number" };

type CaseLinkProps = { readonly of: { readonly id: string; readonly number: string | null | undefined } };

/** A case by its number, which leads to its file. */
export function CaseLink({ of: { id, number } }: CaseLinkProps): ReactNode {
  const { say } = useTexts();
  return (
    <Link className="link-target money" to="/desk/cases/$id" params={{ id }}>
      {number ?? say(UNNUMBERED)}
    </Link>
  );
}
