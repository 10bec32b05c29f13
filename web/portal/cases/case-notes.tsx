import { type ReactNode, useState } from "react";
import { moment } from "../../shared/format/dates.ts";
import { type FragmentType, readFragment } from "../../shared/generated/fragment-masking.ts";
import { graphql } from "../../shared/generated/gql.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { FailureNotice } from "../../shared/ui/failure-notice.tsx";
import { ErrorSummary, Field } from "../../shared/ui/field.tsx";
import { Notice } from "../../shared/ui/notice.tsx";
import { useReply } from "./use-reply.ts";

const FRAGMENT = graphql(`
  fragment CaseNotes on Application {
    notes(first: 20) {
      edges {
        node {
          id
          kind
          text
          at
        }
      }
    }
  }
`);

const TEXTS = {
  title: { zh: "与办理人员的留言", en: "Notes between you and the department" },
  office: { zh: "办理人员", en: "The department" },
  you: { zh: "您", en: "You" },
  reply: { zh: "回复", en: "Your reply" },
  hint: { zh: "最多 1000 个字。", en: "1,000 characters at most." },
  empty: { zh: "请先写下要回复的内容", en: "Write what you want to reply" },
  send: { zh: "发送", en: "Send" },
  sending: { zh: "正在发送…", en: "Sending…" },
  sent: { zh: "已发送", en: "Your reply is sent" },
} satisfies Record<string, Text>;

/** The notes between the applicant and those who handle the case; nothing where nothing was written. */
export function CaseNotes({ of }: { readonly of: FragmentType<typeof FRAGMENT> }): ReactNode {
  const { say, language } = useTexts();
  const notes = readFragment(FRAGMENT, of).notes?.edges.map(({ node }) => node) ?? [];
  const newest = notes.find(({ kind }) => kind === "TO_APPLICANT");
  if (notes.length === 0) return null;
  return (
    <section className="part">
      <h2>{say(TEXTS.title)}</h2>
      <ul className="rows">
        {notes.map(({ id, kind, text, at }) => (
          <li key={id} className="stack-tight">
            <span className="soft small">
              {say(kind === "FROM_APPLICANT" ? TEXTS.you : TEXTS.office)} · {moment(at, language)}
            </span>
            <span>{text}</span>
          </li>
        ))}
      </ul>
      {newest?.id && <Reply note={newest.id} />}
    </section>
  );
}

function Reply({ note }: { readonly note: string }): ReactNode {
  const { say } = useTexts();
  const { text, write, send, isSending, failure, isDone } = useReply(note);
  const [isEmpty, setEmpty] = useState(false);
  const problems = isEmpty && text.trim() === "" ? [{ field: "reply", text: say(TEXTS.empty) }] : [];
  return (
    <form
      className="waiting"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setEmpty(text.trim() === "");
        if (text.trim() !== "") send();
      }}
    >
      <ErrorSummary problems={problems} />
      <FailureNotice failure={failure} again={send} isSending={isSending} />
      {isDone && <Notice tone="good" title={say(TEXTS.sent)} isNews />}
      <Field id="reply" label={say(TEXTS.reply)} hint={say(TEXTS.hint)} problem={problems[0]?.text}>
        {(marks) => (
          <textarea
            {...marks}
            rows={4}
            maxLength={1000}
            value={text}
            onChange={(event) => write(event.target.value)}
          />
        )}
      </Field>
      <button className="button" type="submit" aria-disabled={isSending}>
        {say(isSending ? TEXTS.sending : TEXTS.send)}
      </button>
    </form>
  );
}
