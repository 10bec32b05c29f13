import type { ReactNode } from "react";
import type { OfferedAccountPartsFragment } from "../generated/graphql.ts";

export type OfferedAccount = OfferedAccountPartsFragment;

/** The things to choose among, beside the form's own choices. */
export type Offered = {
  readonly accounts: readonly OfferedAccount[];
  readonly regions: readonly { readonly code: string; readonly name: string }[];
  /** A way to add an account, where the reader has one; it tells the id of the one that was added. */
  readonly addAccount?: ((added: (id: string) => void) => ReactNode) | undefined;
};
