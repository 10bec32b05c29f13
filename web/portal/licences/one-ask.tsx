import type { ReactNode } from "react";
import { moment } from "../../shared/format/dates.ts";
import { type FragmentType, readFragment } from "../../shared/generated/fragment-masking.ts";
import { graphql } from "../../shared/generated/gql.ts";
import type { MemberAskState, OneHouseholdAskFragment } from "../../shared/generated/graphql.ts";
import { useAct } from "../../shared/graphql/use-act.ts";
import { BETWEEN, type Text, useTexts } from "../../shared/texts/text.ts";
import type { Tone } from "../../shared/texts/tone.ts";
import { ConfirmedButton } from "../../shared/ui/confirmed-button.tsx";
import { Facts } from "../../shared/ui/facts.tsx";
import { FailureNotice } from "../../shared/ui/failure-notice.tsx";
import { Tag } from "../../shared/ui/tag.tsx";
import { fieldLabel } from "./field-labels.ts";

export const HOUSEHOLD_ASK = graphql(`
  fragment OneHouseholdAsk on HouseholdAsk {
    application
    itemName {
      zh
      en
    }
    applicantName
    material
    materialName {
      zh
      en
    }
    licenceFields
    licenceType {
      name {
        zh
        en
      }
      content
    }
    state
    isOpen
    askedAt
    answeredAt
  }
`);

const ANSWER = graphql(`
  mutation PortalAnswerHouseholdAsk($application: ID!, $material: String!, $give: Boolean!) {
    answerHouseholdAsk(application: $application, material: $material, give: $give) {
      __typename
      ... on HouseholdAsk {
        state
      }
      ... on Refusal {
        message
      }
    }
  }
`);

const TEXTS = {
  by: { zh: "谁请您同意", en: "Who asks" },
  nameless: { zh: "姓名未登记的人", en: "Somebody without a name on record" },
  item: { zh: "办什么事", en: "For what" },
  material: { zh: "免交的材料", en: "In place of" },
  licence: { zh: "使用的证照", en: "Which licence" },
  read: { zh: "会读取的内容", en: "What is read of it" },
  always: {
    zh: "证照的名称、状态、版本和起止日期",
    en: "the kind of licence, how it stands, its version and its days",
  },
  readers: { zh: "由谁读取", en: "Who reads it" },
  officers: {
    zh: "办理这件申请的工作人员；每次读取都会记录，您可以在“隐私”里查看",
    en: "the officers who handle this application; each reading is on record, and you see it under “Privacy”",
  },
  askedAt: { zh: "询问时间", en: "Asked" },
  answeredAt: { zh: "答复时间", en: "Answered" },
  yes: { zh: "同意使用", en: "Let it be used" },
  yesQuestion: {
    zh: "同意后，办理这件申请的工作人员可以读取上面列出的内容。提交之前可以撤回，提交之后不能。要同意吗？",
    en: "The officers who handle this application can then read what is listed above. You can take it back until it is handed in, and not after. Let it be used?",
  },
  no: { zh: "不同意", en: "Say no" },
  noQuestion: {
    zh: "答复“不同意”后，这件申请不能再问您这项材料，也不能改为同意。要答复“不同意”吗？",
    en: "A no stays: you are not asked again for this material of this application, and cannot change it to a yes. Say no?",
  },
  withdraw: { zh: "撤回同意", en: "Take it back" },
  withdrawQuestion: {
    zh: "撤回后，这件申请不再使用您的证照，也不能再次同意。要撤回吗？",
    en: "Your licence then stands for nothing in this application, and you cannot agree again. Take it back?",
  },
  keep: { zh: "不，先不答复", en: "Not now" },
  closed: {
    zh: "申请已经提交，不能再答复或撤回。",
    en: "The application was handed in, so nothing can be answered or taken back.",
  },
} satisfies Record<string, Text>;

const STATES: Readonly<Record<MemberAskState, { readonly text: Text; readonly tone: Tone }>> = {
  ASKED: { text: { zh: "等待您答复", en: "Waits for your answer" }, tone: "act" },
  GIVEN: { text: { zh: "已同意", en: "You agreed" }, tone: "good" },
  REFUSED: { text: { zh: "未同意", en: "You said no" }, tone: "plain" },
  WITHDRAWN: { text: { zh: "已撤回", en: "You took it back" }, tone: "plain" },
};
const ANSWERED: Readonly<Record<MemberAskState, Text>> = {
  ASKED: { zh: "还没有答复。", en: "It is not answered yet." },
  GIVEN: { zh: "已同意使用证照。", en: "You agreed, and the licence can be used." },
  REFUSED: { zh: "已答复：不同意。", en: "You said no." },
  WITHDRAWN: { zh: "已撤回同意。", en: "You took your yes back." },
};

type OneAskProps = {
  readonly of: FragmentType<typeof HOUSEHOLD_ASK>;
  /** Says at the top of the page what was done. */
  readonly tell: (words: string) => void;
};

/** A question for a licence: by whom, for what, what is read of it and by whom; and the reader's answer. */
export function OneAsk({ of, tell }: OneAskProps): ReactNode {
  const { say, language } = useTexts();
  const ask = readFragment(HOUSEHOLD_ASK, of);
  const { applicantName, itemName, materialName, licenceType, state, askedAt, answeredAt } = ask;
  return (
    <>
      <h3>
        {say(itemName)} <Tag tone={STATES[state].tone}>{say(STATES[state].text)}</Tag>
      </h3>
      <Facts
        of={[
          [say(TEXTS.by), applicantName ?? say(TEXTS.nameless)],
          [say(TEXTS.item), say(itemName)],
          [say(TEXTS.material), say(materialName)],
          [say(TEXTS.licence), licenceType && say(licenceType.name)],
          [say(TEXTS.read), [say(TEXTS.always), ...readOf(ask).map(say)].join(say(BETWEEN))],
          [say(TEXTS.readers), say(TEXTS.officers)],
          [say(TEXTS.askedAt), moment(askedAt, language)],
          [say(TEXTS.answeredAt), answeredAt && moment(answeredAt, language)],
        ]}
      />
      <Answers of={ask} tell={tell} />
    </>
  );
}

/** The fields that officers read, as the type of the licence calls them. */
const readOf = ({ licenceFields, licenceType }: OneHouseholdAskFragment): readonly Text[] =>
  licenceFields.map(
    (field) => (licenceType && fieldLabel(licenceType.content, field)) ?? { zh: field, en: field },
  );

type AnswersProps = { readonly of: OneHouseholdAskFragment } & Pick<OneAskProps, "tell">;

function Answers({ of, tell }: AnswersProps): ReactNode {
  const { say } = useTexts();
  const { application, material, state, isOpen, itemName, applicantName } = of;
  const { send, failure, again, isSending } = useAct(ANSWER, (done) => tell(say(ANSWERED[done.state])));
  const answer = (give: boolean) => () => void send({ application, material, give });
  const about = `${applicantName ?? say(TEXTS.nameless)}, ${say(itemName)}`;
  if (!isOpen)
    return state === "ASKED" || state === "GIVEN" ? <p className="soft">{say(TEXTS.closed)}</p> : null;
  return (
    <>
      <FailureNotice {...{ failure, again, isSending }} />
      {state === "ASKED" && (
        <>
          <ConfirmedButton
            label={say(TEXTS.yes)}
            about={about}
            question={say(TEXTS.yesQuestion)}
            no={say(TEXTS.keep)}
            isSending={isSending}
            act={answer(true)}
          />
          <ConfirmedButton
            label={say(TEXTS.no)}
            about={about}
            question={say(TEXTS.noQuestion)}
            no={say(TEXTS.keep)}
            isSending={isSending}
            act={answer(false)}
          />
        </>
      )}
      {state === "GIVEN" && (
        <ConfirmedButton
          label={say(TEXTS.withdraw)}
          about={about}
          question={say(TEXTS.withdrawQuestion)}
          isSending={isSending}
          act={answer(false)}
        />
      )}
    </>
  );
}
