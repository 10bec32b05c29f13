import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { day } from "../../shared/format/dates.ts";
import { graphql } from "../../shared/generated/gql.ts";
import type { PortalLicencesQuery } from "../../shared/generated/graphql.ts";
import { troubleAt } from "../../shared/graphql/trouble.ts";
import { useOwnAnswer } from "../../shared/graphql/use-answer.ts";
import { LICENCE_STATUSES, licenceType } from "../../shared/texts/licence-texts.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Answered } from "../../shared/ui/answered.tsx";
import { Page } from "../../shared/ui/page.tsx";
import { Tag } from "../../shared/ui/tag.tsx";
import { TroubleNotice } from "../../shared/ui/trouble-notice.tsx";
import { LicenceSearch } from "./licence-search.tsx";

const LICENCES = graphql(`
  query PortalLicences {
    me {
      id
      enterprises {
        creditCode
        name
        licences {
          number
          type
          status
          premises
          validUntil
        }
      }
    }
  }
`);

type Enterprise = NonNullable<NonNullable<PortalLicencesQuery["me"]>["enterprises"]>[number];

const TEXTS = {
  title: { zh: "证照", en: "Licences" },
  own: { zh: "我的企业的证照", en: "Licences of your enterprises" },
  none: {
    zh: "您的企业没有在这里取得证照。证照批准后会自动出现在这里，无需领取纸质件。",
    en: "No licence was issued to your enterprises here. One that is granted comes up here by itself; nobody has to fetch a paper.",
  },
  noneHere: { zh: "没有证照。", en: "No licence." },
} satisfies Record<string, Text>;
const until = (when: string): Text => ({ zh: `有效期至${when}`, en: `Valid until ${when}` });

export function LicencesPage(): ReactNode {
  const { say } = useTexts();
  const asked = useOwnAnswer(LICENCES, {});
  return (
    <Page title={say(TEXTS.title)} isNarrow>
      <Answered asked={asked}>
        {({ me }, errors) => {
          const trouble = troubleAt(errors, ["me", "enterprises"]);
          if (trouble) return <TroubleNotice trouble={trouble} again={asked.again} />;
          return <OwnLicences of={me?.enterprises ?? []} />;
        }}
      </Answered>
      <LicenceSearch />
    </Page>
  );
}

function OwnLicences({ of }: { readonly of: readonly Enterprise[] }): ReactNode {
  const { say } = useTexts();
  const hasSome = of.some(({ licences }) => licences && licences.length > 0);
  return (
    <section className="part">
      <h2>{say(TEXTS.own)}</h2>
      {!hasSome && <p className="soft">{say(TEXTS.none)}</p>}
      <ul className="rows">
        {of.map((enterprise) => (
          <li key={enterprise.creditCode} className="stack-tight">
            <h3>{enterprise.name}</h3>
            <OfEnterprise of={enterprise} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function OfEnterprise({ of: { licences } }: { readonly of: Enterprise }): ReactNode {
  const { say, language } = useTexts();
  if (!licences || licences.length === 0) return <p className="soft">{say(TEXTS.noneHere)}</p>;
  return (
    <ul className="rows">
      {licences.map(({ number, type, status, premises, validUntil }) => (
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
  );
}
