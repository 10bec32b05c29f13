import { useKept } from "../../shared/sign-in/use-kept.ts";
import type { Text } from "../../shared/texts/text.ts";
import type { FoundProblem } from "../../shared/ui/use-problems.ts";

export type Contact = { readonly name: string; readonly phone: string; readonly email: string };

const MISSING = {
  name: { zh: "请填写联系人姓名", en: "Type the contact's name" },
  phone: { zh: "请填写联系电话", en: "Type the contact's telephone number" },
  email: { zh: "请填写电子邮箱", en: "Type the contact's email address" },
} satisfies Record<keyof Contact, Text>;

const PARTS = ["name", "phone", "email"] as const;

/** A contact as it is typed, kept in this tab until it has arrived. */
export function useContact(form: string, before?: Contact) {
  const fields = {
    name: useKept(`${form}:contact-name`, () => before?.name ?? ""),
    phone: useKept(`${form}:contact-phone`, () => before?.phone ?? ""),
    email: useKept(`${form}:contact-email`, () => before?.email ?? ""),
  };
  return {
    ...fields,
    typed: (): Contact => ({
      ...{
        name: fields.name.value.trim(),
        phone: fields.phone.value.trim(),
        email: fields.email.value.trim(),
      },
    }),
    missing: (): readonly FoundProblem[] =>
      PARTS.filter((part) => fields[part].value.trim() === "").map((part) => ({
        ...{ field: `contact-${part}`, text: MISSING[part] },
      })),
    forget: () => {
      for (const part of PARTS) fields[part].forget();
    },
  };
}

export type TypedContact = ReturnType<typeof useContact>;

/** The field of a form that a path of the input leads to: ["input", "contact", "phone"] to "contact-phone". */
export const fieldAt = (path: readonly string[], argument: string): string =>
  path.filter((step, i) => i > 0 || step !== argument).join("-");
