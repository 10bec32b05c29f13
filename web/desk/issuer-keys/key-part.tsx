import { Link, type LinkProps } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { moment } from "../../shared/format/dates.ts";
import type { Mode } from "../../shared/generated/graphql.ts";
import { useAct } from "../../shared/graphql/use-act.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Facts } from "../../shared/ui/facts.tsx";
import { Notice } from "../../shared/ui/notice.tsx";
import { Tag } from "../../shared/ui/tag.tsx";
import { officerName } from "../officer-name.ts";
import { TextAct } from "../text-act.tsx";
import { EndKey, ReportKey } from "./change-key.tsx";
import { AGREE, type EditedKey } from "./issuer-key-operations.ts";
import { keyName, STANDINGS } from "./issuer-key-words.ts";

const TEXTS = {
  keyId: { zh: "密钥标识（kid）", en: "Id of the key (kid)" },
  place: { zh: "私钥所在", en: "Its private part" },
  derived: { zh: "由平台的根密钥派生", en: "Derived from the platform's root secret" },
  from: { zh: "启用时间", en: "It signs from" },
  until: { zh: "停用时间", en: "It signs until" },
  since: { zh: "泄露时间", en: "Stolen since" },
  proposedBy: { zh: "提出人", en: "Proposed by" },
  agreedBy: { zh: "同意人", en: "Agreed to by" },
  own: {
    zh: "这把密钥由您提出，须由另一名工作人员同意。",
    en: "You have proposed this key; another officer has to agree to it.",
  },
  reason: { zh: "同意的理由", en: "Why you agree" },
  hint: {
    zh: "先核对私钥所在与密钥管理服务中的一致。同意时平台用它签名一次，以证明可用；理由记入历史。",
    en: "Compare where its private part is with the key management service first. The platform signs once with it, to prove it; the reason goes on record.",
  },
  agree: { zh: "同意这把密钥", en: "Agree to this key" },
  agreed: { zh: "已同意，密钥按启用时间签发", en: "It is agreed to, and signs from its time on" },
  end: { zh: "停用", en: "End it" },
  report: { zh: "报告泄露", en: "Report it as stolen" },
  acts: { zh: "可以办理", en: "What can be done" },
} satisfies Record<string, Text>;

/** The acts on a key that have a form of their own. */
export type ActOnKey = "end" | "report";

type KeyPartProps = {
  /** The authority that signs with it, and the mode. */
  readonly of: { readonly issuer: string; readonly mode: Mode };
  readonly one: EditedKey;
  /** The form that is open. */
  readonly act: ActOnKey | undefined;
  /** The page with another form open, or none. */
  readonly linkTo: (act: ActOnKey | undefined) => Pick<LinkProps, "to" | "params" | "search">;
  readonly done: (words: string) => void;
};

/** A key: how it stands, by whose word, and what this officer can do with it. */
export function KeyPart({ of, one, act, linkTo, done }: KeyPartProps): ReactNode {
  const { say, language } = useTexts();
  const { key, kmsKey, proposedBy, agreedBy, isOwn, availableActions } = one;
  const { keyId, standing } = key;
  const { text, tone } = STANDINGS[standing];
  const name = say(keyName(keyId));
  const place = { ...of, keyId };
  const when = (at: string | null): string | null => at && moment(at, language);
  const offered = (["end", "report"] as const).filter((each) => availableActions.includes(MUTATIONS[each]));
  return (
    <>
      <section className="part" aria-labelledby={`key-${keyId}`}>
        <div className="part-head">
          <h2 id={`key-${keyId}`}>{name}</h2>
          <Tag tone={tone}>{say(text)}</Tag>
        </div>
        <Facts
          of={[
            [say(TEXTS.keyId), <code key="id">{keyId}</code>],
            [say(TEXTS.place), kmsKey ? <code key="kms">{kmsKey}</code> : say(TEXTS.derived)],
            [say(TEXTS.from), when(key.from)],
            [say(TEXTS.until), when(key.until)],
            [say(TEXTS.since), when(key.compromisedSince)],
            [say(TEXTS.proposedBy), say(officerName(proposedBy))],
            [say(TEXTS.agreedBy), agreedBy && say(officerName(agreedBy))],
          ]}
        />
        {standing === "PROPOSED" && isOwn && <Notice title={say(TEXTS.own)} />}
        {availableActions.includes("agreeToIssuerKey") && <Agree {...{ place, done }} />}
        {act === undefined && offered.length > 0 && (
          <ul className="row-links" aria-label={`${say(TEXTS.acts)}: ${name}`}>
            {offered.map((each) => (
              <li key={each}>
                <Link className="link-target" {...linkTo(each)}>
                  {say(TEXTS[each])}
                  <span className="out-of-sight">: {name}</span>
                </Link>
              </li>
            ))}
          </ul>
        )}
      </section>
      {act === "end" && offered.includes(act) && <EndKey {...{ place, done }} back={linkTo(undefined)} />}
      {act === "report" && offered.includes(act) && (
        <ReportKey {...{ place, done, from: key.from }} back={linkTo(undefined)} />
      )}
    </>
  );
}

const MUTATIONS = { end: "endIssuerKey", report: "reportIssuerKeyCompromised" } as const;

type AgreeProps = {
  readonly place: { readonly issuer: string; readonly mode: Mode; readonly keyId: string };
  readonly done: (words: string) => void;
};

/** The second officer's word. */
function Agree({ place, done }: AgreeProps): ReactNode {
  const { say } = useTexts();
  const agree = useAct(AGREE, () => done(say(TEXTS.agreed)));
  const { mode, keyId } = place;
  return (
    <TextAct
      id={`agree-key-${mode}-${keyId}`}
      label={TEXTS.reason}
      hint={TEXTS.hint}
      deeds={[{ ...agree, name: TEXTS.agree, send: (reason) => agree.send({ ...place, reason }) }]}
    />
  );
}
