import type { ReactNode } from "react";
import type { TypedDocumentString } from "../../shared/generated/graphql.ts";
import { refusalAt, useAct } from "../../shared/graphql/use-act.ts";
import { useKept } from "../../shared/sign-in/use-kept.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Field } from "../../shared/ui/field.tsx";
import { ActOutcome } from "../acts/act-outcome.tsx";

const TEXTS = {
  title: { zh: "发布", en: "Publish" },
  same: {
    zh: "草稿与现行版本相同，没有可发布的内容。",
    en: "The draft is as in force: there is nothing to publish.",
  },
  other: {
    zh: "您改过这份草稿，要由另一名编辑复核后发布。",
    en: "You have changed this draft: another editor looks at it and publishes it.",
  },
  reason: { zh: "发布理由", en: "Reason" },
  publish: { zh: "发布", en: "Publish it" },
  publishing: { zh: "正在发布…", en: "Publishing…" },
  done: { zh: "已发布", en: "It is published" },
} satisfies Record<string, Text>;

type Publication = { readonly code: string; readonly draftRevision: number; readonly reason: string };

type PublishDraftProps<Result> = {
  readonly of: { readonly code: string; readonly draftRevision: number; readonly isChanged: boolean };
  /** The officer can publish it. */
  readonly isOffered: boolean;
  readonly document: TypedDocumentString<{ readonly done: Result | null }, Publication>;
  /** The reason is kept under it while it is typed. */
  readonly kept: string;
  readonly texts: {
    /** Tells the officer what follows. */
    readonly about: Text;
    /** Where the reason is read. */
    readonly hint: Text;
  };
};

/** Publication, by an editor who has no part in the draft. */
export function PublishDraft<Result extends object>(props: PublishDraftProps<Result>): ReactNode {
  const { of, isOffered, document, kept, texts } = props;
  const { code, draftRevision, isChanged } = of;
  const { say } = useTexts();
  const { value: reason, change: write, forget } = useKept(kept, () => "");
  const { send, isSending, ended: outcome } = useAct(document);
  const publish = async (): Promise<void> => {
    const ended = await send({ code, draftRevision, reason });
    if (ended?.kind === "done") forget();
  };
  const problem = refusalAt(outcome, "reason");
  return (
    <section className="part">
      <h2>{say(TEXTS.title)}</h2>
      <ActOutcome of={outcome} done={say(TEXTS.done)} again={() => void publish()} isSending={isSending} />
      {!isOffered && <p>{say(isChanged ? TEXTS.other : TEXTS.same)}</p>}
      {isOffered && (
        <form
          className="waiting"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void publish();
          }}
        >
          <p className="soft">{say(texts.about)}</p>
          <Field id="publish-reason" label={say(TEXTS.reason)} hint={say(texts.hint)} problem={problem}>
            {(marks) => (
              <textarea {...marks} rows={3} value={reason} onChange={(event) => write(event.target.value)} />
            )}
          </Field>
          <div>
            <button className="button" type="submit" aria-disabled={isSending}>
              {say(isSending ? TEXTS.publishing : TEXTS.publish)}
            </button>
          </div>
        </form>
      )}
    </section>
  );
}
