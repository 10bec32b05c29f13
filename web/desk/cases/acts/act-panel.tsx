import { type ReactNode, useEffect, useRef } from "react";
import { type Text, useTexts } from "../../../shared/texts/text.ts";
import { ErrorSummary } from "../../../shared/ui/field.tsx";
import { Notice } from "../../../shared/ui/notice.tsx";
import { TroubleNotice } from "../../../shared/ui/trouble-notice.tsx";
import type { Act } from "./act.ts";
import { ActFields } from "./act-fields.tsx";
import type { ActDraft } from "./use-act-draft.ts";

const TEXTS = {
  sending: { zh: "正在提交…", en: "Sending…" },
  cancel: { zh: "取消", en: "Cancel" },
  changed: { zh: "案件已有变化，没有办成", en: "The case has changed, so it was not done" },
  changedWhat: {
    zh: "可能同事刚刚办理过，页面已显示最新情况。请先看办理经过；您写的内容还在。",
    en: "A colleague may have acted just now; this page shows the case as it is. Look at its history first. Your text is kept.",
  },
  refused: { zh: "没有办成", en: "It was not done" },
} satisfies Record<string, Text>;
const markedSo = (count: number): Text => ({
  zh: `已勾选 ${count} 项。`,
  en: count === 1 ? "One thing is marked." : `${count} things are marked.`,
});

type ActPanelProps = {
  readonly act: Act;
  readonly draft: ActDraft;
  readonly done: (act: Act) => void;
  readonly cancel: () => void;
  /** Told before it is done. */
  readonly children?: ReactNode;
};

/** An act that has been opened: what it does, what it needs, and what has become of it. */
export function ActPanel({ act, draft, done, cancel, children }: ActPanelProps): ReactNode {
  const { say } = useTexts();
  const { problems, outcome, isSending, submit } = draft;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const run = async (): Promise<void> => {
    if (await submit(act)) done(act);
  };
  const isCorrection = act.key === "REQUEST_CORRECTION";
  return (
    <form
      className="waiting"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void run();
      }}
    >
      <h3 tabIndex={-1} ref={heading}>
        {say(act.title)}
      </h3>
      <p>{say(act.about)}</p>
      <ErrorSummary problems={problems} />
      {outcome?.kind === "trouble" && (
        <TroubleNotice trouble={outcome.trouble} again={() => void run()} isAsking={isSending} />
      )}
      {outcome?.kind === "changed" && (
        <Notice tone="act" title={say(TEXTS.changed)} isNews>
          <p>{outcome.message}</p>
          <p>{say(TEXTS.changedWhat)}</p>
        </Notice>
      )}
      {outcome?.kind === "refused" && (
        <Notice tone="bad" title={say(TEXTS.refused)} isNews>
          <p>{outcome.message}</p>
        </Notice>
      )}
      {isCorrection ? (
        <p className="strong" id="correction" tabIndex={-1}>
          {say(markedSo(Object.keys(draft.values).length))}
        </p>
      ) : (
        <ActFields fields={act.fields} draft={draft} />
      )}
      {children}
      <p className="tags">
        <button
          className={act.isGrave ? "button button-grave" : "button"}
          type="submit"
          aria-disabled={isSending}
        >
          {say(isSending ? TEXTS.sending : act.title)}
        </button>
        <button className="button button-plain" type="button" onClick={cancel}>
          {say(TEXTS.cancel)}
        </button>
      </p>
    </form>
  );
}
