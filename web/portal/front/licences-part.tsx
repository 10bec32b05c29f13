import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { day } from "../../shared/format/dates.ts";
import { type FragmentType, readFragment } from "../../shared/generated/fragment-masking.ts";
import { graphql } from "../../shared/generated/gql.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Tag } from "../../shared/ui/tag.tsx";
import { byEnd, endsSoon } from "../licences/licence-ends.ts";
import { Nothing, Part, type PartProps } from "./part.tsx";

const FRAGMENT = graphql(`
  fragment LicencesPart on Citizen {
    licences(first: 20) {
      edges {
        node {
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
      }
    }
    enterprises {
      electronicLicences(first: 20) {
        edges {
          node {
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
        }
      }
    }
  }
`);

const TITLE: Text = { zh: "证照", en: "Licences" };
const SOON: Text = { zh: "60 天内到期", en: "They end within 60 days" };
const ALL: Text = { zh: "全部证照", en: "All licences" };
const NONE: Text = { zh: "没有 60 天内到期的证照。", en: "No licence ends within 60 days." };
const until = (when: string): Text => ({ zh: `有效期至${when}`, en: `Valid until ${when}` });

export function LicencesPart({
  citizen,
  troubleOf,
  again,
}: PartProps<FragmentType<typeof FRAGMENT>>): ReactNode {
  const { say, language } = useTexts();
  const { enterprises, licences: own } = readFragment(FRAGMENT, citizen);
  const held = [own, ...(enterprises ?? []).map(({ electronicLicences }) => electronicLicences)];
  const all = held.flatMap((list) => (list?.edges ?? []).map(({ node }) => node));
  const soon = byEnd(all.filter((licence) => endsSoon(licence)));
  return (
    <Part
      title={TITLE}
      trouble={troubleOf("licences") ?? troubleOf("enterprises")}
      again={again}
      all={{ text: ALL, to: "/licences" }}
    >
      {soon.length === 0 && <Nothing text={NONE} />}
      {soon.length > 0 && (
        <>
          <h3>{say(SOON)}</h3>
          <ul className="rows">
            {soon.map(({ id, number, type, validUntil }) => (
              <li key={id} className="row">
                <span className="stack-tight">
                  <Link className="link-target" to="/licences/own/$id" params={{ id }}>
                    {say(type.name)}
                  </Link>
                  <span>{number}</span>
                </span>
                {validUntil && <Tag tone="act">{say(until(day(validUntil, language)))}</Tag>}
              </li>
            ))}
          </ul>
        </>
      )}
    </Part>
  );
}
