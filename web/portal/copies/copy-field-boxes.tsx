import type { ReactNode } from "react";
import { inRow } from "../../shared/texts/licence-copy-texts.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { ChoiceBox } from "../../shared/ui/choice-box.tsx";
import { FieldSet } from "../../shared/ui/field-set.tsx";
import { Tag } from "../../shared/ui/tag.tsx";
import { FIELDS, type OfferedField } from "./use-share.ts";

const TEXTS = {
  legend: { zh: "给对方看哪些内容", en: "What it shows" },
  hint: {
    zh: "只勾选对方确实需要的。没有勾选的，对方看不到。",
    en: "Tick what they really need. They see nothing that is not ticked.",
  },
  always: { zh: "总会写明：", en: "It always says " },
  standing: {
    zh: "证照的名称、编号、状态、颁发机构和起止日期",
    en: "the kind of licence, its number, standing, issuer and dates",
  },
  sensitive: { zh: "敏感", en: "Sensitive" },
} satisfies Record<string, Text>;

type BoxesProps = {
  readonly fields: readonly OfferedField[];
  readonly chosen: readonly string[];
  readonly choose: (chosen: readonly string[]) => void;
  readonly problem: string | undefined;
};

/** The fields that a copy shows: those that are least of all to tell always, and of the others those that are ticked. */
export function CopyFieldBoxes({ fields, chosen, choose, problem }: BoxesProps): ReactNode {
  const { say, language } = useTexts();
  const minimal = fields.filter(({ disclosure }) => disclosure === "MINIMAL").map(({ label }) => say(label));
  const others = fields.filter(({ disclosure }) => disclosure !== "MINIMAL");
  return (
    <FieldSet id={FIELDS.fields} legend={say(TEXTS.legend)} hint={say(TEXTS.hint)} problem={problem}>
      <p>
        {say(TEXTS.always)}
        {inRow([say(TEXTS.standing), ...minimal], language)}
      </p>
      {others.map(({ name, label, disclosure }) => (
        <ChoiceBox
          key={name}
          kind="checkbox"
          id={`copy-field-${name}`}
          checked={chosen.includes(name)}
          onChange={({ target }) =>
            choose(target.checked ? [...chosen, name] : chosen.filter((each) => each !== name))
          }
        >
          {say(label)} {disclosure === "SENSITIVE" && <Tag tone="act">{say(TEXTS.sensitive)}</Tag>}
        </ChoiceBox>
      ))}
    </FieldSet>
  );
}
