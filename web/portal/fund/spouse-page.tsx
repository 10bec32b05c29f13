import type { ReactNode } from "react";
import { moment } from "../../shared/format/dates.ts";
import { graphql } from "../../shared/generated/gql.ts";
import type { PortalFundSpouseQuery } from "../../shared/generated/graphql.ts";
import { troubleAt } from "../../shared/graphql/trouble.ts";
import { useAct } from "../../shared/graphql/use-act.ts";
import { useOwnAnswer } from "../../shared/graphql/use-answer.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Answered } from "../../shared/ui/answered.tsx";
import { ConfirmedButton } from "../../shared/ui/confirmed-button.tsx";
import { Facts } from "../../shared/ui/facts.tsx";
import { FailureNotice } from "../../shared/ui/failure-notice.tsx";
import { Page } from "../../shared/ui/page.tsx";
import { Told } from "../../shared/ui/told.tsx";
import { TroubleNotice } from "../../shared/ui/trouble-notice.tsx";
import { BackToFund } from "./back-to-fund.tsx";
import { SpouseForm } from "./spouse-form.tsx";

const SPOUSE = graphql(`
  query PortalFundSpouse {
    me {
      id
      housingFundSpouse {
        maskedIdNumber
        confirmedAt
      }
    }
  }
`);

const TAKE_BACK = graphql(`
  mutation PortalTakeBackSpouse {
    takeBackHousingFundSpouse {
      __typename
      ... on HousingFundSpouse {
        maskedIdNumber
      }
      ... on Refusal {
        message
      }
    }
  }
`);

type Spouse = NonNullable<NonNullable<PortalFundSpouseQuery["me"]>["housingFundSpouse"]>;

const TEXTS = {
  title: { zh: "配偶确认", en: "Confirm your spouse" },
  lead: {
    zh: "夫妻都可以为租房提取公积金，合计不超过实际房租。配偶申请时会用到您本月已提取的金额，所以先要您本人同意。没有您的确认，平台不会读取您的提取记录。",
    en: "Both of a couple may draw for rent, together no more than the rent. Your spouse's application then counts what you have drawn this month, so it needs your word first. Without it nothing of yours is read.",
  },
  now: { zh: "您确认的配偶", en: "The spouse you have confirmed" },
  number: { zh: "身份证号码", en: "Identity number" },
  since: { zh: "确认时间", en: "Confirmed on" },
  takeBack: { zh: "撤回确认", en: "Take it back" },
  question: {
    zh: "撤回后，配偶的申请由工作人员核对后决定，不再使用您的提取金额。要撤回吗？",
    en: "From then on a person decides on your spouse's applications, and nothing that you have drawn is counted. Take it back?",
  },
  takenBack: { zh: "确认已撤回。", en: "It is taken back." },
} satisfies Record<string, Text>;

export function SpousePage(): ReactNode {
  const { say } = useTexts();
  const asked = useOwnAnswer(SPOUSE, {});
  return (
    <Page title={say(TEXTS.title)} isNarrow>
      <p>{say(TEXTS.lead)}</p>
      <Answered asked={asked}>
        {({ me }, errors) => {
          const trouble = troubleAt(errors, ["me", "housingFundSpouse"]);
          if (trouble) return <TroubleNotice trouble={trouble} again={asked.again} />;
          return <Confirmed now={me?.housingFundSpouse ?? undefined} />;
        }}
      </Answered>
      <BackToFund />
    </Page>
  );
}

function Confirmed({ now }: { readonly now: Spouse | undefined }): ReactNode {
  const { say, language } = useTexts();
  const { ended, failure, again, isSending, send } = useAct(TAKE_BACK);
  return (
    <>
      {ended?.kind === "done" && !now && <Told title={say(TEXTS.takenBack)} />}
      {now && (
        <section className="part">
          <h2>{say(TEXTS.now)}</h2>
          <Facts
            of={[
              [say(TEXTS.number), now.maskedIdNumber],
              [say(TEXTS.since), moment(now.confirmedAt, language)],
            ]}
          />
          <FailureNotice {...{ failure, again, isSending }} />
          <ConfirmedButton
            label={say(TEXTS.takeBack)}
            about={now.maskedIdNumber}
            question={say(TEXTS.question)}
            isSending={isSending}
            act={() => void send({})}
          />
        </section>
      )}
      <SpouseForm hasOne={now !== undefined} />
    </>
  );
}
