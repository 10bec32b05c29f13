import type { ErrorComponentProps } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { useSession } from "../sign-in/session.ts";
import { type Text, useTexts } from "../texts/text.ts";
import { Notice } from "../ui/notice.tsx";
import { Page } from "../ui/page.tsx";
import { TroubleNotice } from "../ui/trouble-notice.tsx";
import { ScriptMissing } from "./lazy-page.ts";

const TEXTS = {
  broken: { zh: "页面出了问题", en: "This page has broken" },
  missing: { zh: "页面没有打开", en: "This page did not open" },
  outdated: { zh: "网站已经更新", en: "There is a new version" },
  outdatedText: {
    zh: "您打开网站之后，网站更新了。重新载入后就能继续。",
    en: "The site was updated after you opened it. Load the page anew to go on.",
  },
  remembered: { zh: "网络已经恢复", en: "You are online again" },
  rememberedText: {
    zh: "浏览器不会自动重新取得这个页面。重新载入后就能继续。",
    en: "The browser does not ask for this page a second time by itself. Load the page anew to go on.",
  },
  reload: { zh: "重新载入", en: "Load the page anew" },
  ifAgain: { zh: "重试还是不行，可以重新载入页面。", en: "If that does not help, load the page anew." },
  mayAsk: {
    zh: "重新载入后可能需要再次登录，您填写的内容都还在。",
    en: "You may have to sign in once more after that; what you have typed is kept.",
  },
} satisfies Record<string, Text>;

/** In place of a page with a fault of its own, or one whose script has not come. */
export function CrashPage({ error, reset }: ErrorComponentProps<unknown>): ReactNode {
  const { say } = useTexts();
  const [isAsking, setAsking] = useState(false);
  const missing = error instanceof ScriptMissing ? error : undefined;
  async function again(): Promise<void> {
    setAsking(true);
    await missing?.again();
    // Where it fails once more, there is another of this page.
    reset();
  }
  const title = say(missing ? TEXTS.missing : TEXTS.broken);
  switch (missing?.why) {
    case "offline":
      return (
        <Page title={title}>
          <TroubleNotice trouble={{ kind: "offline" }} again={again} isAsking={isAsking} />
        </Page>
      );
    case "outdated":
    case "remembered":
      return (
        <Page title={title}>
          <Notice tone="act" title={say(TEXTS[missing.why])} isNews>
            <p>{say(TEXTS[`${missing.why}Text`])}</p>
            <Reload />
          </Notice>
        </Page>
      );
    default:
      return (
        <Page title={title}>
          <TroubleNotice
            trouble={{ kind: "fault", requestId: undefined }}
            again={again}
            isAsking={isAsking}
          />
          <p>{say(TEXTS.ifAgain)}</p>
          <Reload />
        </Page>
      );
  }
}

/** Tokens are in memory alone, so behind a reload the issuer is asked anew, and may have ended its session. */
function Reload(): ReactNode {
  const { say } = useTexts();
  const { status } = useSession();
  return (
    <>
      {status === "signed-in" && <p>{say(TEXTS.mayAsk)}</p>}
      <button className="button" type="button" onClick={() => location.reload()}>
        {say(TEXTS.reload)}
      </button>
    </>
  );
}
