import type { ReactNode } from "react";
import { type FragmentType, readFragment } from "../../shared/generated/fragment-masking.ts";
import { graphql } from "../../shared/generated/gql.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Facts } from "../../shared/ui/facts.tsx";

const FRAGMENT = graphql(`
  fragment LicenceFields on ElectronicLicence {
    fields {
      name
      label {
        zh
        en
      }
      text {
        zh
        en
      }
      disclosure
    }
  }
`);

const TEXTS = {
  title: { zh: "证照内容", en: "What it says" },
  none: { zh: "内容暂时无法显示。", en: "It cannot be shown right now." },
  sensitive: { zh: "敏感内容（点开查看）", en: "Sensitive (open to see it)" },
} satisfies Record<string, Text>;

/** The fields of a licence in words; those that are sensitive are seen once they are opened, for others may look on. */
export function LicenceFields({ of }: { readonly of: FragmentType<typeof FRAGMENT> }): ReactNode {
  const { say } = useTexts();
  const { fields } = readFragment(FRAGMENT, of);
  const rows = (isSensitive: boolean) =>
    (fields ?? [])
      .filter(({ disclosure }) => (disclosure === "SENSITIVE") === isSensitive)
      .map(({ label, text }) => [say(label), say(text)] as const);
  const sensitive = rows(true);
  return (
    <section className="part">
      <h2>{say(TEXTS.title)}</h2>
      {fields ? <Facts of={rows(false)} /> : <p className="soft">{say(TEXTS.none)}</p>}
      {sensitive.length > 0 && (
        <details>
          <summary>{say(TEXTS.sensitive)}</summary>
          <Facts of={sensitive} />
        </details>
      )}
    </section>
  );
}
