import { type ReactNode, useState } from "react";
import type { CardReadInput } from "../shared/generated/graphql.ts";
import { type Text, useTexts } from "../shared/texts/text.ts";
import { Field } from "../shared/ui/field.tsx";
import { cardReadIn } from "./card-read.ts";

const TEXTS = {
  label: { zh: "身份证读卡", en: "Identity card" },
  hint: {
    zh: "光标放在这里，把身份证放到读卡机上。",
    en: "Put the cursor here and have the card held to the reader.",
  },
  unread: {
    zh: "没有读到卡。请重新放一次身份证。",
    en: "The card was not read. Have it held to the reader once more.",
  },
} satisfies Record<string, Text>;

type CardFieldProps = {
  readonly id: string;
  readonly label?: string;
  readonly problem?: string | undefined;
  /** Called once a card has been read; nothing of it stays in the page. */
  readonly onRead: (card: CardReadInput) => void;
};

/** A place into which a hall's reader writes what it has read, as a keyboard would. */
export function CardField({ id, label, problem, onRead }: CardFieldProps): ReactNode {
  const { say } = useTexts();
  const [text, setText] = useState("");
  const [isUnread, setUnread] = useState(false);

  function take(next: string): void {
    const card = cardReadIn(next);
    setText(card ? "" : next);
    setUnread(false);
    if (card) onRead(card);
  }
  return (
    <Field
      id={id}
      label={label ?? say(TEXTS.label)}
      hint={say(TEXTS.hint)}
      problem={isUnread ? say(TEXTS.unread) : problem}
    >
      {(marks) => (
        <input
          {...marks}
          className="masked"
          type="text"
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          value={text}
          onChange={(event) => take(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== "Enter") return;
            // A reader ends what it writes so; it is no wish to send a form.
            event.preventDefault();
            setUnread(text !== "");
            setText("");
          }}
        />
      )}
    </Field>
  );
}
