import type { ChangeEvent, ReactNode } from "react";
import { Field } from "../../shared/ui/field.tsx";

type TextFileFieldProps = {
  readonly id: string;
  readonly label: string;
  /** As the attribute of this name. */
  readonly accept: string;
  /** Takes what is in it. */
  readonly read: (text: string) => void;
};

/** A file whose text goes where it can be seen and changed before it is sent. */
export function TextFileField({ id, label, accept, read }: TextFileFieldProps): ReactNode {
  return (
    <Field id={id} label={label}>
      {(marks) => (
        <input {...marks} type="file" accept={accept} onChange={(event) => void readInto(event, read)} />
      )}
    </Field>
  );
}

async function readInto(
  { target }: ChangeEvent<HTMLInputElement>,
  read: (text: string) => void,
): Promise<void> {
  const chosen = target.files?.[0];
  if (chosen) read(await chosen.text());
}
