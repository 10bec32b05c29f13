import { type ReactNode, useState } from "react";
import { graphql } from "../../shared/generated/gql.ts";
import { useAct } from "../../shared/graphql/use-act.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { FailureNotice } from "../../shared/ui/failure-notice.tsx";
import { ErrorSummary } from "../../shared/ui/field.tsx";
import { refusedField } from "../../shared/ui/problem.ts";
import { TextField } from "../../shared/ui/text-field.tsx";
import { Told } from "../../shared/ui/told.tsx";
import { type FoundProblem, useProblems } from "../../shared/ui/use-problems.ts";

const ASK = graphql(`
  mutation PortalAskHouseholdMember($application: ID!, $material: String!, $member: NamedPersonInput!) {
    askHouseholdMember(application: $application, material: $material, member: $member) {
      __typename
      ... on Application {
        id
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
  name: { zh: "家庭成员的姓名", en: "The member's name" },
  noName: { zh: "请填写家庭成员的姓名", en: "Write the member's name" },
  idNumber: { zh: "家庭成员的身份证件号码", en: "The member's identity number" },
  hint: {
    zh: "居民身份证、港澳台居民居住证或外国人永久居留身份证的号码。平台不会告诉您这个人是否已注册、有没有证照。",
    en: "Of their identity card, their residence permit of Hong Kong, Macao or Taiwan, or their permanent-residence card. The answer does not say whether they, or a licence of theirs, are known here.",
  },
  noNumber: { zh: "请填写身份证件号码", en: "Write the number of their identity document" },
  send: { zh: "发送询问", en: "Ask them" },
  sending: { zh: "正在发送…", en: "Asking…" },
} satisfies Record<string, Text>;
const asked = (name: string): Text => ({
  zh: `已询问 ${name}。对方会收到通知，登录后答复。`,
  en: `${name} is asked: they are told of it, and answer once they have signed in.`,
});

const NAME_MAX = 60;
const NUMBER_MAX = 30;

type MemberFormProps = { readonly application: string; readonly material: string };

/** Names a member of the household, to be asked. The name and the number are not the reader's own: they stay in the page alone. */
export function MemberForm({ application, material }: MemberFormProps): ReactNode {
  const { say } = useTexts();
  const FIELDS = { name: `member-name-${material}`, idNumber: `member-number-${material}` };
  const [name, setName] = useState("");
  const [idNumber, setIdNumber] = useState("");
  const [told, setTold] = useState<string>();
  const { problems: missing, find } = useProblems();
  const { ended, failure, isSending, send, forget } = useAct(ASK);
  const refused = refusedField(ended, (path) => (path.includes("name") ? FIELDS.name : FIELDS.idNumber));
  const problems = missing.length > 0 ? missing : refused;
  const problemOf = (field: string) => problems.find((one) => one.field === field)?.text;
  async function ask(): Promise<void> {
    const member = { name: name.trim(), idNumber: idNumber.replaceAll(/\s/g, "").toUpperCase() };
    const found: readonly FoundProblem[] = [
      ...(member.name === "" ? [{ field: FIELDS.name, text: TEXTS.noName }] : []),
      ...(member.idNumber === "" ? [{ field: FIELDS.idNumber, text: TEXTS.noNumber }] : []),
    ];
    find(found);
    setTold(undefined);
    if (found.length > 0) return;
    const end = await send({ application, material, member });
    if (end?.kind !== "done") return;
    setTold(member.name);
    setName("");
    setIdNumber("");
  }
  const changed = (set: (text: string) => void) => (text: string) => {
    forget();
    set(text);
  };
  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void ask();
      }}
    >
      {told !== undefined && <Told title={say(asked(told))} />}
      <ErrorSummary problems={problems} />
      {refused.length === 0 && (
        <FailureNotice failure={failure} again={() => void ask()} isSending={isSending} />
      )}
      <TextField
        id={FIELDS.name}
        label={say(TEXTS.name)}
        problem={problemOf(FIELDS.name)}
        maxLength={NAME_MAX}
        of={{ value: name, change: changed(setName) }}
      />
      <TextField
        id={FIELDS.idNumber}
        label={say(TEXTS.idNumber)}
        hint={say(TEXTS.hint)}
        problem={problemOf(FIELDS.idNumber)}
        maxLength={NUMBER_MAX}
        of={{ value: idNumber, change: changed(setIdNumber) }}
      />
      <button className="button" type="submit" aria-disabled={isSending}>
        {say(isSending ? TEXTS.sending : TEXTS.send)}
      </button>
    </form>
  );
}
