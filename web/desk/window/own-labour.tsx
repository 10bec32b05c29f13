import type { ReactNode } from "react";
import { graphql } from "../../shared/generated/gql.ts";
import { useAct } from "../../shared/graphql/use-act.ts";
import type { Text } from "../../shared/texts/text.ts";
import { PaperForm } from "./paper-form.tsx";
import type { PaperField } from "./use-paper-form.ts";

const RECORD = graphql(`
  mutation DeskRecordOwnLabour($input: RecordOwnLabourInput!, $attendance: ID!) {
    done: recordOwnLabour(input: $input, attendance: $attendance) {
      __typename
      ... on OwnLabour {
        recordedAt
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
    zh: "来人为未成年人，主要以自己的劳动收入生活的，凭证明登记后像成年人一样自行办理，其监护登记同时终止。",
    en: "A minor at the window lives mainly on the income of their own labour: by a paper that shows it they act as an adult does, and their guardianships end.",
  },
  papers: {
    zh: "劳动合同、收入证明等，写它的编号或存放位置。",
    en: "The number, or the place in the file, of the contract or the statement of income.",
  },
  send: { zh: "登记劳动收入", en: "Record their own income" },
  done: { zh: "已登记，今后由本人自行办理。", en: "It is on record: they act for themselves from now on." },
} satisfies Record<string, Text>;

const FIELDS: readonly PaperField<"idNumber">[] = [
  {
    ...{ name: "idNumber", kind: "NUMBER" },
    label: { zh: "本人证件号码", en: "Their own identity number" },
    missing: { zh: "请填写本人的证件号码", en: "Write their own identity number" },
  },
];

/** Keeps that the minor at the window lives on their own income. */
export function OwnLabour({ attendance }: { readonly attendance: string }): ReactNode {
  const act = useAct(RECORD);
  return (
    <PaperForm
      {...{ id: "own-labour", attendance, act, ...TEXTS, fields: FIELDS }}
      empty={{ idNumber: "" }}
      variablesOf={(input) => ({ input, attendance })}
      done={() => TEXTS.done}
    />
  );
}
