import { Outlet } from "@tanstack/react-router";
import { type ReactNode, useEffect, useState } from "react";
import { loadConfig } from "../config.ts";
import { frontEnd } from "../front-end.ts";
import { changeSettings, useSettings } from "../settings/settings.ts";
import { useSession } from "../sign-in/session.ts";
import { type Text, useTexts } from "../texts/text.ts";
import { LockedPage } from "./locked-page.tsx";

const TEXTS = {
  skip: { zh: "跳到正文", en: "Skip to the content" },
  larger: { zh: "大字版", en: "Larger text" },
  plain: { zh: "标准字号", en: "Normal text" },
  signOut: { zh: "退出", en: "Sign out" },
  signingOut: { zh: "正在退出…", en: "Signing out…" },
  nav: { zh: "主要栏目", en: "Main" },
  demonstration: {
    zh: "演示城市，一切人和事均为虚构。",
    en: "A demonstration: every person and every matter here is made up.",
  },
  // The government service hotline of each city in China (国办发〔2020〕53号).
  hotline: { zh: "咨询电话 12345。", en: "Ask us at 12345." },
} satisfies Record<string, Text>;

/** The id of a page's own part, as `Page` gives it. */
const CONTENT = "content";

type FrameProps = {
  /** A link home. */
  readonly brand: ReactNode;
  /** Links to the places, each an entry of a list. */
  readonly places: ReactNode;
  /** Beside the reader's choices. */
  readonly children?: ReactNode;
};

/** The frame around every page of a front-end. */
export function Frame({ brand, places, children }: FrameProps): ReactNode {
  const { say } = useTexts();
  const { status } = useSession();
  return (
    <div className="frame">
      <a
        className="skip"
        href={`#${CONTENT}`}
        onClick={(event) => {
          // The address stays: behind its "#" may stand something of the page's own.
          event.preventDefault();
          document.querySelector<HTMLElement>(`#${CONTENT} h1`)?.focus();
        }}
      >
        {say(TEXTS.skip)}
      </a>
      <header className="top">
        <div className="top-row">
          {brand}
          {children}
          <Choices />
        </div>
      </header>
      {status === "locked" ? <LockedPage /> : <Outlet />}
      <Foot />
      <nav className="nav" aria-label={say(TEXTS.nav)}>
        <ul className="nav-list">{places}</ul>
      </nav>
    </div>
  );
}

function Foot(): ReactNode {
  const { say } = useTexts();
  const [isDemonstration, setDemonstration] = useState(false);
  useEffect(() => {
    // Without the deployment's word, a page that stands on it tells of the trouble.
    loadConfig().then(
      (config) => setDemonstration(config.isDemonstration ?? false),
      () => undefined,
    );
  }, []);
  return (
    <footer className="foot">
      <p className="foot-row">
        {isDemonstration && say(TEXTS.demonstration)} {say(TEXTS.hotline)}
      </p>
    </footer>
  );
}

/** The picture of a place, drawn on a field of 24 by 24. */
export function PlacePicture({ path }: { readonly path: string }): ReactNode {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true">
      <path d={path} />
    </svg>
  );
}

/** The reader's choices that hold on every page. */
function Choices(): ReactNode {
  const { say } = useTexts();
  const { language, size } = useSettings();
  const isElder = size === "elder";
  const other =
    language === "zh" ? ({ code: "en", name: "English" } as const) : ({ code: "zh", name: "中文" } as const);
  return (
    <>
      <button
        className="top-button"
        type="button"
        lang={other.code === "zh" ? "zh-CN" : "en"}
        onClick={() => changeSettings({ language: other.code })}
      >
        {other.name}
      </button>
      <button
        className="top-button"
        type="button"
        onClick={() => changeSettings({ size: isElder ? "plain" : "elder" })}
      >
        {say(isElder ? TEXTS.plain : TEXTS.larger)}
      </button>
      <SignOut />
    </>
  );
}

function SignOut(): ReactNode {
  const { say } = useTexts();
  const { status } = useSession();
  const [isLeaving, setLeaving] = useState(false);
  // Where it has ended by itself, what was shown and typed is still there to be taken away.
  if (status !== "signed-in" && status !== "over" && !isLeaving) return null;
  async function leave(): Promise<void> {
    // The second of two would have no token any more for the issuer to know the person by.
    if (isLeaving) return;
    setLeaving(true);
    const { signOut } = await import("../sign-in/oauth.ts");
    // Here it has ended, whatever becomes of it at the issuer.
    await signOut().catch(() => location.assign(frontEnd().home));
  }
  return (
    <button className="top-button" type="button" onClick={leave} aria-disabled={isLeaving}>
      {say(isLeaving ? TEXTS.signingOut : TEXTS.signOut)}
    </button>
  );
}
