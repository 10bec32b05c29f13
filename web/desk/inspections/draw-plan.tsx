import { useNavigate } from "@tanstack/react-router";
import { type FormEvent, type ReactNode, useState } from "react";
import { addDays, dateAt } from "../../shared/format/dates.ts";
import { graphql } from "../../shared/generated/gql.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { ErrorSummary, Field } from "../../shared/ui/field.tsx";
import { OutcomeNotice } from "../../shared/ui/outcome-notice.tsx";
import type { Problem } from "../../shared/ui/problem.ts";
import { useOrderKey } from "../order-key.ts";
import { problemAt, useOfficerAct } from "../use-officer-act.ts";

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
  name: { zh: "计划名称", en: "What the plan is called" },
  from: { zh: "检查开始", en: "First day" },
  until: { zh: "检查结束", en: "Last day" },
  count: { zh: "抽取家数（最多 200）", en: "How many businesses (200 at most)" },
  missing: { zh: "请填写计划名称和抽取家数", en: "Give the plan a name, and say how many are drawn" },
  draw: { zh: "抽取", en: "Draw" },
  drawing: { zh: "正在抽取…", en: "Drawing…" },
} satisfies Record<string, Text>;

const PERIOD_DAYS = 30;

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
  const [title, setTitle] = useState("");
  const [from, setFrom] = useState(today);
  const [until, setUntil] = useState(addDays(today, PERIOD_DAYS));
  const [count, setCount] = useState("");
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const { keyFor, settle } = useOrderKey();
  const { act, again, outcome, isSending } = useOfficerAct(DRAW, ({ id }) => {
    settle();
    void navigate({ to: "/desk/inspections/$plan", params: { plan: id } });
  });
  function submit(event: FormEvent): void {
    event.preventDefault();
    const isMissing = title.trim() === "" || !/^[1-9]\d{0,2}$/.test(count.trim());
    setProblems(isMissing ? [{ field: "plan-title", text: say(TEXTS.missing) }] : []);
    if (isMissing) return;
    const input = { title: title.trim(), department, region, from, until, count: Number(count) };
    void act({ input, key: keyFor(input) });
  }
  const fields = [
    { id: "plan-title", path: "title", label: TEXTS.name, type: "text", value: title, set: setTitle },
    { id: "plan-from", path: "from", label: TEXTS.from, type: "date", value: from, set: setFrom },
    { id: "plan-until", path: "until", label: TEXTS.until, type: "date", value: until, set: setUntil },
    { id: "plan-count", path: "count", label: TEXTS.count, type: "text", value: count, set: setCount },
  ] as const;
  return (
    <details className="part">
      <summary>{say(TEXTS.title)}</summary>
      <form className="form" noValidate onSubmit={submit}>
        <p className="soft">{say(TEXTS.about)}</p>
        <ErrorSummary problems={problems} />
        <OutcomeNotice outcome={outcome} again={again} isSending={isSending} />
        {fields.map(({ id, path, label, type, value, set }) => (
          <Field
            key={id}
            id={id}
            label={say(label)}
            problem={problems.find(({ field }) => field === id)?.text ?? problemAt(outcome, path)}
          >
            {(marks) => (
              <input
                {...marks}
                type={type}
                maxLength={200}
                value={value}
                onChange={(event) => set(event.target.value)}
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
