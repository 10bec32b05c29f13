import type { DepartmentInput, LegalBasisInput, LocalizedTextInput } from "../../shared/generated/graphql.ts";
import { asValues, listAt, textAt, type Values } from "./values.ts";

/** Typed values as the platform takes them. */
export const trimmedAt = (values: Values, ...path: readonly string[]): string =>
  textAt(values, ...path).trim();

export const numberAt = (values: Values, ...path: readonly string[]): number =>
  Number(textAt(values, ...path));

export const localized = (values: Values, ...path: readonly string[]): LocalizedTextInput => ({
  zh: trimmedAt(values, ...path, "zh"),
  en: trimmedAt(values, ...path, "en"),
});

export const departmentOf = (values: Values): DepartmentInput => ({
  code: trimmedAt(values, "department", "code"),
  name: localized(values, "department", "name"),
});

export const lawOf = (values: Values): LegalBasisInput => ({
  law: trimmedAt(values, "law"),
  article: trimmedAt(values, "article"),
});

export const legalBasisOf = (values: Values): LegalBasisInput[] =>
  listAt(values, "legalBasis").map((one) => lawOf(asValues(one)));

export const isOf = <Name extends string>(
  names: Readonly<Record<Name, unknown>>,
  value: unknown,
): value is Name => typeof value === "string" && Object.hasOwn(names, value);

export const chosenIn = <Name extends string>(
  names: Readonly<Record<Name, unknown>>,
  values: readonly unknown[],
): Name[] => values.filter((value): value is Name => isOf(names, value));
