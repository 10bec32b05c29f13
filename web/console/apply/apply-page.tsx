import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { graphql } from "../../shared/generated/gql.ts";
import { troubleAt } from "../../shared/graphql/trouble.ts";
import { useOwnAnswer } from "../../shared/graphql/use-answer.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Answered } from "../../shared/ui/answered.tsx";
import { Choice } from "../../shared/ui/choice.tsx";
import { FailureNotice } from "../../shared/ui/failure-notice.tsx";
import { ErrorSummary, Field } from "../../shared/ui/field.tsx";
import { Notice } from "../../shared/ui/notice.tsx";
import { Page } from "../../shared/ui/page.tsx";
import { TroubleNotice } from "../../shared/ui/trouble-notice.tsx";
import { ContactFields } from "../parts/contact-fields.tsx";
import { ScopeBoxes } from "../scopes/scope-boxes.tsx";
import { allScopes, type ScopeWords } from "../scopes/scope-words.ts";
import { type OwnEnterprise, SCOPES_FIELD, useApplication } from "./use-application.ts";

const APPLY = graphql(`
  query ConsoleApply {
    me {
      id
      enterprises {
        id
        name
        creditCode
      }
    }
    scopes {
      ...ConsoleScope
    }
  }
`);

const TEXTS = {
  title: { zh: "申请合作", en: "Apply for a partnership" },
  none: { zh: "没有找到您代表的企业", en: "We know of no enterprise that you represent" },
  noneText: {
    zh: "请携营业执照和身份证到企业登记地的政务服务窗口，由登记人员核对登记机关的记载后录入，再来申请。",
    en: "Show the business licence and your identity card at a service window of the region where the enterprise is registered: a registrar reads the register there and records it. Then apply here.",
  },
  enterprise: { zh: "企业", en: "Enterprise" },
  choose: { zh: "请选择", en: "Choose one" },
  enterpriseHint: {
    zh: "须为在营企业；由登记的法定代表人，或授权事项写明“合作”的代理人申请",
    en: "One that is in business. Its legal representative applies, or an agent whose authority names partnership",
  },
  scopes: { zh: "需要哪些权限？", en: "Scopes that you need" },
  scopesHint: {
    zh: "只选用得到的：审批时逐项核对，可以只批准一部分。",
    en: "Only those that you will use: each is looked at, and some may be granted without the others.",
  },
  purpose: { zh: "用途", en: "Purpose" },
  purposeHint: {
    zh: "写明给谁用、做什么、为什么需要这些权限。最多 500 个字。",
    en: "For whom, to do what, and why it needs these scopes. 500 characters at most.",
  },
  apply: { zh: "提交申请", en: "Apply" },
  applying: { zh: "正在提交…", en: "Applying…" },
  after: {
    zh: "提交后由平台审批，结果会发消息告诉您，也显示在这里。",
    en: "A manager decides then. You are told by a message, and find the decision here.",
  },
  home: { zh: "回到首页", en: "Back to the front page" },
} satisfies Record<string, Text>;

/** The representative of an enterprise applies in its name. */
export function ApplyPage(): ReactNode {
  const { say } = useTexts();
  const asked = useOwnAnswer(APPLY, {});
  return (
    <Page title={say(TEXTS.title)} isNarrow>
      <Answered asked={asked}>
        {({ me, scopes }, errors) => {
          const trouble = troubleAt(errors, ["me", "enterprises"]) ?? troubleAt(errors, ["scopes"]);
          if (trouble) return <TroubleNotice trouble={trouble} again={asked.again} />;
          const enterprises = me?.enterprises ?? [];
          if (enterprises.length > 0)
            return <ApplicationForm enterprises={enterprises} scopes={allScopes(scopes)} />;
          return (
            <Notice title={say(TEXTS.none)}>
              <p>{say(TEXTS.noneText)}</p>
            </Notice>
          );
        }}
      </Answered>
      <p>
        <Link className="link-target" to="/console">
          {say(TEXTS.home)}
        </Link>
      </p>
    </Page>
  );
}

type FormProps = {
  readonly enterprises: readonly OwnEnterprise[];
  readonly scopes: readonly ScopeWords[];
};

function ApplicationForm({ enterprises, scopes }: FormProps): ReactNode {
  const { say } = useTexts();
  const application = useApplication(enterprises, scopes);
  const { enterprise, contact, purpose, chosen, choose, problems, problemOf, isSending } = application;
  const options = [
    { value: "", text: say(TEXTS.choose) },
    ...enterprises.map(({ creditCode, name }) => ({ value: creditCode, text: `${name} ${creditCode}` })),
  ];
  return (
    <form
      className="part waiting"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        application.submit();
      }}
    >
      <ErrorSummary problems={problems} />
      <FailureNotice
        failure={problems.length === 0 ? application.failure : undefined}
        again={application.submit}
        isSending={isSending}
      />
      <Choice
        id="creditCode"
        label={say(TEXTS.enterprise)}
        hint={say(TEXTS.enterpriseHint)}
        value={enterprise.value}
        options={options}
        choose={enterprise.change}
        problem={problemOf("creditCode") ?? problemOf("name")}
      />
      <ScopeBoxes
        id={SCOPES_FIELD}
        legend={say(TEXTS.scopes)}
        hint={say(TEXTS.scopesHint)}
        offered={scopes}
        chosen={chosen}
        choose={choose}
        problem={application.scopesProblem}
      />
      <Field
        id="purpose"
        label={say(TEXTS.purpose)}
        hint={say(TEXTS.purposeHint)}
        problem={problemOf("purpose")}
      >
        {(marks) => (
          <textarea
            {...marks}
            rows={4}
            maxLength={500}
            value={purpose.value}
            onChange={(event) => purpose.change(event.target.value)}
          />
        )}
      </Field>
      <ContactFields of={contact} problemOf={problemOf} />
      <p className="soft">{say(TEXTS.after)}</p>
      <div className="buttons">
        <button className="button" type="submit" aria-disabled={isSending}>
          {say(isSending ? TEXTS.applying : TEXTS.apply)}
        </button>
      </div>
    </form>
  );
}
