import type { KeyboardEvent, ReactNode } from "react";
import { useTexts } from "../texts/text.ts";
import { FailureNotice } from "../ui/failure-notice.tsx";
import { ErrorSummary, Field } from "../ui/field.tsx";
import { accountFieldId } from "./account-field-texts.ts";
import type { NewAccount } from "./use-new-account.ts";

type AccountFieldsProps = {
  readonly of: NewAccount;
  readonly onKeyDown?: (event: KeyboardEvent) => void;
};

/** The fields of an account to be paid to, and why it was not added. */
export function AccountFields({ of, onKeyDown }: AccountFieldsProps): ReactNode {
  const { say } = useTexts();
  const { texts, fields, value, type, problems, failure, add, isSending } = of;
  return (
    <>
      <ErrorSummary problems={problems} />
      <FailureNotice failure={failure} again={add} isSending={isSending} />
      {fields.map((name) => {
        const { label, hint } = texts[name];
        const id = accountFieldId(name);
        const problem = problems.find(({ field }) => field === id)?.text;
        return (
          <Field key={name} id={id} label={say(label)} hint={hint && say(hint)} problem={problem}>
            {(marks) => (
              <input
                {...marks}
                autoComplete="off"
                maxLength={40}
                value={value[name]}
                onKeyDown={onKeyDown}
                onChange={(event) => type(name, event.target.value)}
              />
            )}
          </Field>
        );
      })}
    </>
  );
}
