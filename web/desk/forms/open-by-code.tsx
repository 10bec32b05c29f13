import { type ReactNode, useState } from "react";
import { useKept } from "../../shared/sign-in/use-kept.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { ErrorSummary } from "../../shared/ui/field.tsx";
import { TextField } from "../../shared/ui/text-field.tsx";

type OpenByCodeProps = {
  /** Of its field; what is typed is kept under it until the page is opened. */
  readonly id: string;
  readonly texts: {
    readonly title: Text;
    readonly code: Text;
    readonly hint: Text;
    readonly open: Text;
    readonly missing: Text;
  };
  readonly maxLength: number;
  /** Goes to the page of what is called so; the code has no space around it, and is not empty. */
  readonly open: (code: string) => void;
  /** Further fields. */
  readonly children?: ReactNode;
};

/** Opens the page of one thing by its code, whether a list names it or not. */
export function OpenByCode({ id, texts, maxLength, open, children }: OpenByCodeProps): ReactNode {
  const { say } = useTexts();
  const { value, change, forget } = useKept(`open-${id}`, () => "");
  const [isMissing, setMissing] = useState(false);
  const code = value.trim();
  const problems = isMissing && code === "" ? [{ field: id, text: say(texts.missing) }] : [];
  return (
    <form
      className="part form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setMissing(code === "");
        if (code === "") return;
        forget();
        open(code);
      }}
    >
      <h2>{say(texts.title)}</h2>
      <ErrorSummary problems={problems} />
      <TextField
        {...{ id, maxLength, of: { value, change } }}
        label={say(texts.code)}
        hint={say(texts.hint)}
        problem={problems[0]?.text}
      />
      {children}
      <div>
        <button className="button button-plain" type="submit">
          {say(texts.open)}
        </button>
      </div>
    </form>
  );
}
