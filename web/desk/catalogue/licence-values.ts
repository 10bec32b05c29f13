import type { ItemContentFragment, LicenceTermsInput } from "../../shared/generated/graphql.ts";
import { isOf, numberAt, trimmedAt } from "../drafts/typed-values.ts";
import { asValues, listAt, readObject, textAt, type Values, writtenOut } from "../drafts/values.ts";
import { LICENCE_ACTS } from "./item-words.ts";

/** An item's terms of a licence, to be typed on; those of a new item without any. */
export const licenceValues = (licence: ItemContentFragment["licence"]): Values => ({
  ...{ act: licence?.act ?? "ISSUE", type: licence?.type ?? "" },
  content: writtenOut(licence?.content ?? {}),
  number: writtenOut(licence?.number ?? {}),
  region: writtenOut(licence?.region ?? {}),
  holderCreditCode: writtenOut(licence?.holderCreditCode ?? {}),
  until: writtenOut(licence?.until ?? {}),
  counted: {
    prefix: licence?.counted?.prefix ?? "",
    series: (licence?.counted?.series ?? []).map((part) => ({ part: writtenOut(part) })),
    digits: String(licence?.counted?.digits ?? ""),
  },
  window: {
    opensWorkingDays: String(licence?.window?.opensWorkingDays ?? ""),
    inTimeWorkingDays: String(licence?.window?.inTimeWorkingDays ?? ""),
  },
});

/** Typed terms as the platform takes them; an expression that says nothing is left out. */
export function licenceOf(values: Values): LicenceTermsInput {
  const act = textAt(values, "act");
  const objectAt = (name: string): Values => ({ ...readObject(textAt(values, name)) });
  const expressed = (name: "number" | "region" | "holderCreditCode" | "until") =>
    Object.keys(objectAt(name)).length === 0 ? {} : { [name]: objectAt(name) };
  return {
    act: isOf(LICENCE_ACTS, act) ? act : "ISSUE",
    type: trimmedAt(values, "type"),
    content: objectAt("content"),
    ...expressed("number"),
    ...expressed("holderCreditCode"),
    ...expressed("until"),
    ...(act === "ISSUE" ? { ...expressed("region"), ...countedOf(asValues(values["counted"])) } : {}),
    ...(act === "RENEW" ? windowOf(asValues(values["window"])) : {}),
  };
}

/** Numbers that count up, where a prefix says that they do. */
function countedOf(values: Values): Pick<LicenceTermsInput, "counted"> {
  const prefix = trimmedAt(values, "prefix");
  const series = listAt(values, "series").map((one) => ({ ...readObject(textAt(asValues(one), "part")) }));
  return prefix === ""
    ? {}
    : { counted: { prefix, series, digits: numberAt(values, "digits"), check: "MOD_11_10" } };
}

/** The time in which a renewal can be asked for, where it is said when that is in time. */
function windowOf(values: Values): Pick<LicenceTermsInput, "window"> {
  const opens = trimmedAt(values, "opensWorkingDays");
  return trimmedAt(values, "inTimeWorkingDays") === ""
    ? {}
    : {
        window: {
          ...(opens === "" ? {} : { opensWorkingDays: Number(opens) }),
          inTimeWorkingDays: numberAt(values, "inTimeWorkingDays"),
        },
      };
}
