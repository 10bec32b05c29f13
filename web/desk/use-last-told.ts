import { useState } from "react";
import type { Asked } from "../shared/graphql/use-answer.ts";

/**
 * The last answer that was had, whatever is asked for now. Filters are drawn from it: they stay, and the focus in them,
 * while another part of a list is on its way.
 */
export function useLastTold<T>({ answer }: Pick<Asked<T>, "answer">): T | undefined {
  const told = answer?.ok ? answer.data : undefined;
  const [last, setLast] = useState(told);
  if (told !== undefined && told !== last) setLast(told);
  return told ?? last;
}
