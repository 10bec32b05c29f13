import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { type FragmentType, readFragment } from "../../shared/generated/fragment-masking.ts";
import { graphql } from "../../shared/generated/gql.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";

const FRAGMENT = graphql(`
  fragment LicenceCopies on ElectronicLicence {
    id
    status
  }
`);

const TEXTS = {
  title: { zh: "加注件", en: "Copies for one purpose" },
  about: {
    zh: "给房东、银行等一份只写明其用途的复制件：给谁、做什么用、到哪天、能用几次由您定，谁用过您看得到，随时可以撤销。",
    en: "Give a landlord or a bank a copy that says what it is for. You decide whose it is, for what, until when and how often; you see each use, and can revoke it at any time.",
  },
  share: { zh: "分享一份加注件", en: "Share a copy" },
  all: { zh: "查看加注件及使用记录", en: "Copies, and who has used them" },
} satisfies Record<string, Text>;

/** The way to the copies of a licence, and to another one of it as long as it is valid. */
export function LicenceCopies({ of }: { readonly of: FragmentType<typeof FRAGMENT> }): ReactNode {
  const { say } = useTexts();
  const { id, status } = readFragment(FRAGMENT, of);
  return (
    <section className="part">
      <h2>{say(TEXTS.title)}</h2>
      <p className="soft">{say(TEXTS.about)}</p>
      <div className="buttons">
        {status === "VALID" && (
          <Link className="button" to="/licences/own/$id/share" params={{ id }}>
            {say(TEXTS.share)}
          </Link>
        )}
        <Link className="link-target" to="/licences/own/$id/copies" params={{ id }} search={{}}>
          {say(TEXTS.all)}
        </Link>
      </div>
    </section>
  );
}
