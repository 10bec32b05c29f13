import type { ReactNode } from "react";
import { day } from "../../shared/format/dates.ts";
import { type FragmentType, readFragment } from "../../shared/generated/fragment-masking.ts";
import { graphql } from "../../shared/generated/gql.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";

const OF_PARTNER = graphql(`
  fragment PartnerMembers on Partner {
    registeredNow {
      legalRepresentative
    }
  }
`);
const OF_ENTERPRISE = graphql(`
  fragment EnterpriseMembers on Enterprise {
    authorities {
      id
      agentName
      items
      status
      until
    }
  }
`);

/** Stands among the items of an authority that holds for partnerships. */
const PARTNERSHIP = "PARTNERSHIP";

const TEXTS = {
  title: { zh: "谁可以管理", en: "People who may manage it" },
  representative: { zh: "法定代表人（按登记）", en: "Legal representative, by the register" },
  agent: { zh: "代理人", en: "Agent" },
  none: { zh: "登记机关没有该企业的记载。", en: "The register has no statement of the enterprise any more." },
  how: {
    zh: "法定代表人可以在市民门户授权代理人：授权事项须包括“合作企业入驻”。",
    en: "The legal representative can let an agent act, in the citizens' portal: the authority has to name the partnership of the enterprise.",
  },
  portal: { zh: "到市民门户授权", en: "Give an authority in the portal" },
} satisfies Record<string, Text>;
const until = (when: string): Text => ({ zh: `至${when}`, en: `until ${when}` });

type MembersProps = {
  readonly of: FragmentType<typeof OF_PARTNER>;
  readonly enterprise: FragmentType<typeof OF_ENTERPRISE> | undefined;
};

/** The people who may act for the enterprise in this, as far as the reader may know of them. */
export function MembersPart({ of, enterprise }: MembersProps): ReactNode {
  const { say, language } = useTexts();
  const { registeredNow } = readFragment(OF_PARTNER, of);
  const authorities = (enterprise && readFragment(OF_ENTERPRISE, enterprise).authorities) ?? [];
  const agents = authorities.filter(
    ({ status, items }) => status === "IN_FORCE" && items.includes(PARTNERSHIP),
  );
  return (
    <section className="part">
      <h2>{say(TEXTS.title)}</h2>
      {!registeredNow && <p className="soft">{say(TEXTS.none)}</p>}
      <ul className="rows">
        {registeredNow && (
          <li className="row">
            <span>{registeredNow.legalRepresentative}</span>
            <span className="soft small">{say(TEXTS.representative)}</span>
          </li>
        )}
        {agents.map(({ id, agentName, until: last }) => (
          <li className="row" key={id}>
            <span>{agentName}</span>
            <span className="soft small">
              {say(TEXTS.agent)} · {say(until(day(last, language)))}
            </span>
          </li>
        ))}
      </ul>
      <p className="soft small">{say(TEXTS.how)}</p>
      <a className="link-target" href="/acting">
        {say(TEXTS.portal)}
      </a>
    </section>
  );
}
