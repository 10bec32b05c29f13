import type { ReactNode } from "react";
import { useConfig } from "../../shared/config.ts";
import { regionsAround } from "../../shared/format/regions.ts";
import { readFragment } from "../../shared/generated/fragment-masking.ts";
import { graphql } from "../../shared/generated/gql.ts";
import { troubleAt } from "../../shared/graphql/trouble.ts";
import { useOwnAnswer } from "../../shared/graphql/use-answer.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Answered } from "../../shared/ui/answered.tsx";
import { FailureNotice } from "../../shared/ui/failure-notice.tsx";
import { ErrorSummary } from "../../shared/ui/field.tsx";
import { Page } from "../../shared/ui/page.tsx";
import { TextField } from "../../shared/ui/text-field.tsx";
import { TroubleNotice } from "../../shared/ui/trouble-notice.tsx";
import { BackToBills } from "../payments/back-to-bills.tsx";
import { BILLER, BILLER_FIELD, type Biller, BillerChoice } from "./biller-choice.tsx";
import { useBinding } from "./use-binding.ts";

/** A biller serves a county, a city or a province. */
const BILLERS = graphql(`
  query PortalBillers($county: RegionCode!, $city: RegionCode!, $province: RegionCode!) {
    ofCounty: billers(region: $county) {
      ...BillerParts
    }
    ofCity: billers(region: $city) {
      ...BillerParts
    }
    ofProvince: billers(region: $province) {
      ...BillerParts
    }
  }
`);

const TEXTS = {
  title: { zh: "绑定户号", en: "Add an account" },
  text: {
    zh: "绑定后，这个户号的新账单会出现在这里，并发消息告诉您；也可以设置自动缴费。",
    en: "Its new bills then come up here, you are told of them, and you can have them paid automatically.",
  },
  none: {
    zh: "这里还没有可以绑定的水电燃气单位。",
    en: "There is no biller of water, electricity or gas here yet.",
  },
  number: { zh: "户号", en: "Account number" },
  numberHint: {
    zh: "在纸质账单或缴费短信上",
    en: "It stands on a paper bill, or in the biller's text messages",
  },
  holder: { zh: "户名", en: "Account holder's name" },
  holderHint: {
    zh: "账单上的户名，核对用；连续填错会暂停绑定",
    en: "As it stands on the bill. Too many wrong ones, and we stop listening for a while",
  },
  alias: { zh: "给它起个名字", en: "Your own name for it" },
  aliasHint: { zh: "例如：家、父母家", en: "For example: home, parents" },
  bind: { zh: "绑定", en: "Add the account" },
  binding: { zh: "正在核对…", en: "Checking…" },
} satisfies Record<string, Text>;

export function BindAccountPage(): ReactNode {
  const { say } = useTexts();
  const [county, city, province] = regionsAround(useConfig().region);
  const asked = useOwnAnswer(BILLERS, { county, city, province });
  return (
    <Page title={say(TEXTS.title)} isNarrow>
      <Answered asked={asked}>
        {({ ofCounty, ofCity, ofProvince }, errors) => {
          const trouble = troubleAt(errors, [ofProvince ? "ofCity" : "ofProvince"]);
          if (trouble) return <TroubleNotice trouble={trouble} again={asked.again} />;
          const masked = [ofCounty, ofCity, ofProvince].flatMap((some) => some ?? []);
          const billers = masked.map((biller) => readFragment(BILLER, biller));
          const each = [...new Map(billers.map((biller) => [biller.id, biller])).values()];
          return each.length === 0 ? <p className="part">{say(TEXTS.none)}</p> : <Binding billers={each} />;
        }}
      </Answered>
      <p>
        <BackToBills />
      </p>
    </Page>
  );
}

function Binding({ billers }: { readonly billers: readonly Biller[] }): ReactNode {
  const { say } = useTexts();
  const { fields, biller, asksHolder, choose, problems, problemOf, submit, again, isSending, failure } =
    useBinding(billers);
  return (
    <form
      className="part waiting"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <ErrorSummary problems={problems} />
      <FailureNotice
        failure={problems.length === 0 ? failure : undefined}
        again={again}
        isSending={isSending}
      />
      <p>{say(TEXTS.text)}</p>
      <BillerChoice of={billers} chosen={biller?.id} choose={choose} problem={problemOf(BILLER_FIELD)} />
      <TextField
        id="accountNumber"
        label={say(TEXTS.number)}
        hint={say(TEXTS.numberHint)}
        problem={problemOf("accountNumber")}
        of={fields.accountNumber}
      />
      {asksHolder && (
        <TextField
          id="holderName"
          label={say(TEXTS.holder)}
          hint={say(TEXTS.holderHint)}
          problem={problemOf("holderName")}
          of={fields.holderName}
        />
      )}
      <TextField
        id="alias"
        label={say(TEXTS.alias)}
        hint={say(TEXTS.aliasHint)}
        problem={problemOf("alias")}
        of={fields.alias}
      />
      <button className="button" type="submit" aria-disabled={isSending}>
        {say(isSending ? TEXTS.binding : TEXTS.bind)}
      </button>
    </form>
  );
}
