import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { dateAt, day } from "../../shared/format/dates.ts";
import { type FragmentType, readFragment } from "../../shared/generated/fragment-masking.ts";
import { graphql } from "../../shared/generated/gql.ts";
import { PARTNER_STATUSES } from "../../shared/texts/partner-texts.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Tag } from "../../shared/ui/tag.tsx";

const FRAGMENT = graphql(`
  fragment PartnerLine on Partner {
    id
    name
    status
    purpose
    appliedAt
  }
`);

const applied = (when: string): Text => ({ zh: `${when}申请`, en: `applied for on ${when}` });

/** A partnership on two lines, with the way to it. */
export function PartnerLine({ of }: { readonly of: FragmentType<typeof FRAGMENT> }): ReactNode {
  const { say, language } = useTexts();
  const { id, name, status, purpose, appliedAt } = readFragment(FRAGMENT, of);
  return (
    <span className="row">
      <span className="stack-tight">
        <Link className="link-target" to="/console/partners/$partner" params={{ partner: id }}>
          {name}
        </Link>
        <span className="soft small">
          {purpose} · {say(applied(day(dateAt(new Date(appliedAt)), language)))}
        </span>
      </span>
      <Tag tone={PARTNER_STATUSES[status].tone}>{say(PARTNER_STATUSES[status].text)}</Tag>
    </span>
  );
}
