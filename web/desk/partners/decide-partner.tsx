import type { ReactNode } from "react";
import type { ResultOf } from "../../shared/graphql/result-of.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { ErrorSummary, Field } from "../../shared/ui/field.tsx";
import { ActOutcome } from "../acts/act-outcome.tsx";
import { decisionsIn, type PARTNER } from "./partner-operations.ts";
import { DECISION_WORDS } from "./partner-words.ts";
import { ScopeWords } from "./scope-words.tsx";
import { type Deciding, useDecision } from "./use-decision.ts";

type Answer = ResultOf<typeof PARTNER>;
export type Partner = Extract<NonNullable<Answer["node"]>, { readonly __typename: "Partner" }>;
export type ScopeTexts = NonNullable<Answer["scopes"]>;

const TEXTS = {
  title: { zh: "作出决定", en: "Decide" },
  what: { zh: "您的决定", en: "Your decision" },
  scopes: { zh: "批准哪些权限", en: "The scopes that are granted" },
  reason: { zh: "理由", en: "Reason" },
  hint: {
    zh: "记入审计记录。写明依据，例如核对了哪些材料。",
    en: "It goes on record: say what it stands on, for example what you have checked.",
  },
  send: { zh: "确定", en: "Decide so" },
  sending: { zh: "正在提交…", en: "Sending…" },
  nothing: {
    zh: "现在没有您可以作出的决定。",
    en: "There is nothing for you to decide now.",
  },
  approver: {
    zh: "由您批准的企业，正式环境要由另一名管理人员开通。",
    en: "Live access is opened by another manager than the one who approved.",
  },
} satisfies Record<string, Text>;

type DecideProps = { readonly partner: Partner; readonly texts: ScopeTexts };

/** The decisions that the platform offers to this manager, as radio buttons, with the reason for all of them. */
export function DecidePartner({ partner, texts }: DecideProps): ReactNode {
  const { say } = useTexts();
  const deciding = useDecision(partner);
  const { problems, send, isSending, outcome, taken, reason, write, decision } = deciding;
  const offered = decisionsIn(partner.availableActions ?? []);
  const problemAt = (field: string): string | undefined =>
    problems.find((problem) => problem.field === field)?.text;
  return (
    <section className="part">
      <h2>{say(TEXTS.title)}</h2>
      <ActOutcome
        of={outcome}
        done={taken ? say(DECISION_WORDS[taken].done) : ""}
        again={send}
        isSending={isSending}
      />
      {offered.length === 0 && <p>{say(TEXTS.nothing)}</p>}
      {partner.status === "APPROVED" && !offered.includes("grantLiveAccess") && <p>{say(TEXTS.approver)}</p>}
      {offered.length > 0 && (
        <form
          className="waiting"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            send();
          }}
        >
          <ErrorSummary problems={problems} />
          <Choices {...{ deciding, offered }} problem={problemAt("decision-0")} />
          {decision === "approvePartner" && (
            <Scopes {...{ deciding, partner, texts }} problem={problemAt("scope-0")} />
          )}
          <Field id="reason" label={say(TEXTS.reason)} hint={say(TEXTS.hint)} problem={problemAt("reason")}>
            {(marks) => (
              <textarea {...marks} rows={3} value={reason} onChange={(event) => write(event.target.value)} />
            )}
          </Field>
          <div>
            <button className="button" type="submit" aria-disabled={isSending}>
              {say(isSending ? TEXTS.sending : TEXTS.send)}
            </button>
          </div>
        </form>
      )}
    </section>
  );
}

type ChoicesProps = {
  readonly deciding: Deciding;
  readonly offered: ReturnType<typeof decisionsIn>;
  readonly problem: string | undefined;
};

function Choices({ deciding: { decision, choose }, offered, problem }: ChoicesProps): ReactNode {
  const { say } = useTexts();
  return (
    <fieldset className={problem ? "field field-wrong" : "field"}>
      <legend>{say(TEXTS.what)}</legend>
      {problem && <p className="field-error">{problem}</p>}
      {offered.map((one, i) => (
        <div className="choice" key={one}>
          <input
            type="radio"
            name="decision"
            id={`decision-${i}`}
            checked={decision === one}
            onChange={() => choose(one)}
            aria-describedby={`decision-${i}-about`}
          />
          <div>
            <label htmlFor={`decision-${i}`}>{say(DECISION_WORDS[one].name)}</label>
            <p className="soft small" id={`decision-${i}-about`}>
              {say(DECISION_WORDS[one].about)}
            </p>
          </div>
        </div>
      ))}
    </fieldset>
  );
}

type ScopesProps = DecideProps & { readonly deciding: Deciding; readonly problem: string | undefined };

function Scopes({ deciding: { scopes, tick }, partner, texts, problem }: ScopesProps): ReactNode {
  const { say } = useTexts();
  return (
    <fieldset className={problem ? "field field-wrong" : "field"}>
      <legend>{say(TEXTS.scopes)}</legend>
      {problem && <p className="field-error">{problem}</p>}
      {partner.requestedScopes.map((scope, i) => (
        <div className="choice" key={scope}>
          <input
            type="checkbox"
            id={`scope-${i}`}
            checked={scopes.includes(scope)}
            onChange={(event) => tick(scope, event.target.checked)}
          />
          <label htmlFor={`scope-${i}`}>
            <ScopeWords of={texts.find((text) => text.scope === scope)} />
          </label>
        </div>
      ))}
    </fieldset>
  );
}
