import type { ReactNode } from "react";
import { moment } from "../../shared/format/dates.ts";
import { type FragmentType, readFragment } from "../../shared/generated/fragment-masking.ts";
import { graphql } from "../../shared/generated/gql.ts";
import type {
  ConsentRequestStatus,
  ConsentStatus,
  RequestLineFragment,
} from "../../shared/generated/graphql.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import type { Tone } from "../../shared/texts/tone.ts";
import { Facts } from "../../shared/ui/facts.tsx";
import { Tag } from "../../shared/ui/tag.tsx";
import { ScopeNames } from "../scopes/scope-list.tsx";
import { type ScopeWords, wordsOf } from "../scopes/scope-words.ts";

const FRAGMENT = graphql(`
  fragment RequestLine on ConsentRequest {
    id
    purpose
    days
    status
    scopes
    grantedScopes
    requestedAt
    answerBy
    consentStatus
    consentEndsAt
  }
`);

type Judged = { readonly text: Text; readonly tone: Tone };

const REQUESTS: Readonly<Record<Exclude<ConsentRequestStatus, "GRANTED">, Judged>> = {
  PENDING: { text: { zh: "等待答复", en: "Waits for an answer" }, tone: "wait" },
  REFUSED: { text: { zh: "已拒绝", en: "Refused" }, tone: "bad" },
  EXPIRED: { text: { zh: "逾期未答复", en: "Not answered in time" }, tone: "plain" },
};
const CONSENTS: Readonly<Record<ConsentStatus, Judged>> = {
  IN_FORCE: { text: { zh: "同意有效", en: "Consent in force" }, tone: "good" },
  EXPIRED: { text: { zh: "同意已到期", en: "Consent has ended" }, tone: "plain" },
  REVOKED: { text: { zh: "同意已收回", en: "Consent taken back" }, tone: "bad" },
};

const TEXTS = {
  asked: { zh: "请求的内容", en: "Asked for" },
  granted: { zh: "同意的内容", en: "Consented to" },
  made: { zh: "请求时间", en: "Made" },
  answerBy: { zh: "答复期限", en: "To be answered by" },
  until: { zh: "可以读到", en: "Open until" },
  days: { zh: "请求的期限", en: "To hold for" },
  number: { zh: "编号", en: "Number" },
} satisfies Record<string, Text>;
const forDays = (days: number): Text => ({ zh: `自同意起 ${days} 天`, en: `${days} days from the consent` });

type RequestLineProps = {
  readonly of: FragmentType<typeof FRAGMENT>;
  readonly scopes: readonly ScopeWords[];
};

/** A request with its answer; the person who gave it is not told here. */
export function RequestLine({ of, scopes }: RequestLineProps): ReactNode {
  const { say, language } = useTexts();
  const request = readFragment(FRAGMENT, of);
  const { purpose, status, days, consentEndsAt, grantedScopes } = request;
  const { text, tone } = judgedOf(request);
  const isGranted = grantedScopes.length > 0;
  return (
    <div className="waiting">
      <div className="row">
        <h3>{purpose}</h3>
        <Tag tone={tone}>{say(text)}</Tag>
      </div>
      <Facts
        of={[
          [
            say(isGranted ? TEXTS.granted : TEXTS.asked),
            <ScopeNames key="scopes" of={wordsOf(scopes, isGranted ? grantedScopes : request.scopes)} />,
          ],
          [say(TEXTS.until), consentEndsAt && moment(consentEndsAt, language)],
          [say(TEXTS.days), isGranted ? null : say(forDays(days))],
          [say(TEXTS.made), moment(request.requestedAt, language)],
          [say(TEXTS.answerBy), status === "PENDING" ? moment(request.answerBy, language) : null],
          [say(TEXTS.number), <code key="id">{request.id}</code>],
        ]}
      />
    </div>
  );
}

const judgedOf = ({ status, consentStatus }: RequestLineFragment): Judged =>
  status === "GRANTED" ? CONSENTS[consentStatus ?? "IN_FORCE"] : REQUESTS[status];
