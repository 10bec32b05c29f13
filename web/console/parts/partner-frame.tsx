import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Notice } from "../../shared/ui/notice.tsx";
import { Page } from "../../shared/ui/page.tsx";

type PartnerFrameProps = {
  readonly title: string;
  readonly partner: string;
  readonly children: ReactNode;
};

const TEXTS = {
  nav: { zh: "这项合作", en: "This partnership" },
  overview: { zh: "概况", en: "Overview" },
  keys: { zh: "密钥", en: "Keys" },
  consents: { zh: "同意请求", en: "Consents" },
  accounts: { zh: "账户与对账", en: "Accounts" },
  settlements: { zh: "日结算", en: "Settlements" },
  unknown: { zh: "没有这项合作", en: "There is no such partnership" },
  unknownText: {
    zh: "编号可能不完整，或者它不属于您的企业。请从首页重新进入。",
    en: "The number may not be whole, or it is not your enterprise's. Start again from the front page.",
  },
} satisfies Record<string, Text>;

/** A page about one partnership, with the ways to the others about it. */
export function PartnerFrame({ title, partner, children }: PartnerFrameProps): ReactNode {
  const { say } = useTexts();
  const params = { partner };
  const isExact = { exact: true };
  return (
    <Page title={title}>
      <nav className="ways" aria-label={say(TEXTS.nav)}>
        <Link to="/console/partners/$partner" params={params} activeOptions={isExact}>
          {say(TEXTS.overview)}
        </Link>
        <Link to="/console/partners/$partner/keys" params={params}>
          {say(TEXTS.keys)}
        </Link>
        <Link to="/console/partners/$partner/consents" params={params}>
          {say(TEXTS.consents)}
        </Link>
        <Link to="/console/partners/$partner/accounts" params={params}>
          {say(TEXTS.accounts)}
        </Link>
        <Link to="/console/partners/$partner/settlements" params={params}>
          {say(TEXTS.settlements)}
        </Link>
      </nav>
      {children}
    </Page>
  );
}

/** In the place of a partnership that is not there, or not the reader's. */
export function NoSuchPartner(): ReactNode {
  const { say } = useTexts();
  return (
    <Notice tone="bad" title={say(TEXTS.unknown)}>
      <p>{say(TEXTS.unknownText)}</p>
    </Notice>
  );
}

/** The enterprise that a page is about. */
export function PartnerName({ name }: { readonly name: string }): ReactNode {
  return <p className="strong">{name}</p>;
}
