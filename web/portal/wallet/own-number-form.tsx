import { type ReactNode, useState } from "react";
import type { NotDone } from "../../shared/graphql/use-act.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { FailureNotice } from "../../shared/ui/failure-notice.tsx";
import { ErrorSummary } from "../../shared/ui/field.tsx";
import type { Problem } from "../../shared/ui/problem.ts";
import { TextField } from "../../shared/ui/text-field.tsx";
import { type FoundProblem, useProblems } from "../../shared/ui/use-problems.ts";

const NAME_LENGTH_MAX = 40;
const ID_NUMBER_LENGTH_MAX = 18;

const TEXTS = {
  idNumber: { zh: "您的公民身份号码", en: "Your identity number" },
  noIdNumber: { zh: "请填写公民身份号码", en: "Write your identity number" },
} satisfies Record<string, Text>;

/** As they are typed, with something in each. */
export type OwnNumber = { readonly name: string; readonly idNumber: string };

type OwnNumberFormProps = {
  /** The ids of its controls. */
  readonly fields: OwnNumber;
  readonly texts: {
    readonly name: Text;
    readonly nameHint: Text;
    readonly noName: Text;
    readonly idNumberHint: Text;
    readonly send: Text;
    readonly sending: Text;
  };
  /** The name that it begins with. */
  readonly name: string;
  readonly send: (typed: OwnNumber) => void;
  readonly isSending: boolean;
  /** Of the last time that it was sent: about its fields, and about none. */
  readonly refused: readonly Problem[];
  readonly failure: NotDone | undefined;
  /** Why it could not be sent at all. */
  readonly children?: ReactNode;
};

/**
 * The name of what is to show the reader's licences, and their identity number, which one who has borrowed the session does not
 * know. The number stays in the page alone, until it is sent.
 */
export function OwnNumberForm(props: OwnNumberFormProps): ReactNode {
  const { fields, texts, send, isSending, refused, failure, children } = props;
  const { say } = useTexts();
  const [name, setName] = useState(props.name);
  const [idNumber, setIdNumber] = useState("");
  const { problems: missing, find } = useProblems();
  const problems = missing.length > 0 ? missing : refused;
  const problemOf = (field: string) => problems.find((one) => one.field === field)?.text;
  const submit = (): void => {
    const found: readonly FoundProblem[] = [
      ...(name.trim() === "" ? [{ field: fields.name, text: texts.noName }] : []),
      ...(idNumber.trim() === "" ? [{ field: fields.idNumber, text: TEXTS.noIdNumber }] : []),
    ];
    find(found);
    if (found.length === 0) send({ name, idNumber });
  };
  return (
    <form
      className="part stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <ErrorSummary problems={problems} />
      {children}
      {problems.length === 0 && <FailureNotice failure={failure} again={submit} isSending={isSending} />}
      <TextField
        id={fields.name}
        label={say(texts.name)}
        hint={say(texts.nameHint)}
        maxLength={NAME_LENGTH_MAX}
        problem={problemOf(fields.name)}
        of={{ value: name, change: setName }}
      />
      <TextField
        id={fields.idNumber}
        label={say(TEXTS.idNumber)}
        hint={say(texts.idNumberHint)}
        maxLength={ID_NUMBER_LENGTH_MAX}
        problem={problemOf(fields.idNumber)}
        of={{ value: idNumber, change: setIdNumber }}
      />
      <button className="button" type="submit" aria-disabled={isSending}>
        {say(isSending ? texts.sending : texts.send)}
      </button>
    </form>
  );
}
