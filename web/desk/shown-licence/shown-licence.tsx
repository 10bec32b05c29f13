import { type ReactNode, useEffect, useRef } from "react";
import { day, moment } from "../../shared/format/dates.ts";
import { type FragmentType, readFragment } from "../../shared/generated/fragment-masking.ts";
import { graphql } from "../../shared/generated/gql.ts";
import { ELECTRONIC_LICENCE_STATUSES } from "../../shared/texts/electronic-licence-texts.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Facts } from "../../shared/ui/facts.tsx";
import { Tag } from "../../shared/ui/tag.tsx";
import { contentRows } from "../cases/licence-content.ts";
import { useRegionName } from "../use-region-name.ts";

const FRAGMENT = graphql(`
  fragment DeskShownLicence on ShownLicence {
    type {
      name {
        zh
        en
      }
      content
    }
    status
    identifier
    number
    issuer {
      department {
        name {
          zh
          en
        }
      }
    }
    issuedOn
    validUntil
    content
    shownAt
  }
`);

const TEXTS = {
  number: { zh: "证照编号", en: "Number" },
  identifier: { zh: "电子证照标识", en: "Identifier" },
  issuer: { zh: "颁发机构", en: "Issued by" },
  issuedOn: { zh: "颁发日期", en: "Issued on" },
  validUntil: { zh: "有效期至", en: "Valid until" },
  always: { zh: "长期有效", en: "Always valid" },
  shownAt: { zh: "出示时间", en: "Shown" },
  content: { zh: "持证人出示的内容", en: "What the holder shows" },
} satisfies Record<string, Text>;

/** A licence as its holder has shown it: how it stands, and the fields that they have chosen. It takes the focus as it comes. */
export function ShownLicence({ of }: { readonly of: FragmentType<typeof FRAGMENT> }): ReactNode {
  const { say, language } = useTexts();
  const regionName = useRegionName();
  const shown = readFragment(FRAGMENT, of);
  const { text, tone } = ELECTRONIC_LICENCE_STATUSES[shown.status];
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section className="part">
      <div className="part-head">
        <h2 tabIndex={-1} ref={heading}>
          {say(shown.type.name)}
        </h2>
        <Tag tone={tone}>{say(text)}</Tag>
      </div>
      <Facts
        of={[
          [say(TEXTS.number), <code key="number">{shown.number}</code>],
          [say(TEXTS.identifier), <code key="identifier">{shown.identifier}</code>],
          [say(TEXTS.issuer), say(shown.issuer.department.name)],
          [say(TEXTS.issuedOn), day(shown.issuedOn, language)],
          [
            say(TEXTS.validUntil),
            shown.validUntil === null ? say(TEXTS.always) : day(shown.validUntil, language),
          ],
          [say(TEXTS.shownAt), moment(shown.shownAt, language)],
        ]}
      />
      <h3>{say(TEXTS.content)}</h3>
      <dl className="facts">
        {contentRows(shown.type.content, shown.content ?? {}, { say, language, regionName }).map((row) => (
          <div key={row.at}>
            <dt>{row.label}</dt>
            <dd>{row.text}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
