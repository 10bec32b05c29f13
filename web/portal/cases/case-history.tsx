import type { ReactNode } from "react";
import { type FragmentType, readFragment } from "../../shared/generated/fragment-masking.ts";
import { graphql } from "../../shared/generated/gql.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { History } from "../../shared/ui/history.tsx";

const PART = graphql(`
  fragment CaseHistoryPart on AuditTrailConnection {
    edges {
      node {
        sequence
        at
        text
        reason
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
`);

const FRAGMENT = graphql(`
  fragment CaseHistory on Application {
    id
    auditTrail(first: 50) {
      ...CaseHistoryPart
    }
  }
`);

const LATER = graphql(`
  query PortalLaterHistory($id: ID!, $after: String!) {
    node(id: $id) {
      ... on Application {
        auditTrail(first: 50, after: $after) {
          ...CaseHistoryPart
        }
      }
    }
  }
`);

const TITLE: Text = { zh: "办理经过", en: "What has happened" };

/** All that was done, in plain words, oldest first. */
export function CaseHistory({ of }: { readonly of: FragmentType<typeof FRAGMENT> }): ReactNode {
  const { say } = useTexts();
  const { id, auditTrail } = readFragment(FRAGMENT, of);
  return (
    <section className="part">
      <h2>{say(TITLE)}</h2>
      <History
        of={readFragment(PART, auditTrail)}
        application={id}
        later={LATER}
        partIn={({ node }) => readFragment(PART, node && "auditTrail" in node ? node.auditTrail : undefined)}
      />
    </section>
  );
}
