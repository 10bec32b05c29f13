import type { ComponentProps, ReactNode } from "react";

type ChoiceBoxProps = Pick<
  ComponentProps<"input">,
  "id" | "name" | "checked" | "disabled" | "onChange" | "aria-describedby" | "aria-invalid"
> & { readonly kind: "radio" | "checkbox"; readonly children: ReactNode };

/** A thing to be ticked, with its words beside it. */
export function ChoiceBox({ kind, children, ...input }: ChoiceBoxProps): ReactNode {
  return (
    <div className="choice">
      <input type={kind} {...input} />
      <label htmlFor={input.id}>{children}</label>
    </div>
  );
}
