import type { ReactNode } from "react";
import { type FragmentType, readFragment } from "../../shared/generated/fragment-masking.ts";
import { graphql } from "../../shared/generated/gql.ts";
import { placeFacts } from "../../shared/remedies/place-facts.tsx";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Facts } from "../../shared/ui/facts.tsx";
import { Notice } from "../../shared/ui/notice.tsx";

const FRAGMENT = graphql(`
  fragment NamedRemedies on Application {
    remediesIfRefused {
      isNamed
      article {
        zh
        en
      }
      authority {
        online
        ...PlaceFacts
      }
      court {
        ...PlaceFacts
      }
    }
  }
`);

const TEXTS = {
  title: { zh: "决定将告知的救济途径", en: "The remedies that it will name" },
  reconsideration: { zh: "行政复议（60 日内）", en: "Reconsideration, within 60 days" },
  court: { zh: "行政诉讼（6 个月内）", en: "Court, within six months" },
  ground: { zh: "依据", en: "Legal ground" },
  unnamed: {
    zh: "复议机关的名称尚未登记",
    en: "Nobody has stated the name of the authority that reconsiders",
  },
  unnamedWhat: {
    zh: "决定不能告知复议机关，期限会延长到一年。请事项编辑先行登记（见运维手册）。",
    en: "The decision cannot name it, and the limits will be a year. Have a catalogue editor state it first.",
  },
  offline: { zh: "复议机关的网上渠道尚未登记", en: "No online channel of the authority is stated" },
  offlineWhat: {
    zh: "网上送达的决定应当同时提供互联网渠道（行政复议法第二十二条）。请另行书面告知，并请事项编辑登记。",
    en: "A decision served online has to come with one (Administrative Reconsideration Law, art. 22). Tell the applicant in writing, and have a catalogue editor state it.",
  },
} satisfies Record<string, Text>;

/** The remedies that a refusal or a revocation names, before it is made. */
export function NamedRemedies({ of }: { readonly of: FragmentType<typeof FRAGMENT> }): ReactNode {
  const { say } = useTexts();
  const { remediesIfRefused: named } = readFragment(FRAGMENT, of);
  if (!named) return null;
  const { isNamed, authority, article, court } = named;
  return (
    <>
      <details>
        <summary>{say(TEXTS.title)}</summary>
        <p>{say(TEXTS.reconsideration)}</p>
        <Facts
          of={[...placeFacts(authority, { say, isOnlineAsked: false }), [say(TEXTS.ground), say(article)]]}
        />
        <p>{say(TEXTS.court)}</p>
        <Facts of={placeFacts(court, { say, isOnlineAsked: false })} />
      </details>
      {!isNamed && (
        <Notice tone="act" title={say(TEXTS.unnamed)}>
          <p>{say(TEXTS.unnamedWhat)}</p>
        </Notice>
      )}
      {isNamed && !authority.online && (
        <Notice tone="act" title={say(TEXTS.offline)}>
          <p>{say(TEXTS.offlineWhat)}</p>
        </Notice>
      )}
    </>
  );
}
