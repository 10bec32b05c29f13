import { Link, type LinkProps } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTexts } from "../../shared/texts/text.ts";
import { DraftViolations } from "./draft-violations.tsx";
import { controlFinder, placeOf } from "./spec-controls.ts";
import type { Spec } from "./specs.ts";
import type { DraftViolation } from "./use-draft.ts";
import { controlId, type Values } from "./values.ts";

type ViolationsProps = {
  readonly of: readonly DraftViolation[];
  /** The draft, and what its editor asks for. */
  readonly values: Values;
  readonly specs: readonly Spec[];
  /** Where its form stands, if it has one. */
  readonly formAt?: readonly string[];
  /** The page on which it is edited. */
  readonly edit: Pick<LinkProps, "to" | "params" | "search">;
};

/** All that keeps a draft out of force, each leading to the control of its editor that it is about. */
export function ViolationsToEdit({ of, values, specs, formAt, edit }: ViolationsProps): ReactNode {
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
  return <DraftViolations of={of.map((violation) => ({ ...violation, place: place(violation.path) }))} />;
}
