import type { ReactNode } from "react";

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
  const problemId = `${name}-problem`;
  return (
    <fieldset {...(problem ? { className: "field-wrong", "aria-describedby": problemId } : {})}>
      <legend className="strong">{legend}</legend>
      {problem && (
        <p className="field-error" id={problemId}>
          {problem}
        </p>
      )}
      <div className={isDense ? "choices-dense" : "choices"}>
        {choices.map(({ value, label, isOff = false }) => (
          <div key={value} className="choice">
            <input
              id={`${name}-${value}`}
              type="radio"
              name={name}
              checked={value === chosen}
              disabled={isOff}
              onChange={() => choose(value)}
            />
            <label htmlFor={`${name}-${value}`}>{label}</label>
          </div>
        ))}
      </div>
    </fieldset>
  );
}
