import type { ReactNode } from "react";
import { moment } from "../../shared/format/dates.ts";
import { type FragmentType, readFragment } from "../../shared/generated/fragment-masking.ts";
import { graphql } from "../../shared/generated/gql.ts";
import { useAct } from "../../shared/graphql/use-act.ts";
import { useIdempotencyKey } from "../../shared/graphql/use-idempotency-key.ts";
import { LEVELS } from "../../shared/texts/evaluation-texts.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Facts } from "../../shared/ui/facts.tsx";
import { TextAct } from "../text-act.tsx";
import { EvaluateAtWindow } from "./evaluate-at-window.tsx";

const FRAGMENT = graphql(`
  fragment AttendedWords on Application {
    id
    canBeEvaluated
    notes(first: 10) {
      edges {
        node {
          id
          kind
          text
          at
        }
      }
    }
    evaluations {
      id
      level
      at
      comment
      availableActions
    }
  }
`);

const REPLY = graphql(`
  mutation DeskReplyToNote($note: ID!, $text: String!, $attendance: ID!, $key: ID!) {
    done: replyToNote(note: $note, text: $text, attendance: $attendance, idempotencyKey: $key) {
      __typename
      ... on Refusal {
        message
      }
    }
  }
`);

const APPEAL = graphql(`
  mutation DeskAppealEvaluation($id: ID!, $reason: String!, $attendance: ID!) {
    done: appealEvaluation(id: $id, reason: $reason, attendance: $attendance) {
      __typename
      ... on Refusal {
        message
      }
    }
  }
`);

const TEXTS = {
  notes: { zh: "与办理人员的留言", en: "Notes between them and the department" },
  office: { zh: "办理人员", en: "The department" },
  applicant: { zh: "申请人", en: "The applicant" },
  reply: { zh: "代写回复", en: "Their reply" },
  send: { zh: "发送回复", en: "Send the reply" },
  evaluation: { zh: "对办理的评价", en: "How they found it" },
  appeal: { zh: "申诉的理由", en: "Why they appeal against how it was handled" },
  sendAppeal: { zh: "提交申诉", en: "Hand in the appeal" },
} satisfies Record<string, Text>;

type WordsProps = { readonly of: FragmentType<typeof FRAGMENT>; readonly attendance: string };

/** The person's words about the case, which the clerk takes down: a reply to a note, an evaluation, an appeal against its handling. */
export function AttendedWords({ of, attendance }: WordsProps): ReactNode {
  const { say, language } = useTexts();
  const { id, canBeEvaluated, notes, evaluations } = readFragment(FRAGMENT, of);
  const all = notes?.edges.map(({ node }) => node) ?? [];
  const newest = all.find(({ kind }) => kind === "TO_APPLICANT")?.id;
  return (
    <>
      {all.length > 0 && (
        <section className="part">
          <h2>{say(TEXTS.notes)}</h2>
          <ul className="rows">
            {all.map((note) => (
              <li key={note.id} className="stack-tight">
                <span className="soft small">
                  {say(note.kind === "FROM_APPLICANT" ? TEXTS.applicant : TEXTS.office)} ·{" "}
                  {moment(note.at, language)}
                </span>
                <span>{note.text}</span>
              </li>
            ))}
          </ul>
          {newest && <Reply key={newest} note={newest} attendance={attendance} />}
        </section>
      )}
      {evaluations?.map((one) => (
        <section className="part" key={one.id}>
          <h2>{say(TEXTS.evaluation)}</h2>
          <Facts
            of={[
              [say(LEVELS[one.level]), [moment(one.at, language), one.comment].filter(Boolean).join(" · ")],
            ]}
          />
          {one.availableActions.includes("APPEAL") && <Appeal id={one.id} attendance={attendance} />}
        </section>
      ))}
      {canBeEvaluated === true && (
        <details className="part">
          <summary>{say(TEXTS.evaluation)}</summary>
          <EvaluateAtWindow application={id} attendance={attendance} />
        </details>
      )}
    </>
  );
}

type ReplyProps = { readonly note: string; readonly attendance: string };

function Reply({ note, attendance }: ReplyProps): ReactNode {
  const request = useIdempotencyKey();
  const { send, failure, isSending } = useAct(REPLY, request.forget);
  return (
    <TextAct
      id={`reply-${note}`}
      label={TEXTS.reply}
      deeds={[
        {
          ...{ name: TEXTS.send, failure, isSending },
          send: (text) => send({ note, text, attendance, key: request.keyFor([note, text]) }),
        },
      ]}
    />
  );
}

type AppealProps = { readonly id: string; readonly attendance: string };

function Appeal({ id, attendance }: AppealProps): ReactNode {
  const { send, failure, isSending } = useAct(APPEAL);
  return (
    <TextAct
      id={`appeal-${id}`}
      label={TEXTS.appeal}
      deeds={[
        {
          ...{ name: TEXTS.sendAppeal, failure, isSending },
          send: (reason) => send({ id, reason, attendance }),
        },
      ]}
    />
  );
}
