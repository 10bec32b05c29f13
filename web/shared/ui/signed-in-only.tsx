import type { ReactNode } from "react";
import { useSession } from "../sign-in/session.ts";
import { TroubleNotice } from "./trouble-notice.tsx";
import { Waiting } from "./waiting.tsx";

/** A part that asks nothing by itself, and is for somebody who has signed in. A text that was typed stays when that is over. */
export function SignedInOnly({ children }: { readonly children: ReactNode }): ReactNode {
  const { status } = useSession();
  if (status === "starting") return <Waiting />;
  if (status === "signed-out")
    return <TroubleNotice trouble={{ kind: "signed-out" }} again={() => undefined} />;
  return children;
}
