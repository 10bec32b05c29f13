import { getRouteApi, Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useConfig } from "../../shared/config.ts";
import { dateAt, day } from "../../shared/format/dates.ts";
import { graphql } from "../../shared/generated/gql.ts";
import type { PortalServiceQuery } from "../../shared/generated/graphql.ts";
import { troubleAt } from "../../shared/graphql/trouble.ts";
import { useAnswer } from "../../shared/graphql/use-answer.ts";
import { LIFE_EVENTS } from "../../shared/texts/life-event-texts.ts";
import { MINORS, minorsText } from "../../shared/texts/minor-texts.ts";
import { BETWEEN, type Text, useTexts } from "../../shared/texts/text.ts";
import { Answered } from "../../shared/ui/answered.tsx";
import { Facts } from "../../shared/ui/facts.tsx";
import { Page } from "../../shared/ui/page.tsx";
import { Tag } from "../../shared/ui/tag.tsx";
import { TroubleNotice } from "../../shared/ui/trouble-notice.tsx";
import { BOOK } from "../halls/hall-texts.ts";
import { AUDIENCES, CHANNELS, feeText, HELD_RECORDS, promiseOf, visitsOf } from "./service-texts.ts";

const SERVICE = graphql(`
  query PortalService($code: ID!, $region: RegionCode!, $today: Date!) {
    serviceItem(code: $code, region: $region) {
      id
      code
      name {
        zh
        en
      }
      department {
        name {
          zh
          en
        }
      }
      audiences
      ownFromAge
      channels
      lifeEvents
      visits
      promisedWorkingDays
      statutoryWorkingDays
      statutoryDays
      limitCoversDelivery
      timeLimits(receivedOn: $today) {
        promised
        isProvisional
      }
      fee {
        amount
        basis
      }
      legalBasis {
        law
        article
      }
      materials {
        code
        required
        filledBy
        replacedByLicence
        name {
          zh
          en
        }
      }
      steps {
        code
        workingDays
        name {
          zh
          en
        }
      }
      rule {
        samplePercent
        checks {
          code
          name {
            zh
            en
          }
        }
      }
    }
  }
`);

type Item = NonNullable<PortalServiceQuery["serviceItem"]>;
type LawfulTime = Pick<Item, "statutoryWorkingDays" | "statutoryDays" | "limitCoversDelivery">;

const TEXTS = {
  title: { zh: "办事事项", en: "Service" },
  unknown: { zh: "这里没有开通这个事项。", en: "This service is not offered here." },
  who: { zh: "谁可以办", en: "For" },
  where: { zh: "怎么办", en: "How" },
  promise: { zh: "承诺时限", en: "Promised time" },
  law: { zh: "法定时限", en: "Legal limit" },
  today: { zh: "今天受理，最晚办结", en: "Handed in today, decided by" },
  visits: { zh: "到场次数", en: "Visits" },
  fee: { zh: "收费", en: "Fee" },
  department: { zh: "办理部门", en: "Department" },
  events: { zh: "适用于", en: "Needed for" },
  apply: { zh: "在线申请", en: "Apply" },
  materials: { zh: "需要的材料", en: "What it asks for" },
  noMaterials: { zh: "不需要提交材料。", en: "Nothing has to be sent in." },
  optional: { zh: "可选", en: "optional" },
  byLicence: { zh: "有电子证照的免交", en: "Not asked for where you hold the electronic licence" },
  steps: { zh: "办理环节", en: "The steps" },
  rule: { zh: "符合以下条件的，当场批准", en: "Granted at once where all of this is met" },
  basis: { zh: "设定依据", en: "Legal basis" },
  back: { zh: "回到全部事项", en: "Back to all services" },
} satisfies Record<string, Text>;

function lawful({ statutoryWorkingDays, statutoryDays, limitCoversDelivery }: LawfulTime): Text {
  const days =
    statutoryDays === "WORKING"
      ? limit(statutoryWorkingDays)
      : { zh: `${statutoryWorkingDays} 日（自然日）`, en: `${statutoryWorkingDays} calendar days` };
  return limitCoversDelivery
    ? { zh: `${days.zh}，含制证、发证`, en: `${days.en}, with making and handing out` }
    : days;
}

const limit = (days: number): Text =>
  days === 0
    ? { zh: "当日", en: "the same day" }
    : { zh: `${days} 个工作日`, en: days === 1 ? "1 working day" : `${days} working days` };

const route = getRouteApi("/services/$code");

export function ServicePage(): ReactNode {
  const { say } = useTexts();
  const { code } = route.useParams();
  const { region } = useConfig();
  const asked = useAnswer(SERVICE, { code, region, today: dateAt(new Date()) });
  const name = asked.answer?.ok ? asked.answer.data.serviceItem?.name : undefined;
  return (
    <Page title={say(name ?? TEXTS.title)} isNarrow>
      <Answered asked={asked}>
        {({ serviceItem }, errors) => {
          const trouble = troubleAt(errors, ["serviceItem"]);
          if (trouble) return <TroubleNotice trouble={trouble} again={asked.again} />;
          return serviceItem ? <About item={serviceItem} /> : <p className="part">{say(TEXTS.unknown)}</p>;
        }}
      </Answered>
      <p>
        <Link className="link-target" to="/services">
          {say(TEXTS.back)}
        </Link>
      </p>
    </Page>
  );
}

function About({ item }: { readonly item: Item }): ReactNode {
  const { say, language } = useTexts();
  const listed = (texts: readonly Text[]): string => texts.map(say).join(say(BETWEEN));
  const { fee, legalBasis } = item;
  return (
    <>
      <section className="part">
        <Facts
          of={[
            [say(TEXTS.who), listed(item.audiences.map((audience) => AUDIENCES[audience]))],
            [say(MINORS), item.audiences.includes("NATURAL_PERSON") && say(minorsText(item.ownFromAge))],
            [say(TEXTS.where), listed(item.channels.map((channel) => CHANNELS[channel]))],
            [say(TEXTS.promise), say(promiseOf(item.promisedWorkingDays))],
            [say(TEXTS.today), day(item.timeLimits.promised, language)],
            [say(TEXTS.law), say(lawful(item))],
            [say(TEXTS.visits), say(visitsOf(item.visits))],
            [say(TEXTS.fee), say(feeText(fee))],
            [say(TEXTS.department), say(item.department.name)],
            [say(TEXTS.events), listed(item.lifeEvents.map((event) => LIFE_EVENTS[event].text))],
          ]}
        />
        {item.channels.includes("HALL") && (
          <Link className="button button-plain" to="/halls" search={{ item: item.code }}>
            {say(BOOK)}
          </Link>
        )}
      </section>
      {item.channels.includes("ONLINE") && (
        <p>
          <Link className="button" to="/apply/$code" params={{ code: item.code }}>
            {say(TEXTS.apply)}
          </Link>
        </p>
      )}
      <Materials of={item.materials} />
      {item.rule && (
        <section className="part">
          <h2>{say(TEXTS.rule)}</h2>
          <ul className="rows">
            {item.rule.checks.map(({ code, name }) => (
              <li key={code}>{say(name)}</li>
            ))}
          </ul>
        </section>
      )}
      <section className="part">
        <h2>{say(TEXTS.steps)}</h2>
        <ol className="trail">
          {item.steps.map(({ code, name, workingDays }) => (
            <li key={code}>
              <span className="strong">{say(name)}</span>
              <span className="soft small">{say(limit(workingDays))}</span>
            </li>
          ))}
        </ol>
      </section>
      <section className="part">
        <h2>{say(TEXTS.basis)}</h2>
        <ul className="rows">
          {legalBasis.map(({ law, article }) => (
            <li key={`${law} ${article}`}>
              {law} {article}
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}

function Materials({ of }: { readonly of: Item["materials"] }): ReactNode {
  const { say } = useTexts();
  return (
    <section className="part">
      <h2>{say(TEXTS.materials)}</h2>
      {of.length === 0 && <p>{say(TEXTS.noMaterials)}</p>}
      <ul className="rows">
        {of.map(({ code, name, required, filledBy, replacedByLicence }) => (
          <li key={code} className="stack-tight">
            <span>
              {say(name)} {!required && <Tag tone="plain">{say(TEXTS.optional)}</Tag>}
            </span>
            {filledBy && <span className="soft small">{say(HELD_RECORDS[filledBy])}</span>}
            {replacedByLicence && <span className="soft small">{say(TEXTS.byLicence)}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
