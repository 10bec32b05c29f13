import type { ReactNode } from "react";
import { type FragmentType, readFragment } from "../../shared/generated/fragment-masking.ts";
import { graphql } from "../../shared/generated/gql.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
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

/** The licences of the enterprises that the reader acts for. */
export function EnterpriseLicences({
  of,
}: {
  readonly of: readonly FragmentType<typeof FRAGMENT>[];
}): ReactNode {
  const { say } = useTexts();
  const enterprises = of.map((one) => readFragment(FRAGMENT, one));
  const hasSome = enterprises.some(({ electronicLicences: held }) => licencesIn(held).length > 0);
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
  const { say } = useTexts();
  const { name, electronicLicences } = readFragment(FRAGMENT, of);
  const held = licencesIn(electronicLicences);
  return (
    <>
      <h3>{name}</h3>
      {held.length > 0 ? <LicenceCards of={held} /> : <p className="soft">{say(TEXTS.noneHere)}</p>}
      {electronicLicences?.pageInfo.hasNextPage && <p className="soft small">{say(TEXTS.more)}</p>}
    </>
  );
}
