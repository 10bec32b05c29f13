import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { day } from "../../shared/format/dates.ts";
import { type FragmentType, readFragment } from "../../shared/generated/fragment-masking.ts";
import { graphql } from "../../shared/generated/gql.ts";
import { LICENCE_STATUSES, licenceType } from "../../shared/texts/licence-texts.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Tag } from "../../shared/ui/tag.tsx";
import { LicenceCards, licencesIn } from "./licence-cards.tsx";

const FRAGMENT = graphql(`
  fragment EnterpriseLicences on Enterprise {
    creditCode
    name
    electronicLicences(first: 20) {
      edges {
        node {
          ...LicenceCard
        }
      }
      pageInfo {
        hasNextPage
      }
    }
    licences {
      number
      type
      status
      premises
      validUntil
    }
  }
`);

const TEXTS = {
  title: { zh: "我的企业的证照", en: "Licences of your enterprises" },
  none: {
    zh: "您的企业没有在这里取得证照。证照批准后会自动出现在这里，无需领取纸质件。",
    en: "No licence was issued to your enterprises here. One that is granted comes up here by itself; nobody has to fetch a paper.",
  },
  noneHere: { zh: "没有证照。", en: "No licence." },
  more: { zh: "仅列出其中 20 件。", en: "20 of its licences are listed." },
} satisfies Record<string, Text>;
const until = (when: string): Text => ({ zh: `有效期至${when}`, en: `Valid until ${when}` });

/** The licences of the enterprises that the reader acts for. */
export function EnterpriseLicences({
  of,
}: {
  readonly of: readonly FragmentType<typeof FRAGMENT>[];
}): ReactNode {
  const { say } = useTexts();
  const enterprises = of.map((one) => readFragment(FRAGMENT, one));
  const hasSome = enterprises.some(
    ({ licences, electronicLicences: held }) => (licences?.length ?? 0) + licencesIn(held).length > 0,
  );
  return (
    <section className="part">
      <h2>{say(TEXTS.title)}</h2>
      {!hasSome && <p className="soft">{say(TEXTS.none)}</p>}
      <ul className="rows">
        {of.map((enterprise, i) => (
          <li key={enterprises[i]?.creditCode} className="stack-tight">
            <OfEnterprise of={enterprise} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function OfEnterprise({ of }: { readonly of: FragmentType<typeof FRAGMENT> }): ReactNode {
  const { say, language } = useTexts();
  const { name, licences, electronicLicences } = readFragment(FRAGMENT, of);
  const [held, food] = [licencesIn(electronicLicences), licences ?? []];
  return (
    <>
      <h3>{name}</h3>
      {held.length + food.length === 0 && <p className="soft">{say(TEXTS.noneHere)}</p>}
      {held.length > 0 && <LicenceCards of={held} />}
      {electronicLicences?.pageInfo.hasNextPage && <p className="soft small">{say(TEXTS.more)}</p>}
      {food.length > 0 && (
        <ul className="rows">
          {food.map(({ number, type, status, premises, validUntil }) => (
            <li key={number} className="row">
              <span className="stack-tight">
                <Link className="link-target" to="/licences/$number" params={{ number }}>
                  {say(licenceType(type))} {number}
                </Link>
                <span>{premises}</span>
                <span className="soft small">{say(until(day(validUntil, language)))}</span>
              </span>
              <Tag tone={LICENCE_STATUSES[status].tone}>{say(LICENCE_STATUSES[status].text)}</Tag>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
