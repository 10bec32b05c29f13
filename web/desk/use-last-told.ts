import { useState } from "react";
import type { Asked } from "../shared/graphql/use-answer.ts";
import { useSession } from "../shared/sign-in/session.ts";

/**
 * The last answer that this person had, whatever is asked for now. Filters are drawn from it: they stay, and the focus in
 * them, while another part of a list is on its way.
 */
export function useLastTold<T>({ answer }: Pick<Asked<T>, "answer">): T | undefined {
  const { person } = useSession();
  const told = answer?.ok ? answer.data : undefined;
  const [last, setLast] = useState({ person, told });
  if (told !== undefined && (told !== last.told || person !== last.person)) setLast({ person, told });
  return told ?? (last.person === person ? last.told : undefined);
}
