import { badInput } from "../../api/errors.ts";
import { outsideJurisdiction } from "../../api/forbidden.ts";

/** The error for a clerk who asks for lists of a hall: halls are public, but not what goes on in them. */
export const notOfClerk = ({ code }: { readonly code: "HALL_NOT_FOUND" | "OUTSIDE_JURISDICTION" }) =>
  code === "HALL_NOT_FOUND" ? badInput(code) : outsideJurisdiction();
