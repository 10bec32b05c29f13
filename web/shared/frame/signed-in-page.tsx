import { useRouter } from "@tanstack/react-router";
import { type ReactNode, useEffect, useState } from "react";
import { startWithoutSignIn } from "../sign-in/session.ts";
import { SignInButton } from "../sign-in/sign-in-button.tsx";
import { type Text, useTexts } from "../texts/text.ts";
import { Notice } from "../ui/notice.tsx";
import { Page } from "../ui/page.tsx";
import { Waiting } from "../ui/waiting.tsx";

const TEXTS = {
  title: { zh: "登录", en: "Signing in" },
  failed: { zh: "没有登录成功", en: "You are not signed in" },
  text: {
    zh: "登录没有完成，或者这一页已经用过。请重新登录。",
    en: "The sign-in was not completed, or this page was used before. Please sign in again.",
  },
} satisfies Record<string, Text>;

/** An address is good for one sign-in, however often the page is drawn. */
let completing: Promise<string> | undefined;

async function complete(): Promise<string> {
  const address = new URL(location.href);
  // The code is gone from the address, and from the browser's history, before anything else is done.
  history.replaceState(history.state, "", location.pathname);
  const { completeSignIn } = await import("../sign-in/oauth.ts");
  return completeSignIn(address);
}

/** Where the issuer sends people back to. */
export function SignedInPage(): ReactNode {
  const { say } = useTexts();
  const { history: places } = useRouter();
  const [hasFailed, setFailed] = useState(false);
  useEffect(() => {
    completing ??= complete();
    completing.then(
      (returnTo) => places.replace(returnTo),
      () => {
        startWithoutSignIn();
        setFailed(true);
      },
    );
  }, [places]);
  return (
    <Page title={say(hasFailed ? TEXTS.failed : TEXTS.title)}>
      {hasFailed ? (
        <Notice tone="bad" title={say(TEXTS.failed)} isNews>
          <p>{say(TEXTS.text)}</p>
          <SignInButton />
        </Notice>
      ) : (
        <Waiting />
      )}
    </Page>
  );
}
