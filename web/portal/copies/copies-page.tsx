import { getRouteApi, Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { day } from "../../shared/format/dates.ts";
import { graphql } from "../../shared/generated/gql.ts";
import type { PortalLicenceCopiesQuery } from "../../shared/generated/graphql.ts";
import { troubleAt } from "../../shared/graphql/trouble.ts";
import { useOwnAnswer } from "../../shared/graphql/use-answer.ts";
import { COPY_STATUSES } from "../../shared/texts/licence-copy-texts.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Answered } from "../../shared/ui/answered.tsx";
import { Page } from "../../shared/ui/page.tsx";
import { Tag } from "../../shared/ui/tag.tsx";
import { TroubleNotice } from "../../shared/ui/trouble-notice.tsx";
import { BackToLicence } from "../licences/back-to-licence.tsx";
import { Pager } from "../pager.tsx";
import { usesLeft } from "./uses-left.ts";

const COPIES = graphql(`
  query PortalLicenceCopies($id: ID!, $after: String) {
    node(id: $id) {
      ... on ElectronicLicence {
        id
        number
        status
        type {
          name {
            zh
            en
          }
        }
        copies(first: 10, after: $after) {
          edges {
            node {
              id
              status
              verifier {
                name
              }
              purpose
              until
              uses
              used
            }
          }
          pageInfo {
            hasNextPage
            endCursor
          }
        }
      }
    }
  }
`);

type Licence = Extract<NonNullable<PortalLicenceCopiesQuery["node"]>, { id: string }>;
type Copy = NonNullable<Licence["copies"]>["edges"][number]["node"];

const TEXTS = {
  title: { zh: "加注件", en: "Copies for one purpose" },
  unknown: { zh: "没有这个证照，或者它不属于您。", en: "There is no such licence, or it is not yours." },
  none: { zh: "这个证照还没有分享过加注件。", en: "No copy of this licence was shared yet." },
  share: { zh: "分享一份加注件", en: "Share a copy" },
  older: { zh: "更早的加注件", en: "Earlier copies" },
  newest: { zh: "回到最近的", en: "Back to the latest" },
} satisfies Record<string, Text>;
const until = (when: string): Text => ({ zh: `至${when}`, en: `Until ${when}` });

const route = getRouteApi("/licences/own/$id/copies");

/** The copies of a licence that its holder has shared, the latest first. */
export function CopiesPage(): ReactNode {
  const { say } = useTexts();
  const { id } = route.useParams();
  const { after } = route.useSearch();
  const asked = useOwnAnswer(COPIES, after ? { id, after } : { id });
  return (
    <Page title={say(TEXTS.title)} isNarrow>
      <Answered asked={asked}>
        {({ node }, errors) => {
          if (!isLicence(node)) return <p className="part">{say(TEXTS.unknown)}</p>;
          const trouble = troubleAt(errors, ["node", "copies"]);
          if (trouble) return <TroubleNotice trouble={trouble} again={asked.again} />;
          return <Copies of={node} isLater={after !== undefined} />;
        }}
      </Answered>
      <p>
        <BackToLicence id={id} />
      </p>
    </Page>
  );
}

function Copies({ of, isLater }: { readonly of: Licence; readonly isLater: boolean }): ReactNode {
  const { say } = useTexts();
  const { id, number, status, type, copies } = of;
  const edges = copies?.edges ?? [];
  return (
    <section className="part">
      <h2>
        {say(type.name)} {number}
      </h2>
      {edges.length === 0 && !isLater && <p className="soft">{say(TEXTS.none)}</p>}
      <ul className="rows">
        {edges.map(({ node }) => (
          <li key={node.id} className="row">
            <CopyLine of={node} />
          </li>
        ))}
      </ul>
      <Pager
        to="/licences/own/$id/copies"
        params={{ id }}
        isLater={isLater}
        pageInfo={copies?.pageInfo}
        older={TEXTS.older}
        newest={TEXTS.newest}
      />
      {status === "VALID" && (
        <div className="buttons">
          <Link className="button" to="/licences/own/$id/share" params={{ id }}>
            {say(TEXTS.share)}
          </Link>
        </div>
      )}
    </section>
  );
}

function CopyLine({ of }: { readonly of: Copy }): ReactNode {
  const { say, language } = useTexts();
  const { text, tone } = COPY_STATUSES[of.status];
  return (
    <>
      <span className="stack-tight">
        <Link className="link-target strong" to="/licences/copies/$id" params={{ id: of.id }} search={{}}>
          {of.verifier.name}
        </Link>
        <span>{of.purpose}</span>
        <span className="soft small">
          {say(until(day(of.until, language)))} · {say(usesLeft(of.uses, of.used))}
        </span>
      </span>
      <Tag tone={tone}>{say(text)}</Tag>
    </>
  );
}

const isLicence = (node: object | null | undefined): node is Licence => !!node && "number" in node;
