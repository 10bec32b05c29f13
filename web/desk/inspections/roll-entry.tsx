import type { ReactNode } from "react";
import { graphql } from "../../shared/generated/gql.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Field } from "../../shared/ui/field.tsx";
import { useTold } from "../../shared/ui/use-told.tsx";
import { ConfirmedAct } from "../forms/confirmed-act.tsx";
import { KeptFormFrame } from "../forms/kept-form.tsx";
import { useKeptForm } from "../forms/use-kept-form.ts";

const ENROL = graphql(`
  mutation DeskEnrolAsInspector($input: EnrolInspectorInput!) {
    done: enrolAsInspector(input: $input) {
      __typename
      ... on Inspector {
        isActive
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

const LEAVE = graphql(`
  mutation DeskLeaveInspectorRoll($department: String!) {
    done: leaveInspectorRoll(department: $department) {
      __typename
      ... on Inspector {
        isActive
      }
      ... on Refusal {
        message
      }
    }
  }
`);

const TEXTS = {
  title: { zh: "我的名录登记", en: "Your own place on the roll" },
  about: {
    zh: "登记后可能被抽取为该部门的检查人员。请申报与您有利害关系的企业，不会抽您去检查它们；再次登记替换以前的申报。",
    en: "Once on it you may be drawn to inspect for the department. Declare the enterprises in which you have an interest: you are not drawn for them. What you declare replaces what you declared before.",
  },
  interests: { zh: "有利害关系的企业", en: "Enterprises in which you have an interest" },
  hint: {
    zh: "统一社会信用代码，每行一个；没有则留空",
    en: "Their credit codes, one a line; left empty where there are none",
  },
  send: { zh: "登记入册", en: "Put me on the roll" },
  sending: { zh: "正在登记…", en: "Sending…" },
  sent: { zh: "已登记在册", en: "You are on the roll" },
  leave: { zh: "退出名录", en: "Leave the roll" },
  leaveQuestion: {
    zh: "确定退出该部门的检查人员名录吗？已抽取的检查照常进行。",
    en: "Shall you be taken off the department's roll? Inspections for which you were drawn go on.",
  },
  left: { zh: "已退出名录", en: "You have left the roll" },
} satisfies Record<string, Text>;

const FIELD = "interests";
type Draft = { readonly interests: string };

const codesIn = (text: string): readonly string[] =>
  text.split(/[\s,，、]+/).flatMap((code) => (code === "" ? [] : code.toUpperCase()));

/** The word of an inspector that they are on a department's roll, or leave it. */
export function RollEntry({ department }: { readonly department: string }): ReactNode {
  const { say } = useTexts();
  const { told, tell } = useTold();
  const form = useKeptForm({
    ...{ name: `roll:${department}`, empty: (): Draft => ({ interests: "" }), fields: [FIELD] },
    missingIn: () => [],
    document: ENROL,
    variablesOf: ({ interests }: Draft) => ({ input: { department, interests: codesIn(interests) } }),
    done: () => tell(say(TEXTS.sent)),
  });
  return (
    <section aria-label={say(TEXTS.title)}>
      {told}
      <KeptFormFrame of={form} texts={TEXTS}>
        <Field id={FIELD} label={say(TEXTS.interests)} hint={say(TEXTS.hint)} problem={form.problemOf(FIELD)}>
          {(marks) => (
            <textarea
              {...marks}
              rows={3}
              spellCheck={false}
              value={form.draft.interests}
              onChange={(event) => form.write({ interests: event.target.value })}
            />
          )}
        </Field>
      </KeptFormFrame>
      <div className="part">
        <ConfirmedAct
          document={LEAVE}
          variables={{ department }}
          label={say(TEXTS.leave)}
          question={say(TEXTS.leaveQuestion)}
          then={() => tell(say(TEXTS.left))}
        />
      </div>
    </section>
  );
}
