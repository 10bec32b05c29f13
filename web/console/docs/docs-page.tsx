import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useConfig } from "../../shared/config.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Page } from "../../shared/ui/page.tsx";
import { Table } from "../../shared/ui/table.tsx";
import { CodeBlock } from "../parts/code-block.tsx";
import { CODES, type ErrorCode } from "./error-codes.ts";
import { Trial } from "./trial.tsx";

const TEXTS = {
  title: { zh: "怎样调用", en: "How to call" },
  first: { zh: "第一次调用", en: "The first call" },
  firstText: {
    zh: "只有一个地址。把其中的密钥占位符换成您的密钥，在服务器上运行：",
    en: "There is one address. Put your key in its place, and run this on your server:",
  },
  command: { zh: "第一次调用的命令", en: "Command of the first call" },
  headers: {
    zh: "密钥放在请求头 x-api-key（或 Authorization: Bearer）里，一个请求只带一个凭证。消息的语言按 Accept-Language，中文或英文。",
    en: "The key goes in the header x-api-key, or as Authorization: Bearer; one credential a request. Messages come in Chinese or English, by Accept-Language.",
  },
  graphiql: { zh: "在 GraphiQL 里试", en: "Try it in GraphiQL" },
  graphiqlText: {
    zh: "GraphiQL 在新窗口打开，可以查看整个接口的说明。把密钥粘贴到它的 Headers 里：这个窗口不保存任何内容，关闭或刷新后密钥就不在了。限定了网络的密钥在这里不能用。",
    en: "GraphiQL opens in a window of its own, with the whole schema to be read. Paste the key into its Headers: that window keeps nothing, and the key is gone when it is closed or loaded anew. One that is bound to networks is refused there.",
  },
  open: { zh: "打开 GraphiQL（新窗口）", en: "Open GraphiQL (in a new window)" },
  licences: { zh: "核验电子证照", en: "Verifying licences" },
  licencesText: {
    zh: "按标识、经同意、按持证人出示的码，或完全离线：四种办法和可以试的表单在单独的一页。",
    en: "By an identifier, by consent, by a code that a holder shows, or without a network: the four ways have a page of their own, with forms to try two of them.",
  },
  toLicences: { zh: "怎样核验电子证照", en: "How licences are verified" },
  again: { zh: "重试与幂等", en: "Trying again" },
  againText: {
    zh: "创建类操作带 idempotencyKey（8 到 100 个可见字符，您自己取）。没收到结果时，用同样的 key 和同样的输入再发一次：结果相同，不会重复办理。同样的 key 配不同的输入会被拒绝（IdempotencyMismatch）。",
    en: "A mutation that makes something takes an idempotencyKey of your own: 8 to 100 visible characters. Where no answer came, send the same input with the same key again: the outcome is the same, and nothing is done twice. The same key with another input is refused (IdempotencyMismatch).",
  },
  refusals: { zh: "被拒绝不是错误", en: "A refusal is no error" },
  refusalsText: {
    zh: "业务规则的拒绝是数据：结果里会有 code 和 message，有的还带 path 或 availableActions。请按 __typename 区分。其余的在 errors 里，带 extensions.code、requestId 和 retryable；求助时请报 requestId。",
    en: "A refusal by a rule is data: a member of the result with code and message, some with path or availableActions; tell them apart by __typename. All else is in errors, each with extensions.code, requestId and retryable. Quote the requestId when you ask for help.",
  },
  codes: { zh: "错误代码", en: "Error codes" },
  code: { zh: "代码", en: "Code" },
  status: { zh: "HTTP", en: "HTTP" },
  todo: { zh: "怎么办", en: "Next step" },
  limits: { zh: "限度", en: "Limits" },
  limitsText: {
    zh: "请求体不超过 256 KiB；每页最多 100 条，按 endCursor 翻页；一个文档的估算成本不超过 1,000，超过时被拒绝并说明成本（见上表）。",
    en: "A request has 256 KiB at most, a page 100 entries (go on at endCursor), and a document an estimated cost of 1,000: beyond it the answer is a refusal, with the cost (see above).",
  },
} satisfies Record<string, Text>;

/** How the platform is called, with a first call to copy and one to make from here. */
export function DocsPage(): ReactNode {
  const { say } = useTexts();
  const { graphiql, endpoint = `${location.origin}/graphql` } = useConfig();
  return (
    <Page title={say(TEXTS.title)}>
      <section className="part">
        <h2>{say(TEXTS.first)}</h2>
        <p>{say(TEXTS.firstText)}</p>
        <CodeBlock name={say(TEXTS.command)} text={firstCallAt(endpoint)} />
        <p>{say(TEXTS.headers)}</p>
      </section>
      <Trial />
      <section className="part">
        <h2>{say(TEXTS.licences)}</h2>
        <p>{say(TEXTS.licencesText)}</p>
        <Link className="link-target" to="/console/docs/verification">
          {say(TEXTS.toLicences)}
        </Link>
      </section>
      {graphiql && (
        <section className="part">
          <h2>{say(TEXTS.graphiql)}</h2>
          <p>{say(TEXTS.graphiqlText)}</p>
          <a className="link-target" href={graphiql} target="_blank" rel="noreferrer">
            {say(TEXTS.open)}
          </a>
        </section>
      )}
      <section className="part">
        <h2>{say(TEXTS.again)}</h2>
        <p>{say(TEXTS.againText)}</p>
        <h2>{say(TEXTS.refusals)}</h2>
        <p>{say(TEXTS.refusalsText)}</p>
      </section>
      <section className="part">
        <Table<ErrorCode>
          caption={say(TEXTS.codes)}
          keyOf={({ code }) => code}
          rows={CODES}
          columns={[
            { head: say(TEXTS.code), cell: ({ code }) => <code>{code}</code> },
            { head: say(TEXTS.status), cell: ({ status }) => status },
            { head: say(TEXTS.todo), kind: "wide", cell: ({ todo }) => say(todo) },
          ]}
        />
        <h2>{say(TEXTS.limits)}</h2>
        <p>{say(TEXTS.limitsText)}</p>
      </section>
    </Page>
  );
}

const firstCallAt = (endpoint: string): string =>
  [
    `curl -s ${endpoint} \\`,
    "  -H 'content-type: application/json' \\",
    "  -H 'x-api-key: YOUR_KEY' \\",
    `  -d '{"query":"{ viewer { kind id mode scopes keyExpiresAt } }"}'`,
  ].join("\n");
