import { day, moment } from "../format/dates.ts";
import { yuan } from "../format/money.ts";
import type { Language } from "../settings/settings.ts";
import type { Text } from "../texts/text.ts";
import { accountText } from "./account-text.ts";
import { entriesOf, typedOf } from "./answers.ts";
import type { FormField } from "./form-parts.ts";
import { FORM_TEXTS } from "./form-texts.ts";
import type { Offered } from "./form-view.ts";

/** Those who read, and what their words stand for. */
export type Reading = {
  readonly language: Language;
  readonly say: (text: Text) => string;
  readonly offered: Offered;
};

const IS_AMOUNT = /^\d+\.\d{2}$/;
const IS_DAY = /^\d{4}-\d{2}-\d{2}/;
const CLOCK_LENGTH = "09:30".length;

/** An answer as people read it; undefined where nothing was filled in. A group and a list have none of their own. */
export function answerText(field: FormField, value: unknown, reading: Reading): string | undefined {
  const { say, language } = reading;
  switch (field.widget) {
    case "CHOICES":
      return joined(
        entriesOf(value).map((one) => choiceText(field, one, say)),
        language,
      );
    case "CHOICE":
      return choiceText(field, value, say) || undefined;
    case "YES_NO":
      return typeof value === "boolean" ? say(value ? FORM_TEXTS.yes : FORM_TEXTS.no) : undefined;
    case "CONFIRM":
      return value === field.confirms ? say(FORM_TEXTS.confirmed) : undefined;
    default:
      return textOf(field, typedOf(value), reading) || undefined;
  }
}

const choiceText = ({ choices }: FormField, value: unknown, say: Reading["say"]): string => {
  const chosen = choices.find((choice) => choice.value === value);
  return chosen ? say(chosen.label) : typedOf(value);
};

const joined = (texts: readonly string[], language: Language): string | undefined =>
  texts.length > 0 ? texts.join(language === "zh" ? "、" : ", ") : undefined;

function textOf({ widget }: FormField, text: string, { language, offered }: Reading): string {
  switch (widget) {
    case "MONEY":
      return IS_AMOUNT.test(text) ? yuan(text) : text;
    case "DATE":
      return IS_DAY.test(text) ? day(text, language) : text;
    case "DATE_TIME":
      return IS_DAY.test(text) ? moment(text, language) : text;
    case "TIME":
      return text.slice(0, CLOCK_LENGTH);
    case "REGION": {
      const region = offered.regions.find(({ code }) => code === text);
      return region ? region.name : text;
    }
    case "PAYOUT_ACCOUNT": {
      const account = offered.accounts.find(({ id }) => id === text);
      return account ? accountText(account) : text;
    }
    default:
      return text;
  }
}
