import type { ReactNode } from "react";
import { day } from "../../shared/format/dates.ts";
import { graphql } from "../../shared/generated/gql.ts";
import { useAct } from "../../shared/graphql/use-act.ts";
import { useIdempotencyKey } from "../../shared/graphql/use-idempotency-key.ts";
import type { Text } from "../../shared/texts/text.ts";
import { PaperForm } from "./paper-form.tsx";
import type { PaperField, Stated } from "./use-paper-form.ts";

const RECORD = graphql(`
  mutation DeskRecordWrittenAuthority($input: RecordWrittenAuthorityInput!, $attendance: ID!, $key: ID!) {
    done: recordWrittenAuthority(input: $input, attendance: $attendance, idempotencyKey: $key) {
      __typename
      ... on Authority {
        agentName
        until
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
  about: {
    zh: "企业或个人书面委托他人办理全部事项。委托人或受托人须在窗口；委托人填企业或个人之一。",
    en: "An enterprise or a person lets somebody apply for all items, on paper. One of the two is at the window; the principal is an enterprise or a person.",
  },
  papers: {
    zh: "授权委托书的编号或存放位置。",
    en: "The number of the paper, or its place in the file.",
  },
  send: { zh: "登记委托", en: "Record the authority" },
} satisfies Record<string, Text>;
const doneText = (agent: string, until: string): Text => ({
  zh: `${agent} 已登记为受托人，有效期至 ${day(until, "zh")}。`,
  en: `${agent} acts for them until ${day(until, "en")}.`,
});

type Name = "enterprise" | "person" | "agent-name" | "agent-idNumber" | "until";

const FIELDS: readonly PaperField<Name>[] = [
  {
    ...{ name: "enterprise", kind: "NUMBER" },
    label: { zh: "委托企业的统一社会信用代码", en: "Credit code of the enterprise that is acted for" },
  },
  {
    ...{ name: "person", kind: "NUMBER" },
    label: { zh: "或委托人的证件号码", en: "Or identity number of the person who is acted for" },
  },
  {
    ...{ name: "agent-name", kind: "NAME" },
    label: { zh: "受托人姓名", en: "Name of the agent" },
    missing: { zh: "请填写受托人的姓名", en: "Write the name of the agent" },
  },
  {
    ...{ name: "agent-idNumber", kind: "NUMBER" },
    label: { zh: "受托人证件号码", en: "Identity number of the agent" },
    missing: { zh: "请填写受托人的证件号码", en: "Write the identity number of the agent" },
  },
  {
    ...{ name: "until", kind: "DAY" },
    label: { zh: "委托到期日", en: "Last day of the authority" },
    hint: { zh: "最长三年", en: "At most three years from today" },
    missing: { zh: "请选择委托到期日", en: "Choose the last day" },
  },
];

const inputOf = ({ enterprise, person, until, paper, ...agent }: Stated<Name>) => ({
  ...{ until, paper },
  ...(enterprise ? { enterprise } : {}),
  ...(person ? { person } : {}),
  agent: { name: agent["agent-name"], idNumber: agent["agent-idNumber"] },
});

/** Keeps an authority that was given on paper, with its agent or its principal at the window. */
export function WrittenAuthority({ attendance }: { readonly attendance: string }): ReactNode {
  const request = useIdempotencyKey();
  const act = useAct(RECORD, request.forget);
  return (
    <PaperForm
      {...{ id: "authority", attendance, act, ...TEXTS, fields: FIELDS }}
      empty={{ enterprise: "", person: "", "agent-name": "", "agent-idNumber": "", until: "" }}
      variablesOf={(stated) => {
        const input = inputOf(stated);
        return { input, attendance, key: request.keyFor([attendance, input]) };
      }}
      done={({ agentName, until }) => doneText(agentName, until)}
    />
  );
}
