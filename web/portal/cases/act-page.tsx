import { getRouteApi, Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { graphql } from "../../shared/generated/gql.ts";
import type { PortalActQuery } from "../../shared/generated/graphql.ts";
import { useOwnAnswer } from "../../shared/graphql/use-answer.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Answered } from "../../shared/ui/answered.tsx";
import { FailureNotice } from "../../shared/ui/failure-notice.tsx";
import { ErrorSummary, Field } from "../../shared/ui/field.tsx";
import { Page } from "../../shared/ui/page.tsx";
import { NoSuchPage } from "../no-such-page.tsx";
import { ACTS, type Act, isAct } from "./acts.ts";
import { useCaseAct } from "./use-case-act.ts";

const CASE = graphql(`
  query PortalAct($id: ID!) {
    node(id: $id) {
      __typename
      ... on Application {
        id
        availableActions
        item {
          name {
            zh
            en
          }
        }
        decision {
          reason
          remedy
        }
      }
    }
  }
`);

type Node = NonNullable<PortalActQuery["node"]>;
type Application = Extract<Node, { __typename: "Application" }>;

const TEXTS = {
  notNow: { zh: "这个办件现在不能这样做。", en: "This cannot be done in this case now." },
  back: { zh: "回到办件", en: "Back to the case" },
  sending: { zh: "正在提交…", en: "Sending…" },
} satisfies Record<string, Text>;

const route = getRouteApi("/cases/$id/$act");

/** An act of the applicant's in a case for which they give a reason: to take it back, to appeal, to complain about delay. */
export function ActPage(): ReactNode {
  const { id, act } = route.useParams();
  return isAct(act) ? <OneAct key={act} id={id} act={act} /> : <NoSuchPage />;
}

function OneAct({ id, act }: { readonly id: string; readonly act: Act }): ReactNode {
  const { say } = useTexts();
  const asked = useOwnAnswer(CASE, { id });
  const { action, title } = ACTS[act];
  return (
    <Page title={say(title)} isNarrow>
      <Answered asked={asked}>
        {({ node }) =>
          node?.__typename === "Application" && node.availableActions.includes(action) ? (
            <Reasoned of={node} act={act} />
          ) : (
            <p className="part">{say(TEXTS.notNow)}</p>
          )
        }
      </Answered>
      <p>
        <Link className="link-target" to="/cases/$id" params={{ id }}>
          {say(TEXTS.back)}
        </Link>
      </p>
    </Page>
  );
}

function Reasoned({ of, act }: { readonly of: Application; readonly act: Act }): ReactNode {
  const { say } = useTexts();
  const { says, label, hint, button } = ACTS[act];
  const { reason, write, send, problem, problems, outcome, isSending } = useCaseAct(of.id, act);
  return (
    <form
      className="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <ErrorSummary problems={problems} />
      <FailureNotice failure={outcome} again={send} isSending={isSending} />
      <section className="part">
        <p className="strong">{say(of.item.name)}</p>
        <p>{say(says)}</p>
        {act === "appeal" && of.decision && (
          <>
            <p>{of.decision.reason}</p>
            <p className="soft small">{of.decision.remedy}</p>
          </>
        )}
        <Field id="reason" label={say(label)} hint={say(hint)} problem={problem}>
          {(marks) => (
            <textarea {...marks} rows={5} value={reason} onChange={(event) => write(event.target.value)} />
          )}
        </Field>
      </section>
      <button className="button" type="submit" aria-disabled={isSending}>
        {say(isSending ? TEXTS.sending : button)}
      </button>
    </form>
  );
}
