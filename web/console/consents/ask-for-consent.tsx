import { type ReactNode, useState } from "react";
import type { Mode } from "../../shared/generated/graphql.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { FailureNotice } from "../../shared/ui/failure-notice.tsx";
import { ErrorSummary } from "../../shared/ui/field.tsx";
import { TextField } from "../../shared/ui/text-field.tsx";
import { ShownOnce } from "../parts/shown-once.tsx";
import { ScopeBoxes } from "../scopes/scope-boxes.tsx";
import type { ScopeWords } from "../scopes/scope-words.ts";
import { CONSENT_SCOPES, useConsentRequest } from "./use-consent-request.ts";

type AskProps = {
  readonly partner: string;
  readonly mode: Mode;
  /** Those that the partner holds and a citizen can consent to. */
  readonly scopes: readonly ScopeWords[];
};

const TEXTS = {
  title: { zh: "请一位市民同意", en: "Ask a citizen for consent" },
  noScopes: {
    zh: "已批准的权限里没有需要本人同意的，不用请求。",
    en: "None of the scopes that were granted needs a person's consent: there is nothing to ask for.",
  },
  link: { zh: "给市民的链接", en: "The link for the citizen" },
  linkText: {
    zh: "请通过您自己的渠道只发给这一位市民：谁打开链接并登录，谁就能答复。链接 7 天内有效。",
    en: "Send it to this one citizen by a way of your own: anybody who opens it and signs in can answer. It holds for 7 days.",
  },
  scopes: { zh: "请求读取或代办什么？", en: "Scopes that you ask for" },
  scopesHint: {
    zh: "市民可以只同意其中一部分。",
    en: "The citizen may consent to some of it and not to the rest.",
  },
  purpose: { zh: "用途", en: "Purpose" },
  purposeHint: {
    zh: "市民会看到这句话。最多 200 个字。",
    en: "The citizen reads it. 200 characters at most.",
  },
  days: { zh: "有效天数", en: "For how many days" },
  daysHint: { zh: "自同意之日起，1 到 365 天", en: "From the consent on, 1 to 365" },
  ask: { zh: "生成链接", en: "Make the link" },
  asking: { zh: "正在生成…", en: "One moment…" },
} satisfies Record<string, Text>;

/** The form that asks; its link is shown once. */
export function AskForConsent({ partner, mode, scopes }: AskProps): ReactNode {
  const { say } = useTexts();
  const [link, show] = useState<string>();
  const request = useConsentRequest({ partner, mode, scopes, show });
  const { purpose, days, problems, problemOf, isSending } = request;
  if (scopes.length === 0) return <p className="part">{say(TEXTS.noScopes)}</p>;
  return (
    <>
      {link !== undefined && (
        <ShownOnce key={link} title={say(TEXTS.link)} secret={link} done={() => show(undefined)}>
          <p>{say(TEXTS.linkText)}</p>
        </ShownOnce>
      )}
      <form
        className="part waiting"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          request.submit();
        }}
      >
        <h2>{say(TEXTS.title)}</h2>
        <ErrorSummary problems={problems} />
        <FailureNotice
          failure={problems.length === 0 ? request.failure : undefined}
          again={request.submit}
          isSending={isSending}
        />
        <ScopeBoxes
          id={CONSENT_SCOPES}
          legend={say(TEXTS.scopes)}
          hint={say(TEXTS.scopesHint)}
          offered={scopes}
          chosen={request.chosen}
          choose={request.choose}
          problem={request.scopesProblem}
        />
        <TextField
          id="purpose"
          label={say(TEXTS.purpose)}
          hint={say(TEXTS.purposeHint)}
          maxLength={200}
          problem={problemOf("purpose")}
          of={purpose}
        />
        <TextField
          id="days"
          label={say(TEXTS.days)}
          hint={say(TEXTS.daysHint)}
          inputMode="numeric"
          maxLength={3}
          problem={problemOf("days")}
          of={days}
        />
        <div className="buttons">
          <button className="button" type="submit" aria-disabled={isSending}>
            {say(isSending ? TEXTS.asking : TEXTS.ask)}
          </button>
        </div>
      </form>
    </>
  );
}
