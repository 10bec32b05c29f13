import { type Answers, valueAt, withValueAt } from "../../shared/forms/answers.ts";

/** A draft as it is being typed in: texts as they were typed, under the names that the platform's input has. */
export type Values = Answers;

const isValues = (value: unknown): value is Values =>
  typeof value === "object" && value !== null && !Array.isArray(value);

export const asValues = (value: unknown): Values => (isValues(value) ? value : {});
export const asList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
export const asText = (value: unknown): string => (typeof value === "string" ? value : "");

/** The same with another value at a path. */
export const withValue = (values: Values, path: readonly string[], value: unknown): Values =>
  asValues(withValueAt(values, path, value));

export const textAt = (values: Values, ...path: readonly string[]): string => asText(valueAt(values, path));
export const listAt = (values: Values, ...path: readonly string[]): readonly unknown[] =>
  asList(valueAt(values, path));
export const isTickedAt = (values: Values, ...path: readonly string[]): boolean =>
  valueAt(values, path) === true;

/** The id of a control, by the place of its value. */
export const controlId = (path: readonly string[]): string => ["draft", ...path].join("-");

/** Reads JSON that was typed; undefined for what is no JSON object. */
export function readObject(text: string): Values | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isValues(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

export const writtenOut = (value: unknown): string => JSON.stringify(value, null, 2);
