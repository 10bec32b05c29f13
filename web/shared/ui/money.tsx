import type { ReactNode } from "react";
import { yuan } from "../format/money.ts";

/** An amount of the API, never broken over two lines. */
export function Money({ amount }: { readonly amount: string }): ReactNode {
  return <span className="money">{yuan(amount)}</span>;
}
