import { type ReactNode, useState } from "react";
import { moment } from "../../shared/format/dates.ts";
import { type FragmentType, readFragment } from "../../shared/generated/fragment-masking.ts";
import { graphql } from "../../shared/generated/gql.ts";
import type { OneConsentFragment } from "../../shared/generated/graphql.ts";
import { useAct } from "../../shared/graphql/use-act.ts";
import { CONSENT_STATUSES } from "../../shared/texts/privacy-texts.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { ConfirmedButton } from "../../shared/ui/confirmed-button.tsx";
import { Facts } from "../../shared/ui/facts.tsx";
import { FailureNotice } from "../../shared/ui/failure-notice.tsx";
import { Tag } from "../../shared/ui/tag.tsx";
import { Told } from "../../shared/ui/told.tsx";
import { type SCOPE_WORDS, scopeWords } from "./scope-words.ts";

const FRAGMENT = graphql(`
  fragment OneConsent on Consent {
    id
    scopes
    purpose
    grantedAt
    expiresAt
    revokedAt
    status
    partner {
      id
      name
    }
  }
`);

const REVOKE = graphql(`
  mutation PortalRevokeConsent($id: ID!) {
    revokeConsent(id: $id) {
      __typename
      ... on Consent {
        id
      }
      ... on Refusal {
        message
      }
    }
  }
`);

const TEXTS = {
  title: { zh: "我给出的同意", en: "What you have agreed to" },
  none: {
    zh: "您没有同意任何企业查看您的信息。企业征求同意时，会给您一个链接。",
    en: "You let no enterprise see your data. An enterprise that asks for it gives you a link.",
  },
  ended: { zh: "已结束的同意", en: "Consents that have ended" },
  purpose: { zh: "用途", en: "For" },
  sees: { zh: "可以查看", en: "It may see" },
  granted: { zh: "同意时间", en: "Agreed on" },
  until: { zh: "有效期至", en: "Until" },
  revoked: { zh: "撤回时间", en: "Taken back on" },
  revoke: { zh: "撤回同意", en: "Take it back" },
  done: {
    zh: "已撤回，该企业不能再凭这份同意查看您的信息。",
    en: "Taken back. It sees nothing of yours by this consent any more.",
  },
} satisfies Record<string, Text>;
const question = (partner: string): Text => ({
  zh: `撤回后，${partner} 立即不能再凭这份同意查看您的信息，正在办理的业务可能因此中止。要撤回吗？`,
  en: `From then on ${partner} sees nothing by this consent, and may not be able to go on with what it does for you. Take it back?`,
});

type Scopes = readonly FragmentType<typeof SCOPE_WORDS>[];
type ConsentsProps = { readonly of: readonly FragmentType<typeof FRAGMENT>[]; readonly scopes: Scopes };

export function Consents({ of, scopes }: ConsentsProps): ReactNode {
  const { say } = useTexts();
  const { ended: end, failure, again, isSending, send } = useAct(REVOKE);
  const [last, setLast] = useState<string>();
  const consents = readFragment(FRAGMENT, of);
  const standing = consents.filter(({ status }) => status === "IN_FORCE");
  const ended = consents.filter(({ status }) => status !== "IN_FORCE");
  function revoke(id: string): void {
    setLast(id);
    void send({ id });
  }
  return (
    <section className="part">
      <h2>{say(TEXTS.title)}</h2>
      {standing.length === 0 && <p className="soft">{say(TEXTS.none)}</p>}
      {end?.kind === "done" && <Told key={last} title={say(TEXTS.done)} />}
      <ul className="rows">
        {standing.map((consent) => (
          <li key={consent.id} className="waiting">
            <ConsentFacts of={consent} scopes={scopes} />
            {last === consent.id && <FailureNotice {...{ failure, again, isSending }} />}
            <ConfirmedButton
              label={say(TEXTS.revoke)}
              about={`${consent.partner.name}, ${consent.purpose}`}
              question={say(question(consent.partner.name))}
              isSending={isSending}
              act={() => revoke(consent.id)}
            />
          </li>
        ))}
      </ul>
      {ended.length > 0 && (
        <details>
          <summary>{say(TEXTS.ended)}</summary>
          <ul className="rows">
            {ended.map((consent) => (
              <li key={consent.id}>
                <ConsentFacts of={consent} scopes={scopes} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

type FactsProps = { readonly of: OneConsentFragment; readonly scopes: Scopes };

function ConsentFacts({ of, scopes }: FactsProps): ReactNode {
  const { say, language } = useTexts();
  const { partner, purpose, grantedAt, expiresAt, revokedAt, status } = of;
  const { tone, text } = CONSENT_STATUSES[status];
  return (
    <div className="stack-tight">
      <h3>
        {partner.name} <Tag tone={tone}>{say(text)}</Tag>
      </h3>
      <Facts
        of={[
          [say(TEXTS.purpose), purpose],
          [say(TEXTS.sees), <ScopeList key="scopes" of={scopeWords(scopes, of.scopes)} />],
          [say(TEXTS.granted), moment(grantedAt, language)],
          [say(TEXTS.until), !revokedAt && moment(expiresAt, language)],
          [say(TEXTS.revoked), revokedAt && moment(revokedAt, language)],
        ]}
      />
    </div>
  );
}

function ScopeList({ of }: { readonly of: ReturnType<typeof scopeWords> }): ReactNode {
  const { say } = useTexts();
  return (
    <ul>
      {of.map(({ scope, name }) => (
        <li key={scope}>{say(name)}</li>
      ))}
    </ul>
  );
}
