import { Link, type LinkProps } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { DraftViolations } from "./draft-violations.tsx";
import { controlFinder, placeOf } from "./spec-controls.ts";
import type { Spec } from "./specs.ts";
import type { DraftViolation } from "./use-draft.ts";
import { controlId, type Values } from "./values.ts";

type ViolationsProps = {
  readonly of: readonly DraftViolation[];
  /** Of those that keep nothing out of force: their heading. */
  readonly warnings?: Text;
  /** The draft, and what its editor asks for. */
  readonly values: Values;
  readonly specs: readonly Spec[];
  /** Where its form stands, if it has one. */
  readonly formAt?: readonly string[];
  /** The page on which it is edited. */
  readonly edit: Pick<LinkProps, "to" | "params" | "search">;
};

/** All that keeps a draft out of force, or is told of it all the same, each leading to the control of its editor that it is about. */
export function ViolationsToEdit({ of, values, specs, formAt, edit, ...told }: ViolationsProps): ReactNode {
  const { say } = useTexts();
  const controlAt = controlFinder(specs, values, formAt);
  const place = (path: readonly string[]): ReactNode => {
    const words = placeOf(specs, path, say);
    const at = controlAt(path);
    if (words === "") return null;
    return (
      <Link className="link-target" {...edit} {...(at ? { hash: controlId(at) } : {})}>
        {words}
      </Link>
    );
  };
  const listed = of.map((violation) => ({ ...violation, place: place(violation.path) }));
  return <DraftViolations of={listed} {...told} />;
}
