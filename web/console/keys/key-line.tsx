import { type ReactNode, useState } from "react";
import { moment } from "../../shared/format/dates.ts";
import { type FragmentType, readFragment } from "../../shared/generated/fragment-masking.ts";
import { graphql } from "../../shared/generated/gql.ts";
import type { ApiKeyStatus, KeyLineFragment } from "../../shared/generated/graphql.ts";
import { BETWEEN, type Text, useTexts } from "../../shared/texts/text.ts";
import type { Tone } from "../../shared/texts/tone.ts";
import { Facts } from "../../shared/ui/facts.tsx";
import { Tag } from "../../shared/ui/tag.tsx";
import { MODES } from "../parts/modes.ts";
import { ScopeNames } from "../scopes/scope-list.tsx";
import { type ScopeWords, wordsOf } from "../scopes/scope-words.ts";
import { Countdown } from "./countdown.tsx";
import { RevokeKey } from "./revoke-key.tsx";
import { RotateForm } from "./rotate-form.tsx";

const FRAGMENT = graphql(`
  fragment KeyLine on ApiKey {
    id
    name
    prefix
    mode
    scopes
    status
    isRotated
    availableActions
    createdAt
    expiresAt
    lastUsedAt
    networks
  }
`);

const STATUSES: Readonly<Record<ApiKeyStatus, { readonly text: Text; readonly tone: Tone }>> = {
  ACTIVE: { text: { zh: "可用", en: "Works" }, tone: "good" },
  EXPIRED: { text: { zh: "已到期", en: "Expired" }, tone: "plain" },
  REVOKED: { text: { zh: "已吊销", en: "Revoked" }, tone: "bad" },
};
const ROTATED: Text = { zh: "已轮换，暂时可用", en: "Rotated, works for a while" };

const TEXTS = {
  begins: { zh: "开头", en: "Begins with" },
  mode: { zh: "环境", en: "Mode" },
  scopes: { zh: "权限", en: "Scopes" },
  networks: { zh: "限用网络", en: "From these networks alone" },
  created: { zh: "创建时间", en: "Made" },
  used: { zh: "最近使用（精确到 5 分钟）", en: "Last used, to five minutes" },
  unused: { zh: "还没有用过", en: "Not used yet" },
  ends: { zh: "到期时间", en: "Expires" },
  endless: { zh: "没有期限", en: "Never by itself" },
  stops: { zh: "停用时间", en: "Ceases to work" },
  rotate: { zh: "轮换", en: "Rotate" },
} satisfies Record<string, Text>;

type KeyLineProps = {
  readonly of: FragmentType<typeof FRAGMENT>;
  readonly scopes: readonly ScopeWords[];
  /** Shows the secret of the key that takes its place. */
  readonly show: (secret: string) => void;
};

/** A key with all that may be known of it, and what can be done with it now. */
export function KeyLine({ of, scopes, show }: KeyLineProps): ReactNode {
  const { say } = useTexts();
  const key = readFragment(FRAGMENT, of);
  const [isRotating, setRotating] = useState(false);
  const { text, tone } = STATUSES[key.status];
  return (
    <div className="waiting facts-wide">
      <div className="row">
        <h3>{key.name}</h3>
        <Tag tone={key.isRotated ? "wait" : tone}>{say(key.isRotated ? ROTATED : text)}</Tag>
      </div>
      <KeyFacts of={key} scopes={scopes} />
      {key.isRotated && key.expiresAt && <Countdown to={key.expiresAt} />}
      {key.availableActions.length > 0 && !isRotating && (
        <div className="buttons">
          {key.availableActions.includes("rotateApiKey") && (
            <button className="button button-plain" type="button" onClick={() => setRotating(true)}>
              {say(TEXTS.rotate)} <span className="out-of-sight">{key.name}</span>
            </button>
          )}
          {key.availableActions.includes("revokeApiKey") && <RevokeKey of={key} />}
        </div>
      )}
      {isRotating && <RotateForm of={key} show={show} close={() => setRotating(false)} />}
    </div>
  );
}

function KeyFacts({
  of,
  scopes,
}: {
  readonly of: KeyLineFragment;
  readonly scopes: readonly ScopeWords[];
}): ReactNode {
  const { say, language } = useTexts();
  const { expiresAt, lastUsedAt, isRotated } = of;
  const end = expiresAt ? moment(expiresAt, language) : say(TEXTS.endless);
  return (
    <Facts
      of={[
        [say(TEXTS.begins), <code key="prefix">{of.prefix}…</code>],
        [say(TEXTS.mode), say(MODES[of.mode])],
        [say(TEXTS.scopes), <ScopeNames key="scopes" of={wordsOf(scopes, of.scopes)} />],
        [say(TEXTS.networks), of.networks.join(say(BETWEEN))],
        [say(TEXTS.created), moment(of.createdAt, language)],
        [say(TEXTS.used), lastUsedAt ? moment(lastUsedAt, language) : say(TEXTS.unused)],
        [say(isRotated ? TEXTS.stops : TEXTS.ends), end],
      ]}
    />
  );
}
