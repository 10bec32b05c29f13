import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { moment } from "../../shared/format/dates.ts";
import { graphql } from "../../shared/generated/gql.ts";
import type { PortalTelephoneQuery } from "../../shared/generated/graphql.ts";
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
import { TelephoneForm } from "./telephone-form.tsx";

const TELEPHONE = graphql(`
  query PortalTelephone {
    me {
      id
      telephone {
        maskedNumber
        provenAt
      }
    }
  }
`);

const REMOVE = graphql(`
  mutation PortalRemoveTelephone {
    removeTelephone {
      __typename
      ... on Telephone {
        maskedNumber
      }
      ... on Refusal {
        message
      }
    }
  }
`);

type Telephone = NonNullable<NonNullable<PortalTelephoneQuery["me"]>["telephone"]>;

const TEXTS = {
  title: { zh: "手机号码", en: "Your telephone" },
  lead: {
    zh: "在窗口办理涉及钱款或证照的事项时，会向这个号码发送验证码，由您本人确认。",
    en: "When something that moves money or a licence is done for you at a window, a code goes to this number, so that you confirm it yourself.",
  },
  now: { zh: "已验证的号码", en: "The number that is proven" },
  number: { zh: "号码", en: "Number" },
  proven: { zh: "验证时间", en: "Proven on" },
  remove: { zh: "删除这个号码", en: "Remove this number" },
  question: {
    zh: "删除后不再向它发送验证码，在窗口办理的一些事项就要您自己登录确认。要删除吗？",
    en: "No codes go to it any more, so that you confirm what is done at a window by signing in. Remove it?",
  },
  removed: { zh: "号码已删除，已短信告知该号码。", en: "The number is removed, and was told so by a text." },
  back: { zh: "回到我的", en: "Back to your details" },
} satisfies Record<string, Text>;

export function TelephonePage(): ReactNode {
  const { say } = useTexts();
  const asked = useOwnAnswer(TELEPHONE, {});
  return (
    <Page title={say(TEXTS.title)} isNarrow>
      <p>{say(TEXTS.lead)}</p>
      <Answered asked={asked}>
        {({ me }, errors) => {
          const trouble = troubleAt(errors, ["me", "telephone"]);
          if (trouble) return <TroubleNotice trouble={trouble} again={asked.again} />;
          return <Telephones now={me?.telephone ?? undefined} />;
        }}
      </Answered>
      <p>
        <Link className="link-target" to="/me">
          {say(TEXTS.back)}
        </Link>
      </p>
    </Page>
  );
}

function Telephones({ now }: { readonly now: Telephone | undefined }): ReactNode {
  const { say, language } = useTexts();
  const { ended, failure, again, isSending, send } = useAct(REMOVE);
  const remove = (): void => void send({});
  return (
    <>
      {ended?.kind === "done" && !now && <Told title={say(TEXTS.removed)} />}
      {now && (
        <section className="part">
          <h2>{say(TEXTS.now)}</h2>
          <Facts
            of={[
              [say(TEXTS.number), now.maskedNumber],
              [say(TEXTS.proven), moment(now.provenAt, language)],
            ]}
          />
          <FailureNotice {...{ failure, again, isSending }} />
          <ConfirmedButton
            label={say(TEXTS.remove)}
            about={now.maskedNumber}
            question={say(TEXTS.question)}
            isSending={isSending}
            act={remove}
          />
        </section>
      )}
      <TelephoneForm hasOne={now !== undefined} />
    </>
  );
}
