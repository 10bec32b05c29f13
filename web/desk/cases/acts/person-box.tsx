import type { ReactNode } from "react";
import {
  Autocomplete,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  SearchField,
  useFilter,
} from "react-aria-components";
import { type Text, useTexts } from "../../../shared/texts/text.ts";

const TEXTS = {
  nobody: { zh: "没有这样的姓名", en: "Nobody has such a name" },
} satisfies Record<string, Text>;

type PersonBoxProps = {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly problem: string | undefined;
  readonly choose: (id: string) => void;
  readonly people: readonly { readonly id: string; readonly name: string }[];
};

/**
 * A part of a name finds the person in a list that may be long. The list stands there openly: React Aria's combobox hides all
 * around its own, also what the focus can come to.
 */
export function PersonBox({ name, label, value, problem, choose, people }: PersonBoxProps): ReactNode {
  const { say } = useTexts();
  const { contains } = useFilter({ sensitivity: "base" });
  return (
    <div className={problem ? "field field-wrong" : "field"}>
      <Autocomplete filter={contains}>
        <SearchField className="field">
          <Label>{label}</Label>
          {problem && (
            <p className="field-error" id={`${name}-problem`}>
              {problem}
            </p>
          )}
          <Input
            id={name}
            {...(problem ? { "aria-describedby": `${name}-problem`, "aria-invalid": true } : {})}
          />
        </SearchField>
        <ListBox
          className="people"
          aria-label={label}
          items={people}
          selectionMode="single"
          selectedKeys={value ? [value] : []}
          onSelectionChange={(keys) => choose(keys === "all" ? "" : String([...keys][0] ?? ""))}
          renderEmptyState={() => say(TEXTS.nobody)}
        >
          {(person) => (
            <ListBoxItem id={person.id} textValue={person.name}>
              {person.name}
            </ListBoxItem>
          )}
        </ListBox>
      </Autocomplete>
    </div>
  );
}
