import type { ReactNode } from "react";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { ChoiceBox } from "../../shared/ui/choice-box.tsx";
import { FieldSet } from "../../shared/ui/field-set.tsx";
import { Tag } from "../../shared/ui/tag.tsx";
import type { ShownField } from "../../shared/wallet/kept-licences.ts";

const TEXTS = {
  legend: { zh: "出示哪些内容", en: "What is shown" },
  hint: {
    zh: "只勾选对方确实需要的。没有勾选的内容，对方看不到。",
    en: "Tick what is really needed. They see nothing that is not ticked.",
  },
  always: { zh: "总是出示：", en: "Always shown: " },
  alwaysToo: {
    zh: "证照种类、编号、状态、颁发机构、有效期",
    en: "the kind of licence, its number, standing, issuer and validity",
  },
  sensitive: { zh: "敏感", en: "Sensitive" },
} satisfies Record<string, Text>;

type FieldChoiceProps = {
  readonly fields: readonly ShownField[];
  readonly chosen: readonly string[];
  readonly choose: (chosen: readonly string[]) => void;
};

/** The fields of a licence that are to be shown: those that are least of all to tell are, and none else is ticked beforehand. */
export function FieldChoice({ fields, chosen, choose }: FieldChoiceProps): ReactNode {
  const { say, language } = useTexts();
  const minimal = fields.filter(({ disclosure }) => disclosure === "MINIMAL").map(({ label }) => say(label));
  const others = fields.filter(({ disclosure }) => disclosure !== "MINIMAL");
  return (
    <FieldSet id="shown-fields" legend={say(TEXTS.legend)} hint={say(TEXTS.hint)}>
      <p>
        {say(TEXTS.always)}
        {[...minimal, say(TEXTS.alwaysToo)].join(language === "zh" ? "、" : ", ")}
      </p>
      {others.map(({ name, label, disclosure }) => (
        <ChoiceBox
          key={name}
          kind="checkbox"
          id={`shown-${name}`}
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
