import { Link, Outlet } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { changeSettings, useSettings } from "../shared/settings/settings.ts";
import { useSession } from "../shared/sign-in/session.ts";
import { type Text, useTexts } from "../shared/texts/text.ts";

const TEXTS = {
  skip: { zh: "跳到正文", en: "Skip to the content" },
  brand: { zh: "市民服务", en: "City services" },
  larger: { zh: "大字版", en: "Larger text" },
  plain: { zh: "标准字号", en: "Normal text" },
  signOut: { zh: "退出", en: "Sign out" },
  signingOut: { zh: "正在退出…", en: "Signing out…" },
  nav: { zh: "主要栏目", en: "Main" },
  foot: {
    zh: "演示城市，一切人和事均为虚构。咨询电话 12345。",
    en: "A demonstration: every person and every matter here is made up. Ask us at 12345.",
  },
} satisfies Record<string, Text>;

/** Each with its picture, drawn on a field of 24 by 24. */
const PLACES = [
  { to: "/", text: { zh: "首页", en: "Home" }, picture: "M12 3 2 12h3v8h5v-6h4v6h5v-8h3z" },
  {
    to: "/services",
    text: { zh: "办事", en: "Services" },
    picture: "M4 4h7v7H4zm9 0h7v7h-7zM4 13h7v7H4zm9 0h7v7h-7z",
  },
  {
    to: "/bills",
    text: { zh: "缴费", en: "Bills" },
    picture: "M6 2h12v20l-3-2-3 2-3-2-3 2zm3 5v2h6V7zm0 4v2h6v-2z",
  },
  {
    to: "/cases",
    text: { zh: "办件", en: "Cases" },
    picture: "M3 5h6l2 2h10v12H3zm4 7v2h10v-2z",
  },
  {
    to: "/messages",
    text: { zh: "消息", en: "Messages" },
    picture: "M3 5h18v14H3zm9 8 7-5v-1l-7 4.5-7-4.5v1z",
  },
] as const;

/** The frame around every page. */
export function PortalFrame(): ReactNode {
  const { say } = useTexts();
  return (
    <div className="frame">
      <a className="skip" href="#content">
        {say(TEXTS.skip)}
      </a>
      <header className="top">
        <div className="top-row">
          <Link className="brand" to="/">
            {say(TEXTS.brand)}
          </Link>
          <Choices />
        </div>
      </header>
      <Outlet />
      <footer className="foot">
        <p className="foot-row">{say(TEXTS.foot)}</p>
      </footer>
      <nav className="nav" aria-label={say(TEXTS.nav)}>
        <ul className="nav-list">
          {PLACES.map(({ to, text, picture }) => (
            <li key={to}>
              <Link to={to} activeOptions={{ exact: to === "/" }}>
                <svg viewBox="0 0 24 24" aria-hidden="true">
                  <path d={picture} />
                </svg>
                {say(text)}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
    </div>
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
  if (status !== "signed-in" && !isLeaving) return null;
  async function leave(): Promise<void> {
    setLeaving(true);
    const { signOut } = await import("../shared/sign-in/oauth.ts");
    // Here it has ended, whatever becomes of it at the issuer.
    await signOut().catch(() => location.assign("/"));
  }
  return (
    <button className="top-button" type="button" onClick={leave}>
      {say(isLeaving ? TEXTS.signingOut : TEXTS.signOut)}
    </button>
  );
}
