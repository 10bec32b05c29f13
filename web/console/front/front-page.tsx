import type { ReactNode } from "react";
import { graphql } from "../../shared/generated/gql.ts";
import type { ResultOf } from "../../shared/graphql/result-of.ts";
import { useOwnAnswer } from "../../shared/graphql/use-answer.ts";
import { PARTNER_STATUSES } from "../../shared/texts/partner-texts.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Answered } from "../../shared/ui/answered.tsx";
import { Page } from "../../shared/ui/page.tsx";
import { Tag } from "../../shared/ui/tag.tsx";

const FRONT = graphql(`
  query ConsoleFrontPage {
    me {
      partners {
        id
        name
        status
      }
    }
  }
`);

const TEXTS = {
  title: { zh: "合作方控制台", en: "Partners' console" },
  partners: { zh: "您申请的合作", en: "Your partnerships" },
  none: {
    zh: "您还没有为企业申请过合作。合作获批后，企业可凭密钥调用平台接口。",
    en: "You have not applied for a partnership yet. Once one is approved, your enterprise can call the platform with a key.",
  },
} satisfies Record<string, Text>;

type OwnPartner = NonNullable<NonNullable<ResultOf<typeof FRONT>["me"]>["partners"]>[number];

/** The partnerships for which the reader has applied, and how they stand. */
export function FrontPage(): ReactNode {
  const { say } = useTexts();
  return (
    <Page title={say(TEXTS.title)}>
      <Answered asked={useOwnAnswer(FRONT, {})}>{({ me }) => <Partners of={me?.partners ?? []} />}</Answered>
    </Page>
  );
}

function Partners({ of }: { readonly of: readonly OwnPartner[] }): ReactNode {
  const { say } = useTexts();
  return (
    <section className="part">
      <h2>{say(TEXTS.partners)}</h2>
      {of.length === 0 && <p>{say(TEXTS.none)}</p>}
      <ul className="rows">
        {of.map(({ id, name, status }) => (
          <li className="row" key={id}>
            <span className="strong">{name}</span>
            <Tag tone={PARTNER_STATUSES[status].tone}>{say(PARTNER_STATUSES[status].text)}</Tag>
          </li>
        ))}
      </ul>
    </section>
  );
}
