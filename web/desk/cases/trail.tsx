import type { ReactNode } from "react";
import { type FragmentType, readFragment } from "../../shared/generated/fragment-masking.ts";
import { graphql } from "../../shared/generated/gql.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { History } from "../../shared/ui/history.tsx";

const PART = graphql(`
  fragment DeskTrailPart on AuditTrailConnection {
    edges {
      node {
        sequence
        at
        text
        reason
        officer {
          name
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
`);

const FRAGMENT = graphql(`
  fragment DeskTrail on Application {
    id
    auditTrail(first: 50) {
      ...DeskTrailPart
    }
  }
`);

const LATER = graphql(`
  query DeskLaterTrail($id: ID!, $after: String!) {
    node(id: $id) {
      ... on Application {
        auditTrail(first: 50, after: $after) {
          ...DeskTrailPart
        }
      }
    }
  }
`);

const TITLE: Text = { zh: "办理经过", en: "History" };

/** All that was done about the case, oldest first. */
export function Trail({ of }: { readonly of: FragmentType<typeof FRAGMENT> }): ReactNode {
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
