import { type ReactNode, useRef, useState } from "react";
import { type Text, useTexts } from "../../../shared/texts/text.ts";
import { Notice } from "../../../shared/ui/notice.tsx";
import type { Act } from "./act.ts";
import { ActPanel } from "./act-panel.tsx";
import type { ActDraft } from "./use-act-draft.ts";

const TEXTS = {
  title: { zh: "可以办理", en: "Your actions" },
  none: {
    zh: "您现在不能办理这个案件：它轮到其他人，或者已经办结。",
    en: "There is nothing for you to do with this case now: it is somebody else's turn, or it has ended.",
  },
  gone: { zh: "这项操作现在不能办理", en: "This cannot be done any more" },
  goneWhat: {
    zh: "案件已有变化，可能同事刚刚办理过。您写的内容还在：",
    en: "The case has changed; a colleague may have acted. Your text is kept:",
  },
  close: { zh: "知道了，不再保留", en: "Close, and let go of it" },
} satisfies Record<string, Text>;

type ActsPartProps = {
  readonly acts: readonly Act[];
  /** The key of the act that is open, as the address has it. */
  readonly openKey: string | undefined;
  readonly draft: ActDraft;
  readonly open: (key: string | undefined) => void;
  /** Told within the act that is open. */
  readonly children?: ReactNode;
};

/** All that the officer can do with the case now; one of it at a time is open. */
export function ActsPart({ acts, openKey, draft, open, children }: ActsPartProps): ReactNode {
  const { say } = useTexts();
  const heading = useRef<HTMLHeadingElement>(null);
  const [done, setDone] = useState<Text>();
  const act = acts.find(({ key }) => key === openKey);
  const close = (): void => {
    open(undefined);
    heading.current?.focus();
  };
  return (
    <section className="part acts">
      <h2 tabIndex={-1} ref={heading}>
        {say(TEXTS.title)}
      </h2>
      {done && !openKey && <Notice tone="good" title={say(done)} isNews />}
      {openKey && !act && <Gone draft={draft} close={close} />}
      {act && (
        <ActPanel
          key={act.key}
          {...{ act, draft }}
          done={() => {
            setDone(act.done);
            close();
          }}
          cancel={close}
        >
          {children}
        </ActPanel>
      )}
      {!act && acts.length === 0 && <p>{say(TEXTS.none)}</p>}
      {!act && (
        <ul className="act-list">
          {acts.map(({ key, title, isGrave }) => (
            <li key={key}>
              <button
                className={isGrave ? "button button-plain button-grave" : "button button-plain"}
                type="button"
                onClick={() => {
                  setDone(undefined);
                  open(key);
                }}
              >
                {say(title)}
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** Somebody has acted while this officer was writing. */
function Gone({ draft, close }: { readonly draft: ActDraft; readonly close: () => void }): ReactNode {
  const { say } = useTexts();
  const written = Object.values(draft.values).filter((value) => value !== "");
  if (draft.outcome?.kind === "changed" || written.length > 0)
    return (
      <Notice tone="act" title={say(TEXTS.gone)} isNews>
        {draft.outcome?.kind === "changed" && <p>{draft.outcome.message}</p>}
        <p>{say(TEXTS.goneWhat)}</p>
        {written.map((value) => (
          <p key={value}>{value}</p>
        ))}
        <button
          className="button button-plain"
          type="button"
          onClick={() => {
            draft.forget();
            close();
          }}
        >
          {say(TEXTS.close)}
        </button>
      </Notice>
    );
  return null;
}
