import type { ReactNode } from "react";
import { moment } from "../../shared/format/dates.ts";
import { type FragmentType, readFragment } from "../../shared/generated/fragment-masking.ts";
import { graphql } from "../../shared/generated/gql.ts";
import { LICENCE_VERIFIERS, VERIFICATION_OUTCOMES } from "../../shared/texts/electronic-licence-texts.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Tag } from "../../shared/ui/tag.tsx";
import { Pager } from "../pager.tsx";

const FRAGMENT = graphql(`
  fragment LicenceSeen on ElectronicLicence {
    id
    verifications(first: 5, after: $after) {
      edges {
        cursor
        node {
          at
          by
          partner
          purpose
          outcome
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

const TEXTS = {
  title: { zh: "谁看过", en: "Who has seen it" },
  lead: {
    zh: "近 90 天内的核验、窗口读取的证照码，以及合作企业从您的钱包读取的证照。离线核验不经过平台，不在这里。",
    en: "Verifications, codes that counters have read, and what partners have read from your wallets, of the last 90 days. Those offline do not come by the platform.",
  },
  none: { zh: "近 90 天没有人看过。", en: "Nobody has seen it in the last 90 days." },
  lost: { zh: "记录暂时无法显示。", en: "The record cannot be shown right now." },
  older: { zh: "更早的记录", en: "Earlier ones" },
  newest: { zh: "回到最新", en: "Back to the latest" },
} satisfies Record<string, Text>;
/** As the partner has stated it. */
const given = (purpose: string): Text => ({ zh: `用途：${purpose}`, en: `For: ${purpose}` });

type SeenProps = {
  readonly of: FragmentType<typeof FRAGMENT>;
  /** Whether an earlier part of the list is shown. */
  readonly isLater: boolean;
};

/** Those who have seen a licence or have tried to: when, who, what for, and what came of it. */
export function LicenceSeen({ of, isLater }: SeenProps): ReactNode {
  const { say, language } = useTexts();
  const { id, verifications } = readFragment(FRAGMENT, of);
  const edges = verifications?.edges ?? [];
  return (
    <section className="part">
      <h2>{say(TEXTS.title)}</h2>
      <p className="soft small">{say(TEXTS.lead)}</p>
      {!verifications && <p className="soft">{say(TEXTS.lost)}</p>}
      {verifications && edges.length === 0 && <p className="soft">{say(TEXTS.none)}</p>}
      <ul className="rows">
        {edges.map(({ cursor, node: { at, by, partner, purpose, outcome } }) => {
          const { tone, text } = VERIFICATION_OUTCOMES[outcome];
          return (
            <li key={cursor} className="row">
              <span className="stack-tight">
                <span className="strong">{partner ?? say(LICENCE_VERIFIERS[by])}</span>
                {purpose !== null && <span className="small">{say(given(purpose))}</span>}
                <span className="soft small">{moment(at, language)}</span>
              </span>
              <Tag tone={tone}>{say(text)}</Tag>
            </li>
          );
        })}
      </ul>
      <Pager
        to="/licences/own/$id"
        params={{ id }}
        isLater={isLater}
        pageInfo={verifications?.pageInfo}
        older={TEXTS.older}
        newest={TEXTS.newest}
      />
    </section>
  );
}
