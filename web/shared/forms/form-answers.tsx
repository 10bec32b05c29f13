import type { ReactNode } from "react";
import { useTexts } from "../texts/text.ts";
import { type AnswersView, answerRows } from "./answer-rows.ts";
import { type FormField, fieldsIn } from "./form-parts.ts";
import { FORM_TEXTS } from "./form-texts.ts";

type FormAnswersProps = {
  /** Of one page. */
  readonly fields: readonly FormField[];
  readonly view: AnswersView;
  /** Leads to where a field is changed; the field's name is out of sight in it. */
  readonly changeLink?: (field: FormField) => ReactNode;
};

/** The answers on a page, as people read them. */
export function FormAnswers({ fields, view, changeLink }: FormAnswersProps): ReactNode {
  const { say, language } = useTexts();
  const reading = { say, language, offered: view.offered };
  return (
    <dl className="facts">
      {fieldsIn(fields, []).flatMap((field) => {
        const rows = answerRows(field, [field.name], { view, reading });
        const isAllHeld = rows.every(({ isHeld }) => isHeld);
        return rows.map(({ at, label, text }, i) => (
          <div key={at.join("/")}>
            <dt>{label}</dt>
            <dd className="row">
              <span className={text === undefined ? "soft" : "answer"}>{text ?? say(FORM_TEXTS.empty)}</span>
              {i === 0 && !isAllHeld && changeLink?.(field)}
            </dd>
          </div>
        ));
      })}
    </dl>
  );
}
