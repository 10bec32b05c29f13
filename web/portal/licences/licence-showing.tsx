import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { type FragmentType, readFragment } from "../../shared/generated/fragment-masking.ts";
import { graphql } from "../../shared/generated/gql.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";

const FRAGMENT = graphql(`
  fragment LicenceShowing on ElectronicLicence {
    id
    status
  }
`);

const TEXTS = {
  title: { zh: "出示", en: "Show it" },
  code: { zh: "向窗口出示", en: "At a counter" },
  codeText: {
    zh: "一次性的码，60 秒内有效，您选择出示哪些内容。",
    en: "A code for one look within 60 seconds, with what you choose to show.",
  },
  offline: { zh: "离线出示", en: "Without a network" },
  offlineText: {
    zh: "先存到这台设备，窗口没有网络也能核验。",
    en: "It is kept on this device first; then a counter that is offline can verify it.",
  },
  wallet: { zh: "存入其他钱包", en: "In a wallet of another maker" },
  walletText: {
    zh: "支持 OpenID4VCI 的钱包扫码领取，须核对您的身份证号码。",
    en: "A wallet that knows OpenID4VCI fetches it by a code; your identity number is asked for.",
  },
} satisfies Record<string, Text>;

/** The ways in which a licence is shown, for one that is valid. */
export function LicenceShowing({ of }: { readonly of: FragmentType<typeof FRAGMENT> }): ReactNode {
  const { say } = useTexts();
  const { id, status } = readFragment(FRAGMENT, of);
  if (status !== "VALID") return null;
  return (
    <section className="part">
      <h2>{say(TEXTS.title)}</h2>
      <ul className="rows">
        <li className="stack-tight">
          <Link className="button" to="/licences/own/$id/code" params={{ id }}>
            {say(TEXTS.code)}
          </Link>
          <span className="soft small">{say(TEXTS.codeText)}</span>
        </li>
        <li className="stack-tight">
          <Link className="button button-plain" to="/licences/own/$id/offline" params={{ id }}>
            {say(TEXTS.offline)}
          </Link>
          <span className="soft small">{say(TEXTS.offlineText)}</span>
        </li>
        <li className="stack-tight">
          <Link className="button button-plain" to="/licences/own/$id/wallet" params={{ id }}>
            {say(TEXTS.wallet)}
          </Link>
          <span className="soft small">{say(TEXTS.walletText)}</span>
        </li>
      </ul>
    </section>
  );
}
