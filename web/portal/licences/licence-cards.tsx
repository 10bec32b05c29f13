import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { dateAt, day, fromToday } from "../../shared/format/dates.ts";
import { type FragmentType, readFragment } from "../../shared/generated/fragment-masking.ts";
import { graphql } from "../../shared/generated/gql.ts";
import { ELECTRONIC_LICENCE_STATUSES } from "../../shared/texts/electronic-licence-texts.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Tag } from "../../shared/ui/tag.tsx";
import { byEnd, endsSoon } from "./licence-ends.ts";

const FRAGMENT = graphql(`
  fragment LicenceCard on ElectronicLicence {
    id
    number
    status
    validUntil
    type {
      name {
        zh
        en
      }
    }
  }
`);

type Card = FragmentType<typeof FRAGMENT>;
type ListOf = { readonly edges: readonly { readonly node: Card }[] } | null | undefined;

const ALWAYS: Text = { zh: "长期有效", en: "Valid without an end" };
const until = (when: string): Text => ({ zh: `有效期至${when}`, en: `Valid until ${when}` });
const soon = (when: string): Text => ({ zh: `${when}到期`, en: `Ends ${when}` });

/** The licences of a list. */
export const licencesIn = (list: ListOf): readonly Card[] => (list?.edges ?? []).map(({ node }) => node);

/** Licences, of which the one that ends soonest stands first. */
export function LicenceCards({ of }: { readonly of: readonly Card[] }): ReactNode {
  const { say, language } = useTexts();
  const licences = byEnd(of.map((card) => readFragment(FRAGMENT, card)));
  return (
    <ul className="rows">
      {licences.map((licence) => {
        const { id, number, status, validUntil, type } = licence;
        const { tone, text } = ELECTRONIC_LICENCE_STATUSES[status];
        return (
          <li key={id} className="row">
            <span className="stack-tight">
              <Link className="link-target strong" to="/licences/own/$id" params={{ id }}>
                {say(type.name)}
              </Link>
              <span>{number}</span>
              <span className="soft small">
                {say(validUntil ? until(day(validUntil, language)) : ALWAYS)}
              </span>
            </span>
            <span className="tags">
              {validUntil && endsSoon(licence) && (
                <Tag tone="act">{say(soon(fromToday(validUntil, dateAt(new Date()), language)))}</Tag>
              )}
              <Tag tone={tone}>{say(text)}</Tag>
            </span>
          </li>
        );
      })}
    </ul>
  );
}
