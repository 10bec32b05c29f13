import type { ReactNode } from "react";
import { ChoiceBox } from "../../shared/ui/choice-box.tsx";
import { FieldSet } from "../../shared/ui/field-set.tsx";

export type Choice = { readonly value: string; readonly label: ReactNode; readonly isOff?: boolean };

type RadioListProps = {
  readonly name: string;
  readonly legend: string;
  readonly choices: readonly Choice[];
  readonly chosen: string | undefined;
  readonly choose: (value: string) => void;
  readonly problem: string | undefined;
  /** Beside each other, where they are short. */
  readonly isDense?: boolean;
};

/** The field to which a problem of the choice leads. */
export const firstRadio = (name: string, choices: readonly Choice[]): string =>
  `${name}-${(choices.find(({ isOff }) => !isOff) ?? choices[0])?.value ?? ""}`;

/** One of several, by the browser's own radio buttons: arrows go from one to the next. */
export function RadioList(props: RadioListProps): ReactNode {
  const { name, legend, choices, chosen, choose, problem, isDense = false } = props;
  return (
    <FieldSet id={`${name}s`} legend={legend} problem={problem}>
      <div className={isDense ? "choices-dense" : "choices"}>
        {choices.map(({ value, label, isOff = false }) => (
          <ChoiceBox
            key={value}
            kind="radio"
            id={`${name}-${value}`}
            name={name}
            checked={value === chosen}
            disabled={isOff}
            onChange={() => choose(value)}
          >
            {label}
          </ChoiceBox>
        ))}
      </div>
    </FieldSet>
  );
}
