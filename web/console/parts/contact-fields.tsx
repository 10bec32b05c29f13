import type { ReactNode } from "react";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Field } from "../../shared/ui/field.tsx";
import type { TypedContact } from "./use-contact.ts";

type ContactFieldsProps = {
  readonly of: TypedContact;
  readonly problemOf: (field: string) => string | undefined;
};

const TEXTS = {
  legend: { zh: "联系人", en: "Contact" },
  hint: {
    zh: "接口有变化、密钥快到期或出现问题时，平台找这个人。",
    en: "The person whom the platform reaches when the interface changes, a key is about to end, or something is wrong.",
  },
  name: { zh: "姓名", en: "Name" },
  phone: { zh: "电话", en: "Telephone" },
  phoneHint: { zh: "手机或带区号的座机", en: "A mobile, or a fixed line with its area code" },
  email: { zh: "电子邮箱", en: "Email address" },
} satisfies Record<string, Text>;

/** The three fields of a contact. */
export function ContactFields({ of, problemOf }: ContactFieldsProps): ReactNode {
  const { say } = useTexts();
  return (
    <fieldset className="field waiting">
      <legend>{say(TEXTS.legend)}</legend>
      <p className="soft small">{say(TEXTS.hint)}</p>
      <Field id="contact-name" label={say(TEXTS.name)} problem={problemOf("contact-name")}>
        {(marks) => (
          <input
            {...marks}
            autoComplete="off"
            value={of.name.value}
            onChange={(event) => of.name.change(event.target.value)}
          />
        )}
      </Field>
      <Field
        id="contact-phone"
        label={say(TEXTS.phone)}
        hint={say(TEXTS.phoneHint)}
        problem={problemOf("contact-phone")}
      >
        {(marks) => (
          <input
            {...marks}
            type="tel"
            autoComplete="off"
            value={of.phone.value}
            onChange={(event) => of.phone.change(event.target.value)}
          />
        )}
      </Field>
      <Field id="contact-email" label={say(TEXTS.email)} problem={problemOf("contact-email")}>
        {(marks) => (
          <input
            {...marks}
            type="email"
            autoComplete="off"
            value={of.email.value}
            onChange={(event) => of.email.change(event.target.value)}
          />
        )}
      </Field>
    </fieldset>
  );
}
