import { getRouteApi, Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { graphql } from "../../shared/generated/gql.ts";
import type { ConsoleConsentsQuery, Mode } from "../../shared/generated/graphql.ts";
import { troubleAt } from "../../shared/graphql/trouble.ts";
import { useOwnAnswer } from "../../shared/graphql/use-answer.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Answered } from "../../shared/ui/answered.tsx";
import { TroubleNotice } from "../../shared/ui/trouble-notice.tsx";
import { ModeLinks } from "../parts/mode-links.tsx";
import { modeIn } from "../parts/modes.ts";
import { NoSuchPartner, PartnerFrame, PartnerName } from "../parts/partner-frame.tsx";
import { allScopes, type ScopeWords, wordsOf } from "../scopes/scope-words.ts";
import { AskForConsent } from "./ask-for-consent.tsx";
import { RequestLine } from "./request-line.tsx";

const CONSENTS = graphql(`
  query ConsoleConsents($id: ID!, $mode: Mode!, $after: String) {
    node(id: $id) {
      __typename
      ... on Partner {
        id
        name
        scopes
        openModes
        consentRequests(mode: $mode, first: 15, after: $after) {
          edges {
            node {
              id
              ...RequestLine
            }
          }
          pageInfo {
            hasNextPage
            endCursor
          }
        }
      }
    }
    scopes {
      ...ConsoleScope
    }
  }
`);

type Partner = Extract<NonNullable<ConsoleConsentsQuery["node"]>, { __typename: "Partner" }>;

const TEXTS = {
  title: { zh: "同意请求", en: "Consents asked for" },
  list: { zh: "已发出的请求", en: "Requests so far" },
  none: { zh: "还没有请求过谁的同意。", en: "Nobody has been asked yet." },
  older: { zh: "更早的请求", en: "Older requests" },
  newest: { zh: "回到最新", en: "Back to the newest" },
} satisfies Record<string, Text>;

const route = getRouteApi("/console/partners/$partner/consents");

/** The consents that were asked for in the partner's name, with what may be read by each, and the form that asks. */
export function ConsentsPage(): ReactNode {
  const { say } = useTexts();
  const { partner: id } = route.useParams();
  const { mode: named, after } = route.useSearch();
  const mode = modeIn(named);
  const asked = useOwnAnswer(CONSENTS, { id, mode, ...(after ? { after } : {}) });
  return (
    <PartnerFrame title={say(TEXTS.title)} partner={id}>
      <ModeLinks to="/console/partners/$partner/consents" partner={id} mode={mode} />
      <Answered asked={asked}>
        {({ node, scopes }, errors) => {
          const trouble = troubleAt(errors, ["node", "consentRequests"]) ?? troubleAt(errors, ["scopes"]);
          if (trouble) return <TroubleNotice trouble={trouble} again={asked.again} />;
          if (node?.__typename !== "Partner") return <NoSuchPartner />;
          const all = allScopes(scopes);
          return (
            <>
              <PartnerName name={node.name} />
              {node.openModes.includes(mode) && !after && (
                <AskForConsent
                  key={mode}
                  partner={id}
                  mode={mode}
                  scopes={wordsOf(all, node.scopes).filter(({ isByConsent }) => isByConsent)}
                />
              )}
              <Requests of={node} mode={mode} scopes={all} isFirst={!after} />
            </>
          );
        }}
      </Answered>
    </PartnerFrame>
  );
}

type RequestsProps = {
  readonly of: Partner;
  readonly mode: Mode;
  readonly scopes: readonly ScopeWords[];
  readonly isFirst: boolean;
};

function Requests({ of: { id, consentRequests }, mode, scopes, isFirst }: RequestsProps): ReactNode {
  const { say } = useTexts();
  const { edges = [], pageInfo } = consentRequests ?? {};
  const way = { to: "/console/partners/$partner/consents", params: { partner: id } } as const;
  return (
    <section className="part">
      <h2>{say(TEXTS.list)}</h2>
      {edges.length === 0 && <p className="soft">{say(TEXTS.none)}</p>}
      <ul className="rows">
        {edges.map(({ node }) => (
          <li key={node.id}>
            <RequestLine of={node} scopes={scopes} />
          </li>
        ))}
      </ul>
      <div className="row">
        {!isFirst && (
          <Link className="link-target" {...way} search={{ mode }}>
            {say(TEXTS.newest)}
          </Link>
        )}
        {pageInfo?.hasNextPage && pageInfo.endCursor && (
          <Link className="link-target" {...way} search={{ mode, after: pageInfo.endCursor }}>
            {say(TEXTS.older)}
          </Link>
        )}
      </div>
    </section>
  );
}
