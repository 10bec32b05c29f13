import { type ReactNode, useEffect, useState } from "react";
import { frontEnd } from "../front-end.ts";
import { type Text, useTexts } from "../texts/text.ts";
import { useSession } from "./session.ts";

const SIGN_IN: Text = { zh: "登录", en: "Sign in" };
const LEAVING: Text = { zh: "正在前往登录页…", en: "Going to the sign-in page…" };
const UNREACHABLE: Text = {
  zh: "现在无法登录：登录服务没有响应。请检查网络后重试。",
  en: "You cannot sign in right now: the sign-in service does not answer. Check your connection and try again.",
};

/** Leads to the issuer's page, and back to where the reader is. */
export function SignInButton(): ReactNode {
  const { say } = useTexts();
  const { status } = useSession();
  const [state, setState] = useState<"here" | "leaving" | "unreachable">("here");
  useEffect(() => {
    // Back from the issuer's page, a browser may show this one as it was left.
    const comeBack = ({ persisted }: PageTransitionEvent): void => void (persisted && setState("here"));
    addEventListener("pageshow", comeBack);
    return () => removeEventListener("pageshow", comeBack);
  }, []);
  async function leave(): Promise<void> {
    // Two sign-ins at a time would be each other's end.
    if (state === "leaving") return;
    setState("leaving");
    try {
      const { beginSignIn } = await import("./oauth.ts");
      const { home, returnPath } = frontEnd();
      const here = `${location.pathname}${location.search}${location.hash}`;
      await beginSignIn(location.pathname === returnPath ? home : here, status === "locked");
    } catch {
      setState("unreachable");
    }
  }
  return (
    <>
      <button className="button" type="button" onClick={leave} aria-disabled={state === "leaving"}>
        {say(state === "leaving" ? LEAVING : SIGN_IN)}
      </button>
      {state === "unreachable" && (
        <p className="field-error" role="alert">
          {say(UNREACHABLE)}
        </p>
      )}
    </>
  );
}
