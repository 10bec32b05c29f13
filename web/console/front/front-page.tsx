import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { graphql } from "../../shared/generated/gql.ts";
import { troubleAt } from "../../shared/graphql/trouble.ts";
import { useOwnAnswer } from "../../shared/graphql/use-answer.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Answered } from "../../shared/ui/answered.tsx";
import { Page } from "../../shared/ui/page.tsx";
import { TroubleNotice } from "../../shared/ui/trouble-notice.tsx";
import { PartnerLine } from "./partner-line.tsx";
import { partnersOf } from "./partners-of.ts";

/** Those that somebody else applied for in the name of one's enterprise are there too. */
const FRONT = graphql(`
  query ConsoleFrontPage {
    me {
      id
      partners {
        id
        ...PartnerLine
      }
      enterprises {
        partners {
          id
          ...PartnerLine
        }
      }
    }
  }
`);

const TEXTS = {
  title: { zh: "合作方控制台", en: "Partners' console" },
  partners: { zh: "您企业的合作", en: "Your enterprise's partnerships" },
  none: {
    zh: "您还没有为企业申请过合作。合作获批后，企业可凭密钥调用平台接口。",
    en: "You have not applied for a partnership yet. Once one is approved, your enterprise can call the platform with a key.",
  },
  apply: { zh: "申请合作", en: "Apply for a partnership" },
  steps: { zh: "从申请到第一次调用", en: "From the application to the first call" },
  step1: {
    zh: "法定代表人（或获授权的代理人）申请，选择所需权限。",
    en: "The legal representative, or an agent with an authority, applies and names the scopes that are needed.",
  },
  step2: {
    zh: "平台审批：可以批准全部或部分权限，先开通测试环境。",
    en: "A manager approves all or some of them: test access opens.",
  },
  step3: {
    zh: "创建测试密钥，在沙箱里试调用；再由另一位管理人员开通正式环境。",
    en: "Make a test key and try calls in the sandbox; another manager then opens live access.",
  },
  docs: { zh: "怎样调用", en: "How to call" },
} satisfies Record<string, Text>;

/** The partnerships of the reader's enterprises, how they stand, and the way to one. */
export function FrontPage(): ReactNode {
  const { say } = useTexts();
  const asked = useOwnAnswer(FRONT, {});
  return (
    <Page title={say(TEXTS.title)}>
      <Answered asked={asked}>
        {({ me }, errors) => {
          const trouble = troubleAt(errors, ["me", "partners"]) ?? troubleAt(errors, ["me", "enterprises"]);
          if (trouble) return <TroubleNotice trouble={trouble} again={asked.again} />;
          const partners = partnersOf(me);
          return (
            <section className="part">
              <div className="part-head">
                <h2>{say(TEXTS.partners)}</h2>
                <Link className="button" to="/console/apply">
                  {say(TEXTS.apply)}
                </Link>
              </div>
              {partners.length === 0 && <p>{say(TEXTS.none)}</p>}
              <ul className="rows">
                {partners.map((partner) => (
                  <li key={partner.id}>
                    <PartnerLine of={partner} />
                  </li>
                ))}
              </ul>
            </section>
          );
        }}
      </Answered>
      <section className="part">
        <h2>{say(TEXTS.steps)}</h2>
        <ol className="steps">
          <li>{say(TEXTS.step1)}</li>
          <li>{say(TEXTS.step2)}</li>
          <li>{say(TEXTS.step3)}</li>
        </ol>
        <Link className="link-target" to="/console/docs">
          {say(TEXTS.docs)}
        </Link>
      </section>
    </Page>
  );
}
