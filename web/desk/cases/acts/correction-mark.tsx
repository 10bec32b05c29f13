import type { ReactNode } from "react";
import { type Text, useTexts } from "../../../shared/texts/text.ts";
import { Field } from "../../../shared/ui/field.tsx";
import { type CorrectionMarks, type MarkKind, markOf } from "./correction.ts";

const MARK: Text = { zh: "需要补正", en: "Has to be put right" };
const noteLabel = (label: string): Text => ({
  zh: `${label}：要怎样补正`,
  en: `${label}: what is wrong, and what to do`,
});

type CorrectionMarkProps = {
  readonly kind: MarkKind;
  readonly name: string;
  readonly label: string;
  readonly marks: CorrectionMarks;
};

/** Marks a field or a material of the file as missing or wrong; then it is said in which way. */
export function CorrectionMark({ kind, name, label, marks }: CorrectionMarkProps): ReactNode {
  const { say } = useTexts();
  const mark = markOf(kind, name);
  const note = marks.notes[mark];
  const isMarked = note !== undefined;
  return (
    <div className="mark">
      <div className="choice">
        <input
          type="checkbox"
          id={`${mark}-marked`}
          checked={isMarked}
          onChange={() => marks.write(mark, isMarked ? undefined : "")}
        />
        <label htmlFor={`${mark}-marked`}>
          {say(MARK)}
          <span className="out-of-sight"> {label}</span>
        </label>
      </div>
      {isMarked && (
        <Field id={mark} label={say(noteLabel(label))} problem={marks.problemOf(mark)}>
          {(described) => (
            <textarea
              {...described}
              rows={2}
              maxLength={1000}
              value={note}
              onChange={(event) => marks.write(mark, event.target.value)}
            />
          )}
        </Field>
      )}
    </div>
  );
}
