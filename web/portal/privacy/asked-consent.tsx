import type { ReactNode } from "react";
import { moment } from "../../shared/format/dates.ts";
import { type FragmentType, readFragment } from "../../shared/generated/fragment-masking.ts";
import { graphql } from "../../shared/generated/gql.ts";
import type { AskedConsentFragment } from "../../shared/generated/graphql.ts";
import { CONSENT_REQUEST_STATUSES } from "../../shared/texts/privacy-texts.ts";
import { BETWEEN, type Text, useTexts } from "../../shared/texts/text.ts";
import { Facts } from "../../shared/ui/facts.tsx";
import { FailureNotice } from "../../shared/ui/failure-notice.tsx";
import { ErrorSummary } from "../../shared/ui/field.tsx";
import { Tag } from "../../shared/ui/tag.tsx";
import { Told } from "../../shared/ui/told.tsx";
import { type SCOPE_WORDS, scopeWords } from "./scope-words.ts";
import { type ConsentAnswer, useConsentAnswer } from "./use-consent-answer.ts";

const FRAGMENT = graphql(`
  fragment AskedConsent on ConsentRequest {
    id
    scopes
    purpose
    days
    status
    answerBy
    grantedScopes
    partner {
      id
      name
      creditCode
    }
  }
`);

const TEXTS = {
  purpose: { zh: "用途", en: "For" },
  holds: { zh: "同意的有效期", en: "It would hold for" },
  answerBy: { zh: "请在此前答复", en: "Answer by" },
  code: { zh: "统一社会信用代码", en: "Credit code" },
  agreedTo: { zh: "您同意它查看", en: "You let it see" },
  choose: { zh: "您同意它查看哪些信息？", en: "What may it see?" },
  hint: {
    zh: "只勾选您愿意给它看的。以后可以随时撤回，谁看过也有记录。",
    en: "Tick only what you want it to see. You can take it back at any time, and each look is on record.",
  },
  none: {
    zh: "请至少勾选一项，或者拒绝。",
    en: "Tick at least one, or refuse.",
  },
  agree: { zh: "同意所勾选的", en: "Agree to what is ticked" },
  refuse: { zh: "拒绝", en: "Refuse" },
  sending: { zh: "正在提交…", en: "Sending…" },
  agreed: { zh: "您已同意", en: "You have agreed" },
  agreedText: {
    zh: "该企业现在可以查看您勾选的信息。您可以在“隐私”里随时撤回。",
    en: "The enterprise may now see what you ticked. You can take it back under privacy at any time.",
  },
  refused: {
    zh: "您已拒绝，该企业看不到您的信息。",
    en: "You have refused. The enterprise sees nothing of yours.",
  },
} satisfies Record<string, Text>;
const days = (count: number): Text => ({
  zh: `自同意起 ${count} 天`,
  en: count === 1 ? "a day" : `${count} days from your consent on`,
});
const fieldOf = (scope: string): string => `scope-${scope}`;

type AskedProps = {
  readonly of: FragmentType<typeof FRAGMENT>;
  readonly token: string;
  readonly scopes: readonly FragmentType<typeof SCOPE_WORDS>[];
};

/** Says who asks, for what and for how long, and takes the answer. */
export function AskedConsent({ of, token, scopes: words }: AskedProps): ReactNode {
  const { say, language } = useTexts();
  const request = readFragment(FRAGMENT, of);
  const answer = useConsentAnswer(request.id, token);
  const { partner, purpose, days: count, status, answerBy, grantedScopes } = request;
  const { tone, text } = CONSENT_REQUEST_STATUSES[status];
  const agreedTo = scopeWords(words, grantedScopes);
  return (
    <>
      {answer.given === "granted" && (
        <Told title={say(TEXTS.agreed)}>
          <p>{say(TEXTS.agreedText)}</p>
        </Told>
      )}
      {answer.given === "refused" && <Told title={say(TEXTS.refused)} />}
      <section className="part">
        <h2>
          {partner.name} <Tag tone={tone}>{say(text)}</Tag>
        </h2>
        <Facts
          of={[
            [say(TEXTS.purpose), purpose],
            [say(TEXTS.holds), say(days(count))],
            [say(TEXTS.answerBy), status === "PENDING" && moment(answerBy, language)],
            [say(TEXTS.code), partner.creditCode],
            [say(TEXTS.agreedTo), agreedTo.map(({ name }) => say(name)).join(say(BETWEEN))],
          ]}
        />
      </section>
      {status === "PENDING" && !answer.given && (
        <AnswerForm of={request} offered={scopeWords(words, request.scopes)} answer={answer} />
      )}
    </>
  );
}

type FormProps = {
  readonly of: AskedConsentFragment;
  readonly offered: ReturnType<typeof scopeWords>;
  readonly answer: ConsentAnswer;
};

function AnswerForm({ of, offered, answer }: FormProps): ReactNode {
  const { say } = useTexts();
  const { ticked, tick, isEmpty, isSending, failure, grant, refuse, again } = answer;
  const problem = isEmpty ? say(TEXTS.none) : undefined;
  return (
    <form
      className="part"
      onSubmit={(event) => {
        event.preventDefault();
        grant();
      }}
    >
      <ErrorSummary problems={problem ? [{ field: fieldOf(of.scopes[0] ?? ""), text: problem }] : []} />
      <fieldset className={problem ? "field-wrong" : ""}>
        <legend className="strong">{say(TEXTS.choose)}</legend>
        <p className="soft small">{say(TEXTS.hint)}</p>
        {problem && <p className="field-error">{problem}</p>}
        {offered.map(({ scope, name, description }) => (
          <div key={scope} className="choice">
            <input
              id={fieldOf(scope)}
              type="checkbox"
              checked={ticked.includes(scope)}
              onChange={(event) => tick(scope, event.target.checked)}
              aria-describedby={`${fieldOf(scope)}-hint`}
            />
            <div className="stack-tight">
              <label htmlFor={fieldOf(scope)}>{say(name)}</label>
              <span className="soft small" id={`${fieldOf(scope)}-hint`}>
                {say(description)}
              </span>
            </div>
          </div>
        ))}
      </fieldset>
      <FailureNotice failure={failure} again={again} isSending={isSending} />
      <div className="buttons">
        <button className="button" type="submit" aria-disabled={isSending}>
          {say(isSending ? TEXTS.sending : TEXTS.agree)}
        </button>
        <button className="button button-plain" type="button" onClick={refuse} aria-disabled={isSending}>
          {say(TEXTS.refuse)}
        </button>
      </div>
    </form>
  );
}
