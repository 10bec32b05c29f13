import { type ReactNode, useState } from "react";
import { graphql } from "../../shared/generated/gql.ts";
import { useAct } from "../../shared/graphql/use-act.ts";
import { useKept } from "../../shared/sign-in/use-kept.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { FailureNotice } from "../../shared/ui/failure-notice.tsx";
import { ErrorSummary } from "../../shared/ui/field.tsx";
import { refusedField } from "../../shared/ui/problem.ts";
import { TextField } from "../../shared/ui/text-field.tsx";
import { Told } from "../../shared/ui/told.tsx";

const CONFIRM = graphql(`
  mutation PortalConfirmSpouse($idNumber: String!) {
    confirmHousingFundSpouse(idNumber: $idNumber) {
      __typename
      ... on HousingFundSpouse {
        maskedIdNumber
      }
      ... on Refusal {
        message
      }
      ... on InvalidInput {
        path
      }
    }
  }
`);

const TEXTS = {
  add: { zh: "确认配偶", en: "Confirm your spouse" },
  change: { zh: "改为确认另一人", en: "Confirm another person instead" },
  idNumber: { zh: "配偶的身份证号码", en: "Your spouse's identity number" },
  hint: {
    zh: "居民身份证、港澳台居民居住证或外国人永久居留身份证的号码。平台不会告诉您这个人是否已注册。",
    en: "Of their identity card, their residence permit of Hong Kong, Macao or Taiwan, or their permanent-residence card. The answer does not say whether they are known here.",
  },
  missing: { zh: "请填写身份证件号码", en: "Write the number of their identity document" },
  send: { zh: "确认是我的配偶", en: "This is my spouse" },
  sending: { zh: "正在提交…", en: "Sending…" },
} satisfies Record<string, Text>;
const confirmed = (number: string): Text => ({
  zh: `已确认 ${number} 是您的配偶。`,
  en: `You have confirmed ${number} as your spouse.`,
});

const FIELD = "spouse-id-number";

export function SpouseForm({ hasOne }: { readonly hasOne: boolean }): ReactNode {
  const { say } = useTexts();
  const [hasTried, setTried] = useState(false);
  const { value, change, forget: forgetTyped } = useKept("fund-spouse", () => "");
  const { ended, failure, isSending, send, forget } = useAct(CONFIRM);
  const typed = value.replaceAll(/\s/g, "").toUpperCase();
  const refused = refusedField(ended, () => FIELD);
  const missing = hasTried && typed === "" ? [{ field: FIELD, text: say(TEXTS.missing) }] : [];
  const problems = [...missing, ...refused];
  async function confirm(): Promise<void> {
    const end = await send({ idNumber: typed });
    if (end?.kind === "done") forgetTyped();
  }
  return (
    <form
      className="part"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(typed === "");
        if (typed !== "") void confirm();
      }}
    >
      <h2>{say(hasOne ? TEXTS.change : TEXTS.add)}</h2>
      {ended?.kind === "done" && <Told title={say(confirmed(ended.result.maskedIdNumber))} />}
      <ErrorSummary problems={problems} />
      {refused.length === 0 && (
        <FailureNotice failure={failure} again={() => void confirm()} isSending={isSending} />
      )}
      <TextField
        id={FIELD}
        label={say(TEXTS.idNumber)}
        hint={say(TEXTS.hint)}
        problem={problems[0]?.text}
        maxLength={30}
        of={{
          value,
          change: (text) => {
            forget();
            change(text);
          },
        }}
      />
      <button className="button" type="submit" aria-disabled={isSending}>
        {say(isSending ? TEXTS.sending : TEXTS.send)}
      </button>
    </form>
  );
}
