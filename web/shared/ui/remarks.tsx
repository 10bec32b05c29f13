import type { ReactNode } from "react";

type RemarksProps = {
  /** Of the control or controls that they are about. */
  readonly id: string;
  readonly hint?: string | undefined;
  readonly problem?: string | undefined;
};

/** The ids of the texts by which a control is described; undefined where there are none. */
export const describedBy = ({ id, hint, problem }: RemarksProps): string | undefined =>
  [hint && `${id}-hint`, problem && `${id}-problem`].filter(Boolean).join(" ") || undefined;

/** How something is filled in, and what is wrong with it. */
export function Remarks({ id, hint, problem }: RemarksProps): ReactNode {
  return (
    <>
      {hint && (
        <p className="soft small" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {problem && (
        <p className="field-error" id={`${id}-problem`}>
          {problem}
        </p>
      )}
    </>
  );
}
