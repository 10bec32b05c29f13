import type { ReactNode } from "react";
import { day, moment } from "../../shared/format/dates.ts";
import { type FragmentType, readFragment } from "../../shared/generated/fragment-masking.ts";
import { graphql } from "../../shared/generated/gql.ts";
import { COPY_STATUSES } from "../../shared/texts/licence-copy-texts.ts";
import { BETWEEN, type Text, useTexts } from "../../shared/texts/text.ts";
import { Facts } from "../../shared/ui/facts.tsx";
import { SaveButton } from "../../shared/ui/save-button.tsx";
import { Tag } from "../../shared/ui/tag.tsx";
import { copyFileName, findCopyPdf } from "./find-copy-pdf.ts";
import { usesLeft } from "./uses-left.ts";

const FRAGMENT = graphql(`
  fragment CopyFacts on LicenceCopy {
    id
    status
    verifier {
      partner
      name
    }
    purpose
    case
    fields
    sharedAt
    until
    uses
    used
    revokedAt
    licence {
      id
      number
      type {
        name {
          zh
          en
        }
      }
      fields {
        name
        label {
          zh
          en
        }
      }
    }
  }
`);

const TEXTS = {
  standing: { zh: "状态", en: "How it stands" },
  licence: { zh: "证照", en: "Of the licence" },
  purpose: { zh: "做什么用", en: "For what" },
  case: { zh: "对方的编号", en: "Their reference" },
  shows: { zh: "给对方看的内容", en: "It shows" },
  least: { zh: "仅证照的名称、编号和状态", en: "the kind of licence, its number and standing alone" },
  shared: { zh: "分享时间", en: "Shared" },
  until: { zh: "最后一天", en: "Its last day" },
  uses: { zh: "使用次数", en: "Uses" },
  revoked: { zh: "撤销时间", en: "Revoked" },
  registered: { zh: "（已登记的合作单位）", en: " (a registered partner)" },
} satisfies Record<string, Text>;
const onlyFor = (name: string): Text => ({ zh: `仅供 ${name} 使用`, en: `For ${name} only` });

/** A copy: its verifier and purpose, the fields that it shows, and how it stands. */
export function CopyFacts({ of }: { readonly of: FragmentType<typeof FRAGMENT> }): ReactNode {
  const { say, language } = useTexts();
  const copy = readFragment(FRAGMENT, of);
  const { id, status, verifier, until, uses, used, licence } = copy;
  const { text, tone } = COPY_STATUSES[status];
  const labels = (licence?.fields ?? [])
    .filter(({ name }) => copy.fields.includes(name))
    .map(({ label }) => say(label));
  const hasPage = status === "IN_FORCE" || status === "USED_UP";
  return (
    <section className="part">
      <h2>
        {say(onlyFor(verifier.name))}
        {verifier.partner !== null && say(TEXTS.registered)}
      </h2>
      <Facts
        of={[
          [
            say(TEXTS.standing),
            <Tag key="status" tone={tone}>
              {say(text)}
            </Tag>,
          ],
          [say(TEXTS.purpose), copy.purpose],
          [say(TEXTS.case), copy.case],
          [say(TEXTS.licence), licence && `${say(licence.type.name)} ${licence.number}`],
          [say(TEXTS.shows), labels.length > 0 ? labels.join(say(BETWEEN)) : say(TEXTS.least)],
          [say(TEXTS.uses), say(usesLeft(uses, used))],
          [say(TEXTS.shared), moment(copy.sharedAt, language)],
          [say(TEXTS.until), day(until, language)],
          [say(TEXTS.revoked), copy.revokedAt && moment(copy.revokedAt, language)],
        ]}
      />
      {hasPage && licence && (
        <div className="buttons">
          <SaveButton
            fileName={`${copyFileName(licence.type.name, verifier.name, language)}.pdf`}
            find={() => findCopyPdf(id, language)}
          />
        </div>
      )}
    </section>
  );
}
