import { getRouteApi, Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { day, moment } from "../../shared/format/dates.ts";
import { graphql } from "../../shared/generated/gql.ts";
import type { PortalLicenceQuery } from "../../shared/generated/graphql.ts";
import { troubleAt } from "../../shared/graphql/trouble.ts";
import { useAnswer } from "../../shared/graphql/use-answer.ts";
import { RemediesPart } from "../../shared/remedies/remedies-part.tsx";
import { BUSINESS_FORMS, LICENCE_STATUSES, licenceType } from "../../shared/texts/licence-texts.ts";
import { BETWEEN, type Text, useTexts } from "../../shared/texts/text.ts";
import { Answered } from "../../shared/ui/answered.tsx";
import { Facts } from "../../shared/ui/facts.tsx";
import { Page } from "../../shared/ui/page.tsx";
import { Tag } from "../../shared/ui/tag.tsx";
import { TroubleNotice } from "../../shared/ui/trouble-notice.tsx";
import { LicenceSearch } from "./licence-search.tsx";

const LICENCE = graphql(`
  query PortalLicence($number: String!) {
    licence(number: $number) {
      number
      type
      status
      holderName
      creditCode
      premises
      businessForm
      activities
      department {
        name {
          zh
          en
        }
      }
      issuedOn
      validUntil
      endedAt
      remedies {
        ...RemediesPart
      }
      renewal {
        opensOn
        inTimeUntil
        closesOn
      }
    }
  }
`);

type Licence = NonNullable<PortalLicenceQuery["licence"]>;

const TEXTS = {
  title: { zh: "证照", en: "Licence" },
  unknown: { zh: "没有这个编号的证照", en: "There is no licence with this number" },
  unknownText: {
    zh: "请核对编号。出示的证照查不到的，请拨打 12345 反映。",
    en: "Check the number. If somebody has shown you a licence that is not here, tell 12345.",
  },
  number: { zh: "编号", en: "Number" },
  holder: { zh: "持证人", en: "Holder" },
  code: { zh: "统一社会信用代码", en: "Credit code" },
  premises: { zh: "经营场所", en: "Premises" },
  form: { zh: "主体业态", en: "Main trade" },
  activities: { zh: "经营项目", en: "Activities" },
  department: { zh: "发证机关", en: "Issued by" },
  issued: { zh: "发证日期", en: "Issued on" },
  until: { zh: "有效期至", en: "Valid until" },
  ended: { zh: "失效时间", en: "Ended on" },
  renewal: { zh: "延续", en: "Renewal" },
  opens: { zh: "可以申请延续的时间", en: "It can be applied for from" },
  inTime: { zh: "按时申请的最后一天", en: "Last day in time" },
  closes: { zh: "申请截止", en: "Not possible after" },
  late: {
    zh: "逾期申请的，有效期届满后须停止经营，直到作出决定。",
    en: "One who applies later has to close the business from the licence's end until the decision.",
  },
  find: { zh: "查找延续事项", en: "Find the service" },
  verify: { zh: "怎么查验", en: "How it is checked" },
  verifyText: {
    zh: "本页内容即时取自发证机关的登记。把本页地址给对方，任何人打开看到的都是同样的登记，无需登录。",
    en: "This page shows the issuer's record as it is now. Give this page's address to anybody: they see the same record, without a sign-in.",
  },
  back: { zh: "回到证照", en: "Back to the licences" },
} satisfies Record<string, Text>;

const route = getRouteApi("/licences/$number");

/** A licence as anybody may see it, who is to be shown it or wants to check it. */
export function LicencePage(): ReactNode {
  const { say } = useTexts();
  const { number } = route.useParams();
  const asked = useAnswer(LICENCE, { number });
  const type = asked.answer?.ok ? asked.answer.data.licence?.type : undefined;
  return (
    <Page title={say(type ? licenceType(type) : TEXTS.title)} isNarrow>
      <Answered asked={asked}>
        {({ licence }, errors) => {
          const trouble = troubleAt(errors, ["licence"]);
          if (trouble) return <TroubleNotice trouble={trouble} again={asked.again} />;
          return licence ? <OnRecord of={licence} /> : <Unknown number={number} />;
        }}
      </Answered>
      <p>
        <Link className="link-target" to="/licences">
          {say(TEXTS.back)}
        </Link>
      </p>
    </Page>
  );
}

function Unknown({ number }: { readonly number: string }): ReactNode {
  const { say } = useTexts();
  return (
    <>
      <div className="part">
        <h2>{say(TEXTS.unknown)}</h2>
        <p className="strong">{number}</p>
        <p>{say(TEXTS.unknownText)}</p>
      </div>
      <LicenceSearch />
    </>
  );
}

function OnRecord({ of }: { readonly of: Licence }): ReactNode {
  const { say, language } = useTexts();
  const { tone, text } = LICENCE_STATUSES[of.status];
  return (
    <>
      <section className="part">
        <p>
          <Tag tone={tone}>{say(text)}</Tag>
        </p>
        <Facts
          of={[
            [say(TEXTS.number), of.number],
            [say(TEXTS.holder), of.holderName],
            [say(TEXTS.code), of.creditCode],
            [say(TEXTS.premises), of.premises],
            [say(TEXTS.form), say(BUSINESS_FORMS[of.businessForm])],
            [say(TEXTS.activities), of.activities.join(say(BETWEEN))],
            [say(TEXTS.department), say(of.department.name)],
            [say(TEXTS.issued), day(of.issuedOn, language)],
            [say(TEXTS.until), day(of.validUntil, language)],
            [say(TEXTS.ended), of.endedAt && moment(of.endedAt, language)],
          ]}
        />
      </section>
      {of.remedies && <RemediesPart of={of.remedies} />}
      {of.renewal && <Renewal of={of.renewal} />}
      <section className="part">
        <h2>{say(TEXTS.verify)}</h2>
        <p>{say(TEXTS.verifyText)}</p>
      </section>
    </>
  );
}

function Renewal({ of }: { readonly of: NonNullable<Licence["renewal"]> }): ReactNode {
  const { say, language } = useTexts();
  return (
    <section className="part">
      <h2>{say(TEXTS.renewal)}</h2>
      <Facts
        of={[
          [say(TEXTS.opens), day(of.opensOn, language)],
          [say(TEXTS.inTime), day(of.inTimeUntil, language)],
          [say(TEXTS.closes), day(of.closesOn, language)],
        ]}
      />
      <p className="soft">{say(TEXTS.late)}</p>
      <Link className="link-target" to="/services">
        {say(TEXTS.find)}
      </Link>
    </section>
  );
}
