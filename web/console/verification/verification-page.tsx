import { Link } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { useConfig } from "../../shared/config.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Page } from "../../shared/ui/page.tsx";
import { CodeBlock } from "../parts/code-block.tsx";
import { offlineCommand } from "./offline-example.ts";
import { exampleCommands } from "./verification-calls.ts";
import { CodeTrial, VerifyTrial } from "./verify-trials.tsx";

const TEXTS = {
  title: { zh: "核验电子证照", en: "Verify licences" },
  about: {
    zh: "四种办法，从人人可用到完全离线。下面的命令可以原样粘贴到 shell 里运行；换成您自己的值。",
    en: "There are four ways, from the one that anybody has to the one without a network. Each command runs as it is pasted into a shell; put your own values in.",
  },
  key: { zh: "要密钥的命令从这个变量里取它：", en: "Commands that take a key have it from this variable:" },
  keyName: { zh: "设定密钥的命令", en: "Command that sets the key" },
  open: { zh: "人人可用：按标识核验", en: "For anybody: by the identifier" },
  openText: {
    zh: "不需要密钥和同意。证照上的标识（二维码里在 # 之后）答复它的状态和种类；再加持证人号码的最后 6 位，答复证照的最少内容。错的末位和没有一样答复，但会计数：同一证照一小时内 5 次之后，这一小时不再核对，持证人会得知。查不到的标识答复 null。",
    en: "It takes no key and no consent. The identifier on a licence (in its code behind the #) tells how it stands and its type; with the last six characters of its holder's number it tells the least of what it says. A wrong ending is answered as none is, but counted: after five of one licence in an hour none is looked at until the hour is over, and its holder is told. An identifier of no licence answers null.",
  },
  openName: { zh: "按标识核验的命令", en: "Command that verifies by the identifier" },
  consent: { zh: "经同意：一个人的证照", en: "By consent: the licences of a person" },
  consentText: {
    zh: "密钥要有“核验电子证照”的权限，并且这位市民已经同意。ref 是您自己对这位市民的编号，见同意请求的答复。每次读取都会记入持证人的核验记录。",
    en: "The key needs the scope “Verifying licences”, and the citizen has to have agreed. The ref is your own reference for this citizen, which the answer to a consent gives. Each reading goes into the holder's record.",
  },
  consentName: { zh: "经同意读取的命令", en: "Command that reads by consent" },
  code: { zh: "按码：持证人当面出示", en: "By a code: as the holder shows it" },
  codeText: {
    zh: "密钥要有“读取出示的电子证照”的权限。持证人在手机上选好要出示的字段，出示一个 26 位的码；60 秒内读取一次。用过的、过期的都会被拒绝（LicenceCodeRefused），持证人会得知。",
    en: "The key needs the scope “Reading licences that are shown”. The holder chooses on the phone what is shown, and shows a code of 26 characters; it is read once, within 60 seconds. One that was used or is over is refused (LicenceCodeRefused), and its holder is told.",
  },
  codeName: { zh: "读取证照码的命令", en: "Command that reads a code" },
  offline: { zh: "离线：用公开的文档核验", en: "Offline: by what is published" },
  offlineText: {
    zh: "没有网络的窗口事先取回公开的签名文档（颁发机构及其公钥、状态列表），之后不再问任何人。取文档不要密钥：",
    en: "A counter without a network fetches signed documents beforehand (the issuers with their keys, and status lists), and then asks nobody. They take no key:",
  },
  fetchName: { zh: "取回公开文档的命令", en: "Commands that fetch what is published" },
  programText: {
    zh: "下面的命令在平台源码的目录里运行（Node 24），用其中为核验方准备的模块。开头四个变量换成您自己的值。",
    en: "The next command runs in a folder with the platform's sources (Node 24), by their modules for verifiers. Put your own values into the four variables at its head.",
  },
  verdictText: {
    zh: "答复的 verdict 说明有效、无效（带 reason），或现在无法判断。同一次出示只能核验一次。",
    en: "The verdict of its answer says that the licence is valid, is not, with the reason, or cannot be judged now. Each presentation is taken once.",
  },
  programName: { zh: "离线核验的命令", en: "Command that verifies offline" },
  back: { zh: "回到怎样调用", en: "Back to how to call" },
} satisfies Record<string, Text>;

/** How a partner verifies licences that it is shown: the four ways, each with a command that runs, and two to try from here. */
export function VerificationPage(): ReactNode {
  const { say } = useTexts();
  const { endpoint = `${location.origin}/graphql` } = useConfig();
  const commands = exampleCommands(endpoint);
  const [value, change] = useState("");
  const pasted = { value, change };
  const part = (title: Text, text: Text, name: Text, command: string): ReactNode => (
    <section className="part">
      <h2>{say(title)}</h2>
      <p>{say(text)}</p>
      <CodeBlock name={say(name)} text={command} />
    </section>
  );
  return (
    <Page title={say(TEXTS.title)}>
      <p>{say(TEXTS.about)}</p>
      {part(TEXTS.open, TEXTS.openText, TEXTS.openName, commands.verify)}
      <VerifyTrial pasted={pasted} />
      <section className="part">
        <p>{say(TEXTS.key)}</p>
        <CodeBlock name={say(TEXTS.keyName)} text={commands.key} />
      </section>
      {part(TEXTS.consent, TEXTS.consentText, TEXTS.consentName, commands.byConsent)}
      {part(TEXTS.code, TEXTS.codeText, TEXTS.codeName, commands.byCode)}
      <CodeTrial pasted={pasted} />
      <section className="part">
        <h2>{say(TEXTS.offline)}</h2>
        <p>{say(TEXTS.offlineText)}</p>
        <CodeBlock name={say(TEXTS.fetchName)} text={commands.fetched} />
        <p>{say(TEXTS.programText)}</p>
        <CodeBlock name={say(TEXTS.programName)} text={offlineCommand(new URL(endpoint).origin)} />
        <p>{say(TEXTS.verdictText)}</p>
      </section>
      <p>
        <Link className="link-target" to="/console/docs">
          {say(TEXTS.back)}
        </Link>
      </p>
    </Page>
  );
}
