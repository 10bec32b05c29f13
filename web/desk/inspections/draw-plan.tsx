import { useNavigate } from "@tanstack/react-router";
import { type FormEvent, type ReactNode, useState } from "react";
import { addDays, dateAt } from "../../shared/format/dates.ts";
import { graphql } from "../../shared/generated/gql.ts";
import { refusalAt, useAct } from "../../shared/graphql/use-act.ts";
import { useKeptDraft } from "../../shared/sign-in/use-kept-draft.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { FailureNotice } from "../../shared/ui/failure-notice.tsx";
import { ErrorSummary, Field } from "../../shared/ui/field.tsx";
import type { Problem } from "../../shared/ui/problem.ts";

const DRAW = graphql(`
  mutation DeskDrawInspections($input: DrawInspectionsInput!, $key: ID!) {
    done: drawInspections(input: $input, idempotencyKey: $key) {
      __typename
      ... on InspectionPlan {
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
  title: { zh: "抽取新的检查计划", en: "Draw a new plan" },
  about: {
    zh: "从所选部门和地区的食品经营许可证中随机抽取。抽取之后不能重抽。",
    en: "Food-business licences of the chosen department and region are drawn from. What is drawn is never drawn anew.",
  },
  name: { zh: "计划名称", en: "Name of the plan" },
  from: { zh: "检查开始", en: "First day" },
  until: { zh: "检查结束", en: "Last day" },
  count: { zh: "抽取家数（最多 200）", en: "How many businesses (200 at most)" },
  noName: { zh: "请填写计划名称", en: "Give the plan a name" },
  noCount: { zh: "请填写抽取家数（整数）", en: "Say how many are drawn, as a whole number" },
  draw: { zh: "抽取", en: "Draw" },
  drawing: { zh: "正在抽取…", en: "Drawing…" },
} satisfies Record<string, Text>;

const PERIOD_DAYS = 30;

type Typed = Readonly<Record<"title" | "from" | "until" | "count", string>>;

/** Draws the businesses of a plan, and the inspectors of each, once however often the same is sent. */
export function DrawPlan({
  region,
  department,
}: {
  readonly region: string;
  readonly department: string;
}): ReactNode {
  const { say } = useTexts();
  const navigate = useNavigate();
  const today = dateAt(new Date());
  const { value, key, change, forget } = useKeptDraft<Typed>(`draw:${department}:${region}`, () => ({
    ...{ title: "", from: today, until: addDays(today, PERIOD_DAYS), count: "" },
  }));
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const { send, again, failure, isSending } = useAct(DRAW, ({ id }) => {
    forget();
    void navigate({ to: "/desk/inspections/$plan", params: { plan: id } });
  });
  function submit(event: FormEvent): void {
    event.preventDefault();
    const { title, from, until, count } = value;
    const found = [
      ...(title.trim() === "" ? [{ field: "plan-title", text: say(TEXTS.noName) }] : []),
      ...(/^[1-9]\d{0,2}$/.test(count.trim()) ? [] : [{ field: "plan-count", text: say(TEXTS.noCount) }]),
    ];
    setProblems(found);
    if (found.length > 0) return;
    void send({
      input: { title: title.trim(), department, region, from, until, count: Number(count) },
      key,
    });
  }
  const fields = [
    { name: "title", label: TEXTS.name, type: "text" },
    { name: "from", label: TEXTS.from, type: "date" },
    { name: "until", label: TEXTS.until, type: "date" },
    { name: "count", label: TEXTS.count, type: "text" },
  ] as const;
  return (
    <details className="part">
      <summary>{say(TEXTS.title)}</summary>
      <form className="form" noValidate onSubmit={submit}>
        <p className="soft">{say(TEXTS.about)}</p>
        <ErrorSummary problems={problems} />
        <FailureNotice failure={failure} again={again} isSending={isSending} />
        {fields.map(({ name, label, type }) => (
          <Field
            key={name}
            id={`plan-${name}`}
            label={say(label)}
            problem={problems.find(({ field }) => field === `plan-${name}`)?.text ?? refusalAt(failure, name)}
          >
            {(marks) => (
              <input
                {...marks}
                type={type}
                maxLength={200}
                value={value[name]}
                onChange={(event) => change({ ...value, [name]: event.target.value })}
              />
            )}
          </Field>
        ))}
        <p>
          <button className="button" type="submit" aria-disabled={isSending}>
            {say(isSending ? TEXTS.drawing : TEXTS.draw)}
          </button>
        </p>
      </form>
    </details>
  );
}
