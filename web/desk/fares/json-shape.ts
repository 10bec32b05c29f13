import type { Text } from "../../shared/texts/text.ts";

/** The form of a value; what it says is the platform's to judge. */
export type Shape =
  | { readonly kind: "text"; readonly pattern?: RegExp; readonly wanted: Text }
  | { readonly kind: "whole" }
  | { readonly kind: "list"; readonly of: Shape }
  | { readonly kind: "object"; readonly fields: Readonly<Record<string, Shape>> }
  /** It may be left out. */
  | { readonly kind: "maybe"; readonly of: Shape };

/** A fault in a value, and its place. */
export type FoundAt = { readonly at: readonly string[]; readonly text: Text };

export const TEXT: Shape = { kind: "text", wanted: { zh: "须为文字", en: "has to be a text" } };
export const DAY: Shape = {
  ...{ kind: "text", pattern: /^\d{4}-\d{2}-\d{2}$/ },
  wanted: { zh: '须为日期，例如 "2027-01-01"', en: 'has to be a day, for example "2027-01-01"' },
};
export const AMOUNT: Shape = {
  ...{ kind: "text", pattern: /^-?\d{1,9}(\.\d{1,2})?$/ },
  wanted: {
    zh: '须为带引号的金额，例如 "3.00"',
    en: 'has to be an amount in quotation marks, for example "3.00"',
  },
};
export const KM: Shape = {
  ...{ kind: "text", pattern: /^\d{1,6}(\.\d{1,3})?$/ },
  wanted: {
    zh: '须为带引号的公里数，例如 "6"',
    en: 'has to be kilometres in quotation marks, for example "6"',
  },
};
export const WHOLE: Shape = { kind: "whole" };
export const oneOf = (names: readonly string[]): Shape => ({
  ...{ kind: "text", pattern: new RegExp(`^(${names.join("|")})$`) },
  wanted: { zh: `须为 ${names.join("、")} 之一`, en: `has to be one of ${names.join(", ")}` },
});
export const listOf = (of: Shape): Shape => ({ kind: "list", of });
export const maybe = (of: Shape): Shape => ({ kind: "maybe", of });
/** All fields that the platform's input has: one that it gains does not compile before it is named here. */
export const objectOf = <T>(fields: Readonly<Record<keyof T & string, Shape>>): Shape => ({
  ...{ kind: "object", fields },
});

const MISSING: Text = { zh: "没有填写", en: "is missing" };
const UNKNOWN: Text = { zh: "不是票价的内容，请检查拼写", en: "is no part of fares; look at its spelling" };
const NO_WHOLE: Text = { zh: "须为整数，例如 50", en: "has to be a whole number, for example 50" };
const NO_LIST: Text = { zh: "须为列表：[ … ]", en: "has to be a list: [ … ]" };
export const NO_OBJECT: Text = { zh: "须为对象：{ … }", en: "has to be an object: { … }" };

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The first thing in a value that its shape does not have; undefined where it has the shape. */
export function faultOf(value: unknown, shape: Shape, at: readonly string[]): FoundAt | undefined {
  if (shape.kind === "maybe")
    return value === undefined || value === null ? undefined : faultOf(value, shape.of, at);
  if (value === undefined || value === null) return { at, text: MISSING };
  switch (shape.kind) {
    case "text":
      return typeof value === "string" && (shape.pattern?.test(value) ?? true)
        ? undefined
        : { at, text: shape.wanted };
    case "whole":
      return Number.isInteger(value) ? undefined : { at, text: NO_WHOLE };
    case "list":
      if (!Array.isArray(value)) return { at, text: NO_LIST };
      return firstOf(value.map((each, i) => () => faultOf(each, shape.of, [...at, String(i)])));
    case "object": {
      if (!isObject(value)) return { at, text: NO_OBJECT };
      const stranger = Object.keys(value).find((name) => !Object.hasOwn(shape.fields, name));
      if (stranger !== undefined) return { at: [...at, stranger], text: UNKNOWN };
      return firstOf(
        Object.entries(shape.fields).map(
          ([name, of]) =>
            () =>
              faultOf(value[name], of, [...at, name]),
        ),
      );
    }
  }
}

function firstOf(looks: readonly (() => FoundAt | undefined)[]): FoundAt | undefined {
  for (const look of looks) {
    const found = look();
    if (found) return found;
  }
  return undefined;
}

/** A place in a file as people count: `distance.bands[2].price` is that of the second band. */
export const placeWords = (at: readonly string[]): string =>
  at.map((step, i) => (/^\d+$/.test(step) ? `[${Number(step) + 1}]` : i === 0 ? step : `.${step}`)).join("");

/** The words of a problem with its place in front. */
export const atPlace = (at: readonly string[], { zh, en }: Text): Text => {
  const place = placeWords(at);
  return place === "" ? { zh, en } : { zh: `${place}：${zh}`, en: `${place}: ${en}` };
};
