import { hash } from "node:crypto";
import type { Language, Message } from "../../services/kernel/message.ts";
import type { Account } from "./accounts.ts";
import type { AuthorizationRequest, Unknown } from "./authorization.ts";

const STYLE = `
:root { color-scheme: light dark; font: 1.125rem/1.5 system-ui, sans-serif; }
main { max-width: 40rem; margin: 0 auto; padding: 1rem; }
ul { list-style: none; padding: 0; }
li { margin: 0 0 .5rem; }
button { font: inherit; width: 100%; min-height: 3rem; padding: .5rem 1rem; text-align: start; cursor: pointer; }
button span { display: block; font-size: 1rem; overflow-wrap: anywhere; }
:focus-visible { outline: 3px solid; outline-offset: 2px; }
`;

/** No script at all, and no other style than the page's own. `origin` is where a front-end is answered. */
export const pageHeaders = (origin: string): Readonly<Record<string, string>> => ({
  "content-type": "text/html; charset=utf-8",
  "cache-control": "no-store",
  "content-security-policy": [
    "default-src 'none'",
    "img-src data:",
    `style-src 'sha256-${hash("sha256", STYLE, "base64")}'`,
    // A browser applies it to where the answer to the form leads as well.
    `form-action 'self' ${origin}`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join("; "),
  // Addresses with a state and a nonce go nowhere; the form's own origin is still told.
  "referrer-policy": "same-origin",
  "x-content-type-options": "nosniff",
});

const TEXTS = {
  title: { zh: "登录", en: "Sign in" },
  choose: { zh: "请选择以谁的身份登录", en: "Choose whom to sign in as" },
  for: { zh: "登录后返回", en: "You then go on in " },
  notice: {
    zh: "这是本机的演示登录：没有密码，人员均为虚构。",
    en: "This is the sign-in of a developer's machine: there is no password, and all people are made up.",
  },
  cancel: { zh: "取消", en: "Cancel" },
  impossible: { zh: "无法登录", en: "Nobody can sign in here" },
  CLIENT: {
    zh: "请求登录的应用不在名单中（client_id）。请返回应用，从那里重新登录。",
    en: "The application that asked is not known here (client_id). Go back to it, and sign in from there.",
  },
  REDIRECT_URI: {
    zh: "登录后返回的地址未登记（redirect_uri），因此不会跳转。",
    en: "The address to go on at is not registered (redirect_uri), so nobody is sent there.",
  },
  ACCOUNT: { zh: "没有这个账号，请重新选择。", en: "There is no such account. Choose one of the page." },
  ELSEWHERE: {
    zh: "该请求来自其他网站，已被拒绝。",
    en: "The request comes from a page of another site, and is refused.",
  },
  signedOut: { zh: "已退出登录", en: "You are signed out" },
  LOGOUT_URI: {
    zh: "退出后返回的地址未登记（post_logout_redirect_uri），因此不会跳转。",
    en: "The address to go on at is not registered (post_logout_redirect_uri), so nobody is sent there.",
  },
  LOGOUT_HINT: {
    zh: "无法识别要退出的登录（id_token_hint）。",
    en: "The sign-in to be ended is not known here (id_token_hint).",
  },
} as const satisfies Readonly<Record<string, Message>>;

export type Problem = Unknown["problem"] | "ACCOUNT" | "ELSEWHERE" | "LOGOUT_URI" | "LOGOUT_HINT";

/** Under this name the form says that nobody wants to sign in. */
export const CANCEL = "cancel";

/** A button for each account; `params` are sent again with the choice. */
export function choicePage(
  { client }: AuthorizationRequest,
  accounts: readonly Account[],
  params: URLSearchParams,
  language: Language,
): string {
  const hidden = [...params].map(
    ([name, value]) => `<input type="hidden" name="${escaped(name)}" value="${escaped(value)}">`,
  );
  const buttons = accounts.map(
    ({ id, name, about }) =>
      `<li><button name="account" value="${escaped(id)}">${escaped(name[language])}<span>${escaped(about[language])}</span></button></li>`,
  );
  const say = (text: keyof typeof TEXTS): string => escaped(TEXTS[text][language]);
  return page(
    language,
    TEXTS.title,
    `<h1>${say("choose")}</h1>
<p>${say("notice")} ${say("for")}${escaped(client.title[language])}${language === "zh" ? "。" : "."}</p>
<form method="post" action="/authorize">
${hidden.join("\n")}
<ul>
${buttons.join("\n")}
</ul>
<button name="account" value="${CANCEL}">${say("cancel")}</button>
</form>
<p>${otherLanguage(params, language)}</p>`,
  );
}

function otherLanguage(params: URLSearchParams, language: Language): string {
  const [other, name] = language === "zh" ? ["en", "English"] : ["zh-CN", "中文"];
  const there = new URLSearchParams(params);
  there.set("ui_locales", other);
  return `<a href="/authorize?${escaped(String(there))}" lang="${other}" hreflang="${other}">${name}</a>`;
}

export const problemPage = (problem: Problem, language: Language): string =>
  page(
    language,
    TEXTS.impossible,
    `<h1>${TEXTS.impossible[language]}</h1>\n<p>${escaped(TEXTS[problem][language])}</p>`,
  );

export const signedOutPage = (language: Language): string =>
  page(language, TEXTS.signedOut, `<h1>${TEXTS.signedOut[language]}</h1>`);

const page = (language: Language, title: Message, body: string): string => `<!doctype html>
<html lang="${language === "zh" ? "zh-CN" : "en"}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title[language]} · civigraph</title>
<link rel="icon" href="data:,">
<style>${STYLE}</style>
</head>
<body>
<main>
${body}
</main>
</body>
</html>
`;

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (char) => ENTITIES[char] ?? "");
