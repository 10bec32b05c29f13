import type { LicenceTypeContentFragment } from "../../shared/generated/graphql.ts";
import type { Text } from "../../shared/texts/text.ts";
import type { FormPlace } from "../drafts/form-place.ts";
import type { Spec } from "../drafts/specs.ts";
import type { Values } from "../drafts/values.ts";
import type { DeskOfficer } from "../use-officer.ts";

/** A part of a licence type's editor: which fields of the input it writes, and how they are asked for. */
export type Group<Input extends object> = {
  readonly title: Text;
  /** As a new type begins. */
  readonly blank: (officer: DeskOfficer) => Values;
  /** A draft as the platform has it, to be typed on. */
  readonly valuesOf: (type: LicenceTypeContentFragment) => Values;
  /** Typed values as the platform takes them. */
  readonly inputOf: (values: Values) => Input;
  readonly specs: (values: Values, officer: DeskOfficer) => readonly Spec[];
  /** In place of controls: the form that it edits. */
  readonly form?: FormPlace;
  /** Brings its own values after those of another group that have changed. */
  readonly follow?: (next: Values, before: Values) => Values;
};

/** Groups whose input together is this one. */
export type Groups<Input extends object> = {
  readonly all: readonly Group<object>[];
  readonly inputOf: (values: Values) => Input;
  readonly and: <More extends object>(group: Group<More>) => Groups<Input & More>;
};

export const groupsFrom = <Input extends object>(first: Group<Input>): Groups<Input> =>
  joined([first], first.inputOf);

const joined = <Input extends object>(
  all: readonly Group<object>[],
  inputOf: (values: Values) => Input,
): Groups<Input> => ({
  ...{ all, inputOf },
  and: (group) => joined([...all, group], (values) => ({ ...inputOf(values), ...group.inputOf(values) })),
});
