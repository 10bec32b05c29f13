import { useState } from "react";
import { graphql } from "../generated/gql.ts";
import type { UseForeignLicenceMutation } from "../generated/graphql.ts";
import { resultIn } from "../graphql/result-in.ts";
import type { NotDone } from "../graphql/use-act.ts";
import { useChange } from "../graphql/use-answer.ts";
import type { Problem } from "../ui/problem.ts";

const USE = graphql(`
  mutation UseForeignLicence($input: ForeignLicenceInput!, $attendance: ID) {
    useForeignLicence(input: $input, attendance: $attendance) {
      __typename
      ... on FilledMaterial {
        foreignLicence {
          number
        }
      }
      ... on Refusal {
        message
      }
      ... on InvalidInput {
        path
      }
    }
  }
`);

type Result = NonNullable<UseForeignLicenceMutation["useForeignLicence"]>;
type Refused = Exclude<Result, { readonly __typename: "FilledMaterial" }>;

/** The end of a try: it fills the material, or why not, at a field of the form or beside it. */
type End =
  | { readonly kind: "none" }
  | { readonly kind: "filled"; readonly number: string }
  | { readonly kind: "problem"; readonly problem: Problem }
  | { readonly kind: "failure"; readonly failure: NotDone };

/** A code that a phone shows, or a presentation that a wallet has signed. */
type Shown = { readonly code: string } | { readonly presentation: string };
type Wish = Shown & { readonly region: string; readonly application: string; readonly material: string };

/** The place of the fields: their ids in the page, and whose material it is. */
type Place = {
  readonly fields: { readonly region: string; readonly shown: string };
  /** Of a clerk: that of the person at the window. */
  readonly attendance?: string;
};

/** Shows a licence of another region for a material. A code is used up by it, and a presentation is taken once. */
export function useForeignLicence({ fields, ...by }: Place) {
  const { send, isSending } = useChange(USE);
  const [end, setEnd] = useState<End>({ kind: "none" });
  async function use(input: Wish): Promise<End> {
    const came = resultIn(await send({ input, ...by }), "useForeignLicence");
    const next: End = came.kind === "trouble" ? { kind: "failure", failure: came } : endOf(came.result);
    setEnd(next);
    return next;
  }
  function endOf(result: Result): End {
    if (result.__typename === "FilledMaterial")
      return { kind: "filled", number: result.foreignLicence?.number ?? "" };
    const field = fieldOf(result);
    return field
      ? { kind: "problem", problem: { field: fields[field], text: result.message } }
      : { kind: "failure", failure: { kind: "refused", message: result.message } };
  }
  return { use, end, isSending, forget: () => setEnd({ kind: "none" }) };
}

/** The field that a refusal is about: whatever is wrong with the licence is told where it is shown. */
function fieldOf(refused: Refused): keyof Place["fields"] | undefined {
  switch (refused.__typename) {
    case "ForeignLicenceNotUsed":
    case "TooManyGuesses":
      return "shown";
    case "InvalidInput":
      if (refused.path.includes("region")) return "region";
      return refused.path.some((step) => step === "code" || step === "presentation") ? "shown" : undefined;
    default:
      return undefined;
  }
}
