import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { type FragmentType, readFragment } from "../../shared/generated/fragment-masking.ts";
import { graphql } from "../../shared/generated/gql.ts";
import { TICKET_STATUSES } from "../../shared/texts/hall-texts.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";

const FRAGMENT = graphql(`
  fragment TicketLink on Ticket {
    id
    number
    status
  }
`);

const textOf = (number: string, status: Text): Text => ({
  zh: `我的号：${number}（${status.zh}）`,
  en: `My number: ${number} (${status.en})`,
});

/** Leads to a number, which is called soon or was called. */
export function TicketLink({ of }: { readonly of: FragmentType<typeof FRAGMENT> }): ReactNode {
  const { say } = useTexts();
  const { id, number, status } = readFragment(FRAGMENT, of);
  return (
    <Link className="link-target" to="/tickets/$id" params={{ id }}>
      {say(textOf(number, TICKET_STATUSES[status].text))}
    </Link>
  );
}
