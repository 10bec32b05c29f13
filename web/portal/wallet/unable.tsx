import type { ReactNode } from "react";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Notice } from "../../shared/ui/notice.tsx";

const TITLE: Text = { zh: "这个浏览器不能出示证照", en: "This browser cannot show licences" };
const TEXT: Text = {
  zh: "它没有保管密钥的功能，或者这一页不是加密连接。请更新浏览器，或换用手机自带的浏览器，从政务网站的正式地址打开。",
  en: "It has no way to keep a key, or this page did not come over an encrypted line. Update the browser, or use the one that came with your phone, at the proper address of this site.",
};

/** Says what to do where a browser can have no key. */
export function Unable(): ReactNode {
  const { say } = useTexts();
  return (
    <Notice tone="bad" title={say(TITLE)}>
      <p>{say(TEXT)}</p>
    </Notice>
  );
}
