import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { CASE_STATUSES } from "../../shared/texts/case-texts.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Field } from "../../shared/ui/field.tsx";
import { Notice } from "../../shared/ui/notice.tsx";
import type { Submission } from "./use-submission.ts";

const TEXTS = {
  title: { zh: "您已有同一事项的申请在办", en: "You have applied for this before, and it is still open" },
  text: {
    zh: "请先查看正在办理的申请。确需再次申请的，请说明理由后再次提交。",
    en: "Look at that one first. If you need another, say why, and hand in again.",
  },
  look: { zh: "查看：", en: "Look at it: " },
  reason: { zh: "再次申请的理由", en: "Why you apply once more" },
} satisfies Record<string, Text>;

/** Another application for the same is open: it is shown, and one more needs a reason. */
export function DuplicateNotice({ of }: { readonly of: Submission }): ReactNode {
  const { say } = useTexts();
  if (of.others.length === 0) return null;
  return (
    <Notice tone="act" title={say(TEXTS.title)} isNews>
      <p>{say(TEXTS.text)}</p>
      <ul>
        {of.others.map(({ id, number, status }) => (
          <li key={id}>
            <Link className="link-target" to="/cases/$id" params={{ id }}>
              {say(TEXTS.look)}
              {number ?? ""} {say(CASE_STATUSES[status].text)}
            </Link>
          </li>
        ))}
      </ul>
      <Field id="duplicate-reason" label={say(TEXTS.reason)}>
        {(marks) => (
          <textarea
            {...marks}
            rows={3}
            value={of.reason}
            onChange={(event) => of.setReason(event.target.value)}
          />
        )}
      </Field>
    </Notice>
  );
}
