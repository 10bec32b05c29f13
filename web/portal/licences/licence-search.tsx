import { Link, useNavigate } from "@tanstack/react-router";
import { type FormEvent, type ReactNode, useState } from "react";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { ErrorSummary, Field } from "../../shared/ui/field.tsx";

const TEXTS = {
  title: { zh: "查验证照", en: "Check a licence" },
  label: { zh: "证照编号", en: "Number of the licence" },
  hint: {
    zh: "印在证照上，例如 JY 开头加 14 位数字。任何人都可以查，无需登录。",
    en: "It is printed on the licence, for example JY and 14 digits. Anybody may check one, without a sign-in.",
  },
  none: { zh: "请填写证照编号", en: "Write the number of the licence" },
  check: { zh: "查验", en: "Check" },
  byIdentifier: {
    zh: "核验别人出示的电子证照（按标识）",
    en: "Verify an electronic licence that you are shown, by its identifier",
  },
  copy: { zh: "有人给了您加注件的代码？", en: "Have you been given the code of a copy?" },
} satisfies Record<string, Text>;
const FIELD = "licence-number";
const NUMBER_LENGTH_MAX = 64;

/** Leads to what the platform has on record of a number: a paper can be forged, its record cannot. */
export function LicenceSearch(): ReactNode {
  const { say } = useTexts();
  const navigate = useNavigate();
  const [typed, setTyped] = useState("");
  const [isWrong, setWrong] = useState(false);
  const problem = isWrong && typed.trim() === "" ? say(TEXTS.none) : undefined;
  function check(event: FormEvent): void {
    event.preventDefault();
    const number = typed.trim().toUpperCase();
    setWrong(number === "");
    if (number !== "") void navigate({ to: "/licences/$number", params: { number } });
  }
  return (
    <section className="part">
      <h2>{say(TEXTS.title)}</h2>
      <ErrorSummary problems={problem ? [{ field: FIELD, text: problem }] : []} />
      <form className="search" onSubmit={check}>
        <Field id={FIELD} label={say(TEXTS.label)} hint={say(TEXTS.hint)} problem={problem}>
          {(marks) => (
            <input
              {...marks}
              maxLength={NUMBER_LENGTH_MAX}
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
            />
          )}
        </Field>
        <button className="button" type="submit">
          {say(TEXTS.check)}
        </button>
      </form>
      <Link className="link-target" to="/verify">
        {say(TEXTS.byIdentifier)}
      </Link>
      <Link className="link-target" to="/copy">
        {say(TEXTS.copy)}
      </Link>
    </section>
  );
}
