import type { ReactNode } from "react";
import { refusalAt, useAct } from "../../shared/graphql/use-act.ts";
import { useKept } from "../../shared/sign-in/use-kept.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Field } from "../../shared/ui/field.tsx";
import { ActOutcome } from "../acts/act-outcome.tsx";
import type { Edited } from "./edited.ts";
import { PUBLISH } from "./item-changes.ts";

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
  about: {
    zh: "发布后成为新的版本，在已开通的地区立即生效；已发布的版本不再改变。",
    en: "It becomes the next version, in force at once wherever the item is on. A published version never changes.",
  },
  reason: { zh: "发布理由", en: "Reason" },
  hint: { zh: "记入事项的历史", en: "It goes on record in the item's history" },
  publish: { zh: "发布", en: "Publish it" },
  publishing: { zh: "正在发布…", en: "Publishing…" },
  done: { zh: "已发布", en: "It is published" },
} satisfies Record<string, Text>;

/** Publication, by an editor who has no part in the draft. */
export function PublishItem({
  of: { code, draftRevision, isChanged, availableActions },
}: {
  readonly of: Edited;
}): ReactNode {
  const { say } = useTexts();
  const { value: reason, change: write, forget } = useKept(`publish:${code}`, () => "");
  const { send, isSending, ended: outcome } = useAct(PUBLISH);
  const publish = async (): Promise<void> => {
    const ended = await send({ code, draftRevision, reason });
    if (ended?.kind === "done") forget();
  };
  const isOffered = availableActions.includes("publishServiceItem");
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
          <p className="soft">{say(TEXTS.about)}</p>
          <Field id="publish-reason" label={say(TEXTS.reason)} hint={say(TEXTS.hint)} problem={problem}>
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
