import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { day } from "../../shared/format/dates.ts";
import { type FragmentType, readFragment } from "../../shared/generated/fragment-masking.ts";
import { graphql } from "../../shared/generated/gql.ts";
import { LICENCE_STATUSES } from "../../shared/texts/licence-texts.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Tag } from "../../shared/ui/tag.tsx";
import { Nothing, Part, type PartProps } from "./part.tsx";

const FRAGMENT = graphql(`
  fragment LicencesPart on Citizen {
    enterprises {
      creditCode
      name
      licences {
        number
        type
        status
        validUntil
      }
    }
  }
`);

const TITLE: Text = { zh: "企业证照", en: "Licences" };
const ALL: Text = { zh: "全部证照", en: "All licences" };
const NONE: Text = {
  zh: "您的企业没有在这里取得证照。",
  en: "No licence was issued to your enterprises here.",
};
const until = (when: string): Text => ({ zh: `有效期至${when}`, en: `Valid until ${when}` });

export function LicencesPart({
  citizen,
  troubleOf,
  again,
}: PartProps<FragmentType<typeof FRAGMENT>>): ReactNode {
  const { say, language } = useTexts();
  const { enterprises } = readFragment(FRAGMENT, citizen);
  const licences = (enterprises ?? []).flatMap(({ name, licences: held }) =>
    (held ?? []).map((licence) => ({ ...licence, name })),
  );
  return (
    <Part title={TITLE} trouble={troubleOf("enterprises")} again={again} all={{ text: ALL, to: "/licences" }}>
      {licences.length > 0 ? (
        <ul className="rows">
          {licences.map(({ number, status, validUntil, name }) => (
            <li key={number} className="row">
              <span className="stack-tight">
                <span>{name}</span>
                <Link className="link-target" to="/licences/$number" params={{ number }}>
                  {number}
                </Link>
                <span className="soft small">{say(until(day(validUntil, language)))}</span>
              </span>
              <Tag tone={LICENCE_STATUSES[status].tone}>{say(LICENCE_STATUSES[status].text)}</Tag>
            </li>
          ))}
        </ul>
      ) : (
        <Nothing text={NONE} />
      )}
    </Part>
  );
}
