import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { dateAt, day, fromToday, moment } from "../../shared/format/dates.ts";
import { type FragmentType, readFragment } from "../../shared/generated/fragment-masking.ts";
import { graphql } from "../../shared/generated/gql.ts";
import { ELECTRONIC_LICENCE_STATUSES } from "../../shared/texts/electronic-licence-texts.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Facts } from "../../shared/ui/facts.tsx";
import { Notice } from "../../shared/ui/notice.tsx";
import { Tag } from "../../shared/ui/tag.tsx";
import { endsSoon } from "./licence-ends.ts";

const FRAGMENT = graphql(`
  fragment LicenceStanding on ElectronicLicence {
    number
    identifier
    status
    issuedOn
    validUntil
    renewal {
      item
    }
    suspendedAt
    endedAt
    issuer {
      department {
        name {
          zh
          en
        }
      }
    }
    decidedIn {
      id
      number
      decision {
        reason
      }
      revocation {
        reason
      }
    }
  }
`);

const TEXTS = {
  standing: { zh: "状态", en: "How it stands" },
  number: { zh: "编号", en: "Number" },
  issuer: { zh: "颁发机构", en: "Issued by" },
  issued: { zh: "颁发日期", en: "Issued on" },
  until: { zh: "有效期至", en: "Valid until" },
  always: { zh: "长期", en: "No end" },
  suspended: { zh: "暂扣或中止时间", en: "Suspended" },
  ended: { zh: "失效时间", en: "Ended" },
  why: { zh: "理由", en: "Why" },
  by: { zh: "据以决定的办件", en: "Decided in" },
  case: { zh: "查看办件", en: "See the case" },
  identifier: { zh: "证照标识", en: "Identifier" },
  renew: {
    zh: "需要继续使用的，请在到期前申请延续。",
    en: "If you go on needing it, apply for its renewal before then.",
  },
  find: { zh: "查找延续事项", en: "Find the service" },
} satisfies Record<string, Text>;
const soon = (when: string): Text => ({ zh: `${when}到期`, en: `It ends ${when}` });

/** How a licence stands, since when, and by which decision. */
export function LicenceStanding({ of }: { readonly of: FragmentType<typeof FRAGMENT> }): ReactNode {
  const { say, language } = useTexts();
  const licence = readFragment(FRAGMENT, of);
  const { number, identifier, status, issuedOn, validUntil, suspendedAt, endedAt, issuer } = licence;
  const { decidedIn, renewal } = licence;
  const { tone, text } = ELECTRONIC_LICENCE_STATUSES[status];
  return (
    <section className="part">
      {validUntil && endsSoon(licence) && (
        <Notice tone="act" title={say(soon(fromToday(validUntil, dateAt(new Date()), language)))}>
          <p>{say(TEXTS.renew)}</p>
          {!renewal && (
            <Link className="link-target" to="/services">
              {say(TEXTS.find)}
            </Link>
          )}
        </Notice>
      )}
      <Facts
        of={[
          [
            say(TEXTS.standing),
            <Tag key="status" tone={tone}>
              {say(text)}
            </Tag>,
          ],
          [say(TEXTS.suspended), suspendedAt && moment(suspendedAt, language)],
          [say(TEXTS.ended), endedAt && moment(endedAt, language)],
          [say(TEXTS.why), decidedIn?.revocation?.reason ?? decidedIn?.decision?.reason],
          [say(TEXTS.number), number],
          [say(TEXTS.issuer), say(issuer.department.name)],
          [say(TEXTS.issued), day(issuedOn, language)],
          [say(TEXTS.until), validUntil ? day(validUntil, language) : say(TEXTS.always)],
          [say(TEXTS.identifier), <code key="identifier">{identifier}</code>],
          [
            say(TEXTS.by),
            decidedIn && (
              <Link key="case" className="link-target" to="/cases/$id" params={{ id: decidedIn.id }}>
                {decidedIn.number ?? say(TEXTS.case)}
              </Link>
            ),
          ],
        ]}
      />
    </section>
  );
}
