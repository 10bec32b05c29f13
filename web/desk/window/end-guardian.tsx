import type { ReactNode } from "react";
import { graphql } from "../../shared/generated/gql.ts";
import { useAct } from "../../shared/graphql/use-act.ts";
import type { Text } from "../../shared/texts/text.ts";
import { PaperForm } from "./paper-form.tsx";
import type { PaperField } from "./use-paper-form.ts";

const END = graphql(`
  mutation DeskEndGuardianship($input: EndGuardianshipInput!) {
    done: endGuardianship(input: $input) {
      __typename
      ... on Authority {
        agentName
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
    zh: "凭法院的文书或死亡证明，立即终止一项监护登记。年满十八周岁的自动终止，不用在这里办理。",
    en: "A decision of a court, or a death certificate, ends a guardianship at once. At 18 it ends by itself.",
  },
  papers: {
    zh: "写明终止原因的文书：法院判决、裁定或死亡证明，写它的编号或存放位置。",
    en: "The paper that shows why it ends: the number, or the place in the file, of the court's decision or the death certificate.",
  },
  send: { zh: "终止监护登记", en: "End the guardianship" },
} satisfies Record<string, Text>;
const doneText = (guardian: string): Text => ({
  zh: `${guardian} 的监护登记已终止。`,
  en: `The guardianship of ${guardian} has ended.`,
});

type Name = "wardIdNumber" | "guardianIdNumber";

const FIELDS: readonly PaperField<Name>[] = [
  {
    ...{ name: "wardIdNumber", kind: "NUMBER" },
    label: { zh: "未成年人证件号码", en: "Identity number of the minor" },
    missing: { zh: "请填写未成年人的证件号码", en: "Write the identity number of the minor" },
  },
  {
    ...{ name: "guardianIdNumber", kind: "NUMBER" },
    label: { zh: "监护人证件号码", en: "Identity number of the guardian" },
    missing: { zh: "请填写监护人的证件号码", en: "Write the identity number of the guardian" },
  },
];

/** Ends a guardianship by a paper, whichever of its people is at the window, or somebody else with the paper. */
export function EndGuardian({ attendance }: { readonly attendance: string | undefined }): ReactNode {
  const act = useAct(END);
  return (
    <PaperForm
      {...{ id: "guardian-end", attendance, act, ...TEXTS, fields: FIELDS }}
      empty={{ wardIdNumber: "", guardianIdNumber: "" }}
      variablesOf={(input) => ({ input })}
      done={({ agentName }) => doneText(agentName)}
    />
  );
}
