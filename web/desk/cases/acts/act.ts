import type { Answer } from "../../../shared/graphql/send.ts";
import type { Send } from "../../../shared/graphql/use-answer.ts";
import type { Text } from "../../../shared/texts/text.ts";
import type { Handled } from "./operations.ts";

/** The values that an officer has typed and chosen for an act, by the names of its fields. */
export type Values = Readonly<Record<string, string>>;

/** A field of an act. Each has to be filled in, but those that say otherwise. */
export type ActField =
  | { readonly kind: "text"; readonly name: string; readonly label: Text; readonly optional?: boolean }
  | {
      readonly kind: "choice";
      readonly name: string;
      readonly label: Text;
      readonly options: readonly { readonly value: string; readonly text: Text }[];
    }
  /** A day, from today on. */
  | { readonly kind: "date"; readonly name: string; readonly label: Text }
  /** A single line. */
  | { readonly kind: "line"; readonly name: string; readonly label: Text }
  | { readonly kind: "days"; readonly name: string; readonly label: Text; readonly max: number }
  /** A law and its article: one of these, or another that is written out. */
  | { readonly kind: "ground"; readonly offered: readonly Ground[] }
  /** Somebody of the roll, or of those to whom a step can be given. */
  | {
      readonly kind: "person";
      readonly name: string;
      readonly label: Text;
      readonly among: Among;
      readonly optional: boolean;
    };

export type Ground = { readonly law: string; readonly article: string };

/** The people among whom somebody is chosen. */
export type Among =
  | { readonly kind: "officers"; readonly role: string; readonly region: string; readonly department: string }
  | { readonly kind: "inspectors"; readonly department: string };

/** An act that the officer has on the case now. */
export type Act = {
  /** Stands in the address while the act is open: "REJECT", "CLAIM.review". */
  readonly key: string;
  readonly title: Text;
  /** Its effect, and who is told. */
  readonly about: Text;
  readonly done: Text;
  /** Takes something from the applicant. */
  readonly isGrave: boolean;
  readonly fields: readonly ActField[];
  readonly send: (send: Send, values: Values) => Promise<Answer<Handled>>;
};

/** The fields of an act, and how it is sent: the part that differs from act to act beside its words. */
export type Form = Pick<Act, "fields" | "send">;

export const text = (name: string, label: Text) => ({ kind: "text", name, label }) as const;

/** The value of a field, as it was typed. */
export const typed = (values: Values, name: string): string => values[name] ?? "";

/** The names under which a ground's parts are typed, as the API names them. */
export const LAW = "law";
export const ARTICLE = "article";

/** The names of the values that an act needs. */
export const namesOf = ({ fields }: Pick<Act, "fields">): readonly string[] =>
  fields.flatMap((field) => {
    if (field.kind === "ground") return [LAW, ARTICLE];
    return "optional" in field && field.optional ? [] : [field.name];
  });
