import { type ReactNode, useState } from "react";
import { moment } from "../../shared/format/dates.ts";
import { type FragmentType, readFragment } from "../../shared/generated/fragment-masking.ts";
import { graphql } from "../../shared/generated/gql.ts";
import type { CaseNoteKind } from "../../shared/generated/graphql.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import type { Tone } from "../../shared/texts/tone.ts";
import { Choice } from "../../shared/ui/choice.tsx";
import { FailureNotice } from "../../shared/ui/failure-notice.tsx";
import { ErrorSummary, Field } from "../../shared/ui/field.tsx";
import { Notice } from "../../shared/ui/notice.tsx";
import { Tag } from "../../shared/ui/tag.tsx";
import { useNote } from "./use-note.ts";

const FRAGMENT = graphql(`
  fragment DeskNotes on Application {
    id
    notes(first: 20) {
      edges {
        node {
          id
          kind
          text
          at
          officer {
            name
          }
        }
      }
      pageInfo {
        hasNextPage
      }
    }
  }
`);

const TEXTS = {
  title: { zh: "留言", en: "Notes" },
  none: { zh: "还没有留言。", en: "There are no notes yet." },
  more: { zh: "这里只列出最近的 20 条。", en: "These are the latest 20." },
  kind: { zh: "写给", en: "For" },
  text: { zh: "留言内容", en: "Your note" },
  hint: { zh: "最多 1000 个字。", en: "1,000 characters at most." },
  empty: { zh: "请先写下留言内容", en: "Write the note first" },
  send: { zh: "留言", en: "Keep the note" },
  sending: { zh: "正在保存…", en: "Keeping it…" },
  kept: { zh: "已留言", en: "The note is kept" },
} satisfies Record<string, Text>;

const KINDS: Readonly<Record<CaseNoteKind, { readonly text: Text; readonly tone: Tone }>> = {
  INTERNAL: { text: { zh: "内部留言", en: "Internal" }, tone: "plain" },
  TO_APPLICANT: { text: { zh: "写给申请人", en: "To the applicant" }, tone: "wait" },
  FROM_APPLICANT: { text: { zh: "申请人回复", en: "The applicant's reply" }, tone: "act" },
};
const CHOICES = [
  { kind: "INTERNAL", text: { zh: "同事（申请人看不到）", en: "Colleagues; the applicant never reads it" } },
  {
    kind: "TO_APPLICANT",
    text: { zh: "申请人（会收到通知，可以回复）", en: "The applicant, who is told of it and can reply" },
  },
] as const;

/** The notes on the case, the newest first, and a place to write one. */
export function Notes({ of }: { readonly of: FragmentType<typeof FRAGMENT> }): ReactNode {
  const { say, language } = useTexts();
  const { id, notes } = readFragment(FRAGMENT, of);
  return (
    <section className="part">
      <h2>{say(TEXTS.title)}</h2>
      {notes?.edges.length === 0 && <p>{say(TEXTS.none)}</p>}
      <ul className="rows">
        {notes?.edges.map(({ node: { id: note, kind, text, at, officer } }) => (
          <li key={note} className="stack-tight">
            <span className="tags soft small">
              <Tag tone={KINDS[kind].tone}>{say(KINDS[kind].text)}</Tag>
              {[moment(at, language), officer?.name].filter(Boolean).join(" · ")}
            </span>
            <span>{text}</span>
          </li>
        ))}
      </ul>
      {notes?.pageInfo.hasNextPage && <p className="soft">{say(TEXTS.more)}</p>}
      <NoteForm id={id} />
    </section>
  );
}

function NoteForm({ id }: { readonly id: string }): ReactNode {
  const { say } = useTexts();
  const { draft, write, send, isSending, failure, isDone } = useNote(id);
  const [isEmpty, setEmpty] = useState(false);
  const problems = isEmpty && draft.text.trim() === "" ? [{ field: "note", text: say(TEXTS.empty) }] : [];
  return (
    <form
      className="waiting"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setEmpty(draft.text.trim() === "");
        if (draft.text.trim() !== "") send();
      }}
    >
      <ErrorSummary problems={problems} />
      <FailureNotice failure={failure} again={send} isSending={isSending} />
      {isDone && <Notice tone="good" title={say(TEXTS.kept)} isNews />}
      <Choice
        id="note-kind"
        label={say(TEXTS.kind)}
        value={draft.kind}
        options={CHOICES.map(({ kind, text }) => ({ value: kind, text: say(text) }))}
        choose={(value) => write({ ...draft, kind: value === "TO_APPLICANT" ? value : "INTERNAL" })}
      />
      <Field id="note" label={say(TEXTS.text)} hint={say(TEXTS.hint)} problem={problems[0]?.text}>
        {(marks) => (
          <textarea
            {...marks}
            rows={3}
            maxLength={1000}
            value={draft.text}
            onChange={(event) => write({ ...draft, text: event.target.value })}
          />
        )}
      </Field>
      <p>
        <button className="button button-plain" type="submit" aria-disabled={isSending}>
          {say(isSending ? TEXTS.sending : TEXTS.send)}
        </button>
      </p>
    </form>
  );
}
