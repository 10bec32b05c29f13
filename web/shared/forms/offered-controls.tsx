import { type ReactNode, useState } from "react";
import { useTexts } from "../texts/text.ts";
import { ChoiceBox } from "../ui/choice-box.tsx";
import { Field } from "../ui/field.tsx";
import { FieldSet } from "../ui/field-set.tsx";
import { accountText } from "./account-text.ts";
import { typedOf, valueAt } from "./answers.ts";
import { type Control, useLabel } from "./control.ts";
import { FORM_TEXTS } from "./form-texts.ts";
import { fieldId, problemAt } from "./form-view.ts";
import { TextControl } from "./text-control.tsx";

/** One of the subject's accounts: its number is never typed in, for money goes to proven accounts alone. */
export function PayoutAccountControl({ field, at, view }: Control): ReactNode {
  const { say } = useTexts();
  const { label, hint } = useLabel(field, at, view);
  const { accounts, addAccount } = view.offered;
  const id = fieldId(at);
  const chosen = valueAt(view.answers, at);
  return (
    <FieldSet
      id={accounts.length > 0 ? `${id}-all` : id}
      legend={label}
      hint={hint}
      problem={problemAt(view, at)}
    >
      {accounts.length === 0 && <p>{say(addAccount ? FORM_TEXTS.noAccounts : FORM_TEXTS.othersAccounts)}</p>}
      {accounts.map((account, i) => (
        <ChoiceBox
          key={account.id}
          kind="radio"
          id={i === 0 ? id : `${id}-${i}`}
          name={id}
          checked={chosen === account.id}
          onChange={() => view.change(at, account.id)}
        >
          <span className="stack-tight">
            <span>{accountText(account)}</span>
            {!account.isProven && <span className="soft small">{say(FORM_TEXTS.notProven)}</span>}
          </span>
        </ChoiceBox>
      ))}
      {addAccount?.((added) => view.change(at, added))}
    </FieldSet>
  );
}

const ELSEWHERE = "elsewhere";

/** A region by its name, among those that the form takes; by its code where it is another. */
export function RegionControl({ field, at, view }: Control): ReactNode {
  const { say } = useTexts();
  const { label, hint } = useLabel(field, at, view);
  // How a code is written need not be known to anybody who chooses a name.
  const named = useLabel({ ...field, hint: null, example: null }, at, view);
  const [isElsewhere, setElsewhere] = useState(false);
  const pattern = field.pattern === null ? undefined : new RegExp(field.pattern, "u");
  const regions = view.offered.regions.filter(({ code }) => pattern?.test(code) ?? true);
  if (regions.length === 0) return <TextControl {...{ field, at, view }} />;
  const code = typedOf(valueAt(view.answers, at));
  const isKnown = regions.some((region) => region.code === code);
  const isOther = isElsewhere || (code !== "" && !isKnown);
  const id = fieldId(at);
  const choose = (value: string): void => {
    setElsewhere(value === ELSEWHERE);
    view.change(at, value === ELSEWHERE ? "" : value);
  };
  return (
    <>
      <Field
        id={isOther ? `${id}-list` : id}
        label={label}
        hint={named.hint}
        problem={isOther ? undefined : problemAt(view, at)}
      >
        {(marks) => (
          <select
            {...marks}
            value={isOther ? ELSEWHERE : code}
            onChange={(event) => choose(event.target.value)}
          >
            <option value="">{say(FORM_TEXTS.choose)}</option>
            {regions.map((region) => (
              <option key={region.code} value={region.code} lang="zh-CN">
                {region.name}
              </option>
            ))}
            {(!pattern || isOther) && <option value={ELSEWHERE}>{say(FORM_TEXTS.elsewhere)}</option>}
          </select>
        )}
      </Field>
      {isOther && (
        <Field id={id} label={say(FORM_TEXTS.regionCode)} hint={hint} problem={problemAt(view, at)}>
          {(marks) => (
            <input
              {...marks}
              inputMode="numeric"
              value={code}
              onChange={(event) => view.change(at, event.target.value)}
            />
          )}
        </Field>
      )}
    </>
  );
}
