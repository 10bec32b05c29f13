import { getRouteApi, Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { readFragment } from "../../shared/generated/fragment-masking.ts";
import { graphql } from "../../shared/generated/gql.ts";
import type { DeskAuditQuery } from "../../shared/generated/graphql.ts";
import { useOwnAnswer } from "../../shared/graphql/use-answer.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Answered } from "../../shared/ui/answered.tsx";
import { Facts } from "../../shared/ui/facts.tsx";
import { Page } from "../../shared/ui/page.tsx";
import { CaseLink } from "../cases/case-link.tsx";
import { NextPage } from "../supervision/next-page.tsx";
import { AuditEntries } from "./audit-entries.tsx";
import { TRAIL_VERIFICATION, Verification } from "./verification.tsx";

const AUDIT = graphql(`
  query DeskAudit($id: ID!, $after: String) {
    node(id: $id) {
      ... on Application {
        id
        number
        item {
          name {
            zh
            en
          }
        }
        auditTrail(first: 50, after: $after) {
          ...AuditEntries
          pageInfo {
            hasNextPage
            endCursor
          }
        }
      }
    }
    verifyAuditTrail(application: $id) {
      __typename
      ...TrailVerification
    }
  }
`);

type Application = Extract<NonNullable<DeskAuditQuery["node"]>, { id: string }>;

const TEXTS = {
  title: { zh: "办件记录核对", en: "A case's trail" },
  unknown: {
    zh: "没有这个办件，或者它不在您的辖区。",
    en: "There is no such case, or it is not in your jurisdiction.",
  },
  back: { zh: "回到审计", en: "Back to the audit" },
  number: { zh: "办件编号", en: "Case number" },
  item: { zh: "事项", en: "Service item" },
} satisfies Record<string, Text>;

const route = getRouteApi("/desk/audit/$id");

const isCase = (node: object | null | undefined): node is Application => !!node && "auditTrail" in node;

/** All that was done about a case, and whether the record of it is as it was written. */
export function AuditPage(): ReactNode {
  const { say } = useTexts();
  const { id } = route.useParams();
  const { after } = route.useSearch();
  const asked = useOwnAnswer(AUDIT, { id, ...(after ? { after } : {}) });
  return (
    <Page title={say(TEXTS.title)}>
      <p>
        <Link className="link-target" to="/desk/audit">
          {say(TEXTS.back)}
        </Link>
      </p>
      <Answered asked={asked}>
        {({ node, verifyAuditTrail: verified }) => {
          if (!isCase(node)) return <p>{say(TEXTS.unknown)}</p>;
          const { auditTrail } = node;
          return (
            <>
              <section className="part">
                <Facts
                  of={[
                    [say(TEXTS.number), <CaseLink key="number" of={node} />],
                    [say(TEXTS.item), say(node.item.name)],
                  ]}
                />
              </section>
              {verified?.__typename === "AuditTrailVerification" && (
                <Verification id={id} first={readFragment(TRAIL_VERIFICATION, verified)} />
              )}
              {auditTrail && (
                <div className="part">
                  <AuditEntries of={auditTrail} />
                  <NextPage
                    page={auditTrail.pageInfo}
                    after={after}
                    to={(cursor) => ({
                      to: "/desk/audit/$id",
                      params: { id },
                      search: cursor ? { after: cursor } : {},
                    })}
                  />
                </div>
              )}
            </>
          );
        }}
      </Answered>
    </Page>
  );
}
