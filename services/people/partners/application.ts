import { type CreditCode, isCreditCode } from "../../field/credit-code.ts";
import { SCOPES, type Scope } from "../../kernel/actor.ts";
import type { MessageCode, Values } from "../../kernel/message.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import { checkText } from "../../kernel/text.ts";

export type Contact = { readonly name: string; readonly phone: string; readonly email: string };

/** A value that breaks a rule; `path` leads to it in the input. */
export type Invalid = {
  readonly code: MessageCode;
  readonly values?: Values;
  readonly path: readonly string[];
};

export type Application = {
  readonly name: string;
  readonly creditCode: CreditCode;
  readonly contact: Contact;
  readonly purpose: string;
  readonly scopes: readonly Scope[];
};

export type ApplicationInput = Omit<Application, "creditCode"> & { readonly creditCode: string };

const NAME_LENGTH = { min: 2, max: 100 };
const CONTACT_NAME_LENGTH = { min: 1, max: 50 };
const CONTACT_LENGTH = { min: 5, max: 254 };
const PURPOSE_LENGTH = { min: 2, max: 500 };

/** Mobile, fixed line with area code and extension, and 400 numbers; or any number in the form of E.164. */
const PHONE =
  /^(?:(?:\+86[ -]?)?(?:1[3-9]\d{9}|0\d{2,3}-?\d{7,8}(?:-\d{1,6})?|400-?\d{3}-?\d{4})|\+[1-9]\d{6,14})$/;

/** The shape that HTML forms accept, with a dot in the domain. */
const EMAIL =
  /^[\w.!#$%&'*+/=?^`{|}~-]{1,64}@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?$/i;

/** Checks an application and brings it into its one form: trimmed texts, each scope once, in the schema's order. */
export function checkApplication(input: ApplicationInput): Result<Application, Invalid> {
  const name = textOf(input.name, NAME_LENGTH, ["name"]);
  if (!name.ok) return name;
  const { creditCode } = input;
  if (!isCreditCode(creditCode)) return err({ code: "CREDIT_CODE_INVALID", path: ["creditCode"] });
  const contact = checkContact(input.contact);
  if (!contact.ok) return contact;
  const purpose = textOf(input.purpose, PURPOSE_LENGTH, ["purpose"]);
  if (!purpose.ok) return purpose;
  if (input.scopes.length === 0) return err({ code: "SCOPES_EMPTY", path: ["scopes"] });
  return ok({
    name: name.value,
    creditCode,
    contact: contact.value,
    purpose: purpose.value,
    scopes: inOrder(input.scopes),
  });
}

export function checkContact(contact: Contact): Result<Contact, Invalid> {
  const name = textOf(contact.name, CONTACT_NAME_LENGTH, ["contact", "name"]);
  if (!name.ok) return name;
  const phone = textOf(contact.phone, CONTACT_LENGTH, ["contact", "phone"]);
  if (!phone.ok) return phone;
  if (!PHONE.test(phone.value)) return err({ code: "PHONE_INVALID", path: ["contact", "phone"] });
  const email = textOf(contact.email, CONTACT_LENGTH, ["contact", "email"]);
  if (!email.ok) return email;
  if (!EMAIL.test(email.value)) return err({ code: "EMAIL_INVALID", path: ["contact", "email"] });
  return ok({ name: name.value, phone: phone.value, email: email.value });
}

type Bounds = { readonly min: number; readonly max: number };

/** One line of text within bounds, or the refusal that names its place. */
export function textOf(text: string, { min, max }: Bounds, path: readonly string[]): Result<string, Invalid> {
  const checked = checkText(text, min, max);
  return checked.ok ? checked : err({ ...checked.error, path });
}

/** Each scope once, in the order of the schema. */
export const inOrder = (scopes: readonly Scope[]): Scope[] =>
  SCOPES.filter((scope) => scopes.includes(scope));
