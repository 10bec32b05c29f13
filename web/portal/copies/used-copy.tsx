import { type ReactNode, useEffect, useRef } from "react";
import { day, moment } from "../../shared/format/dates.ts";
import { type FragmentType, readFragment } from "../../shared/generated/fragment-masking.ts";
import { graphql } from "../../shared/generated/gql.ts";
import type { UsedCopyFragment } from "../../shared/generated/graphql.ts";
import { ELECTRONIC_LICENCE_STATUSES } from "../../shared/texts/electronic-licence-texts.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Facts } from "../../shared/ui/facts.tsx";
import { pdfOf, saveFile } from "../../shared/ui/save-file.ts";
import { SvgPicture } from "../../shared/ui/svg-picture.tsx";
import { Tag } from "../../shared/ui/tag.tsx";
import { copyFileName } from "./find-copy-pdf.ts";

const FRAGMENT = graphql(`
  fragment UsedCopy on UsedLicenceCopy {
    number
    verifier {
      name
    }
    purpose
    case
    until
    usesLeft
    usedAt
    type {
      code
      name {
        zh
        en
      }
    }
    status
    licenceNumber
    issuer {
      creditCode
      department {
        name {
          zh
          en
        }
      }
    }
    issuedOn
    validUntil
    fields {
      field
      label {
        zh
        en
      }
      value {
        zh
        en
      }
    }
    svg(language: $language)
    pdf(language: $language)
  }
`);

const TEXTS = {
  warning: {
    zh: "不得用于其他用途，也不得转给他人。",
    en: "Not for any other use, and not for anybody else.",
  },
  standing: { zh: "证照状态", en: "The licence" },
  number: { zh: "证照编号", en: "Its number" },
  issuer: { zh: "颁发机构", en: "Issued by" },
  issued: { zh: "颁发日期", en: "Issued on" },
  validUntil: { zh: "有效期至", en: "Valid until" },
  always: { zh: "长期", en: "No end" },
  case: { zh: "您的编号", en: "Your reference" },
  until: { zh: "加注件最后一天", en: "Last day of the copy" },
  left: { zh: "还能使用", en: "Uses left" },
  usedAt: { zh: "本次使用", en: "Used" },
  copyNumber: { zh: "加注件编号", en: "Number of the copy" },
  content: { zh: "证照内容", en: "What it says" },
  page: { zh: "显示件", en: "Its page" },
  pageLost: {
    zh: "显示件暂时画不出来，以上内容有效。",
    en: "Its page cannot be drawn right now; what stands above holds.",
  },
  keep: {
    zh: "离开这一页后，要再看就要再使用一次，请先保存。",
    en: "Keep it before you leave this page: to see it again is another use.",
  },
  picture: {
    zh: "加注件的显示件，底纹写明给谁、做什么用；其内容即本页“证照内容”。",
    en: "The page of the copy, with whose it is and for what across it. What stands on it stands under “What it says”.",
  },
  save: { zh: "下载 PDF", en: "Download as PDF" },
} satisfies Record<string, Text>;
const onlyFor = (name: string): Text => ({ zh: `仅供 ${name} 使用`, en: `For ${name} only` });
const forWhat = (purpose: string): Text => ({ zh: `用于：${purpose}`, en: `Purpose: ${purpose}` });
const times = (count: number): Text => ({ zh: `${count} 次`, en: String(count) });

/** A copy as whoever it is for sees it. The focus comes to it, for the button that opened it has gone. */
export function UsedCopy({ of }: { readonly of: FragmentType<typeof FRAGMENT> }): ReactNode {
  const { say } = useTexts();
  const copy = readFragment(FRAGMENT, of);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const rows = copy.fields.map(({ label, value }) => [say(label), say(value)] as const);
  return (
    <>
      <section className="notice notice-act">
        <h2 className="big" tabIndex={-1} ref={heading}>
          {say(onlyFor(copy.verifier.name))}
        </h2>
        <p className="big">{say(forWhat(copy.purpose))}</p>
        <p>{say(TEXTS.warning)}</p>
      </section>
      <Standing of={copy} />
      {rows.length > 0 && (
        <section className="part">
          <h2>{say(TEXTS.content)}</h2>
          <Facts of={rows} />
        </section>
      )}
      <CopySheet of={copy} />
    </>
  );
}

function Standing({ of }: { readonly of: UsedCopyFragment }): ReactNode {
  const { say, language } = useTexts();
  const { text, tone } = ELECTRONIC_LICENCE_STATUSES[of.status];
  return (
    <section className="part">
      <h2>
        {say(of.type.name)} <Tag tone={tone}>{say(text)}</Tag>
      </h2>
      <Facts
        of={[
          [say(TEXTS.number), of.licenceNumber],
          [say(TEXTS.issuer), say(of.issuer.department.name)],
          [say(TEXTS.issued), day(of.issuedOn, language)],
          [say(TEXTS.validUntil), of.validUntil ? day(of.validUntil, language) : say(TEXTS.always)],
          [say(TEXTS.case), of.case],
          [say(TEXTS.usedAt), moment(of.usedAt, language)],
          [say(TEXTS.left), say(times(of.usesLeft))],
          [say(TEXTS.until), day(of.until, language)],
          [say(TEXTS.copyNumber), <code key="number">{of.number}</code>],
        ]}
      />
    </section>
  );
}

function CopySheet({ of: { type, verifier, svg, pdf } }: { readonly of: UsedCopyFragment }): ReactNode {
  const { say, language } = useTexts();
  const file = `${copyFileName(type.name, verifier.name, language)}.pdf`;
  return (
    <section className="part">
      <h2>{say(TEXTS.page)}</h2>
      {svg === null && pdf === null && <p className="soft">{say(TEXTS.pageLost)}</p>}
      {pdf !== null && (
        <>
          <p>{say(TEXTS.keep)}</p>
          <div className="buttons">
            <button className="button" type="button" onClick={() => saveFile(pdfOf(pdf), file)}>
              {say(TEXTS.save)}
            </button>
          </div>
        </>
      )}
      {svg !== null && <SvgPicture svg={svg} label={say(TEXTS.picture)} />}
    </section>
  );
}
