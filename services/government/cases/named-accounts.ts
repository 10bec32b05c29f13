import { isFields } from "../../kernel/fields.ts";
import type { FormData } from "./application.ts";

/** The format of a form's field that names one of the subject's payout accounts by its id. */
const PAYOUT_ACCOUNT_FORMAT = "payout-account";

/** The ids that a form states where its item asks for a payout account. */
export function namedAccounts(
  { form: schema }: { readonly form: Readonly<Record<string, unknown>> },
  form: FormData,
): readonly string[] {
  const { properties } = schema;
  const fields = isFields(properties) ? Object.entries(properties) : [];
  const ids = fields.flatMap(([name, field]) => {
    const value = isFields(field) && field["format"] === PAYOUT_ACCOUNT_FORMAT ? form[name] : undefined;
    return typeof value === "string" ? [value] : [];
  });
  return [...new Set(ids)];
}
