import type { ReactNode } from "react";
import { BETWEEN, type Text, useTexts } from "../../shared/texts/text.ts";
import { ChoiceBox } from "../../shared/ui/choice-box.tsx";
import { FieldSet } from "../../shared/ui/field-set.tsx";
import { Tag } from "../../shared/ui/tag.tsx";
import type { ShownField } from "../../shared/wallet/kept-licences.ts";

const SENSITIVE: Text = { zh: "敏感", en: "Sensitive" };

type FieldBoxesProps = {
  readonly id: string;
  readonly texts: {
    readonly legend: Text;
    readonly hint: Text;
    /** Before those that are always shown. */
    readonly always: Text;
    /** Shown of each licence, whatever its type. */
    readonly standing: Text;
  };
  readonly fields: readonly ShownField[];
  readonly chosen: readonly string[];
  readonly choose: (chosen: readonly string[]) => void;
  readonly problem?: string | undefined;
};

/** The fields of a licence that somebody is to see: the least of all to tell always, and of the others those that are ticked. */
export function FieldBoxes({ id, texts, fields, chosen, choose, problem }: FieldBoxesProps): ReactNode {
  const { say } = useTexts();
  const minimal = fields.filter(({ disclosure }) => disclosure === "MINIMAL").map(({ label }) => say(label));
  const others = fields.filter(({ disclosure }) => disclosure !== "MINIMAL");
  return (
    <FieldSet id={id} legend={say(texts.legend)} hint={say(texts.hint)} problem={problem}>
      <p>
        {say(texts.always)}
        {[...minimal, say(texts.standing)].join(say(BETWEEN))}
      </p>
      {others.map(({ name, label, disclosure }) => (
        <ChoiceBox
          key={name}
          kind="checkbox"
          id={`${id}-${name}`}
          checked={chosen.includes(name)}
          onChange={({ target }) =>
            choose(target.checked ? [...chosen, name] : chosen.filter((each) => each !== name))
          }
        >
          {say(label)} {disclosure === "SENSITIVE" && <Tag tone="act">{say(SENSITIVE)}</Tag>}
        </ChoiceBox>
      ))}
    </FieldSet>
  );
}
