import { badInput } from "../../api/errors.ts";
import { outsideJurisdiction } from "../../api/forbidden.ts";

/** What a clerk who asks for lists of a hall is thrown: halls are public, but not what goes on in them. */
export const notOfClerk = ({ code }: { readonly code: "HALL_NOT_FOUND" | "OUTSIDE_JURISDICTION" }) =>
  code === "HALL_NOT_FOUND" ? badInput(code) : outsideJurisdiction();
