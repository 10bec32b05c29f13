import type { Message } from "../kernel/message.ts";

/** The texts of the API itself, and those that many services share. */
export const API_MESSAGES = {
  UNAUTHENTICATED: { zh: "请先登录。", en: "Sign in first." },
  TOKEN_INVALID: { zh: "登录凭证无效。", en: "The sign-in token is not valid." },
  TOKEN_EXPIRED: { zh: "登录凭证已过期，请重新登录。", en: "The sign-in token has expired; sign in again." },
  IDENTITY_NOT_PROVEN: {
    zh: "登录账号尚未完成实名认证。请先在登录平台完成实名认证，再重新登录。",
    en: "The identity of this account is not proven. Have it proven where you signed in, and sign in again.",
  },
  SIGN_IN_UNAVAILABLE: {
    zh: "暂时无法核验登录凭证，请稍后重试。",
    en: "Sign-in tokens cannot be checked right now; try again in a moment.",
  },
  TWO_CREDENTIALS: {
    zh: "一个请求只能携带一个凭证。",
    en: "Send one credential only: a sign-in token or an API key.",
  },
  FORBIDDEN: { zh: "没有权限：仅限{callers}。", en: "Not allowed: this is only for {callers}." },
  CALLERS_ANONYMOUS: { zh: "未登录者", en: "callers who have not signed in" },
  CALLERS_CITIZENS: { zh: "公民", en: "citizens" },
  CALLERS_OFFICERS: { zh: "工作人员", en: "officers" },
  CALLERS_OFFICERS_WITH: { zh: "具有 {roles} 角色的工作人员", en: "officers with the role {roles}" },
  CALLERS_PARTNERS: { zh: "合作企业", en: "partners" },
  CALLERS_PARTNERS_WITH: {
    zh: "密钥（涉及个人数据时还有本人授权）包含 {scopes} 的合作企业",
    en: "partners whose key, and for personal data the person's consent, holds {scopes}",
  },
  OR_ELSE: { zh: "、", en: ", or " },
  FORBIDDEN_INTROSPECTION: {
    zh: "查看接口定义前请先登录。",
    en: "Introspection is for signed-in callers and partners.",
  },
  CONSENT_REQUIRED: {
    zh: "没有该公民有效的授权，请先用 requestConsent 申请。",
    en: "No consent of this citizen is in force; ask for one with requestConsent.",
  },
  SAME_OFFICER: {
    zh: "前一步由您办理，这一步须由另一位工作人员办理。",
    en: "You took the step before this one, so another officer has to take this one.",
  },
  LIMIT_EXCEEDED: {
    zh: "超出限制：{limit} 最大为 {max}。",
    en: "Limit exceeded: {limit} may be at most {max}.",
  },
  INTERNAL: {
    zh: "系统出现故障，请稍后重试，并提供请求编号 {requestId}。",
    en: "Something failed on our side. Try again later, and quote the request id {requestId}.",
  },
  OUTCOME_UNKNOWN: {
    zh: "结果未知：操作可能已完成。请查询后再决定是否重试。",
    en: "The outcome is unknown: the change may stand. Look it up before you try again.",
  },
  MALFORMED_JSON: { zh: "请求正文不是有效的 JSON。", en: "The request body is not valid JSON." },
  NOT_AN_OBJECT: { zh: "请求正文必须是 JSON 对象。", en: "The request body has to be a JSON object." },
  BATCHING_OFF: {
    zh: "不支持批量请求，请逐个发送。",
    en: "Batches are not accepted; send one operation in a request.",
  },
  NO_SUCH_OPERATION: {
    zh: "接口不支持 {operation} 操作。",
    en: "The schema has no operations of the kind {operation}.",
  },
  CONTENT_TYPE: {
    zh: "请以 application/json 类型提交。",
    en: "Send the request with the content type application/json.",
  },
  UNKNOWN_PATH: {
    zh: "没有这个地址，请使用 /graphql。",
    en: "There is nothing here; the API is at /graphql.",
  },
  COST_EXCEEDED: {
    zh: "请求的成本为 {cost}，上限为 {max}：请缩小列表或分成几次请求。",
    en: "The request would cost {cost}, of {max} at most: ask for shorter lists, or in several requests.",
  },
  TOO_MANY_ERRORS: {
    zh: "变量中的错误超过 {max} 处。",
    en: "The variables have more than {max} errors.",
  },
  TEXT_TOO_LONG: {
    zh: "{path} 过长：最多 {max} 个字符。",
    en: "{path} is too long: at most {max} characters.",
  },
  TEXT_MALFORMED: {
    zh: "{path} 不是完整的 Unicode 文本：含有半个字符。",
    en: "{path} is no well-formed Unicode: it holds half a character.",
  },
  JSON_OUT_OF_BOUNDS: {
    zh: "JSON 对象超出限制：最多 {levels} 层、{bytes} 字节，名称最长 {name} 个字符，文本须为完整的 Unicode。",
    en: "The JSON object is out of bounds: at most {levels} levels and {bytes} bytes, names of at most {name} characters, texts in well-formed Unicode, numbers that are finite.",
  },
  NOT_MONEY: {
    zh: '“{value}”不是金额：请用最多两位小数的十进制数，例如 "123.45"。',
    en: '"{value}" is no amount of money: write a decimal with at most two places, such as "123.45".',
  },
  NOT_DECIMAL: { zh: "“{value}”不是十进制数。", en: '"{value}" is no decimal number.' },
  NOT_A_DATE: {
    zh: '“{value}”不是存在的日期：请写成 "2026-06-30"。',
    en: '"{value}" is no date that exists: write it as "2026-06-30".',
  },
  OUT_OF_CALENDAR: {
    zh: "由所给日期推算的日期超出 9999 年。",
    en: "A date that follows from those given lies behind the year 9999.",
  },
  NOT_A_MONTH: {
    zh: '“{value}”不是月份：请写成 "2026-06"。',
    en: '"{value}" is no month: write it as "2026-06".',
  },
  NOT_AN_INSTANT: {
    zh: '“{value}”不是带时区的时间：请写成 "2026-06-30T08:00:00Z"。',
    en: '"{value}" is no instant: write it as "2026-06-30T08:00:00Z".',
  },
  NOT_A_REGION: {
    zh: "“{value}”不是 GB/T 2260 中的行政区划代码。",
    en: '"{value}" is no region code of GB/T 2260.',
  },
  NOT_AN_OBJECT_VALUE: { zh: "这里需要 JSON 对象。", en: "A JSON object is expected here." },
  NULL_VARIABLE: { zh: "变量 {name} 在这里不能为 null。", en: "The variable {name} may not be null here." },
  NOT_A_CURSOR: {
    zh: "游标不属于这个查询，请原样使用 pageInfo 中的值。",
    en: "This cursor does not belong to this query; use the value that pageInfo gave, unchanged.",
  },
  NOT_A_PAGE_SIZE: { zh: "first 必须是 1 到 {max} 的整数。", en: "first has to be between 1 and {max}." },
  CONTROL_CHARACTERS: {
    zh: "文本中不能有控制字符。",
    en: "Text may not hold control characters.",
  },
  TEXT_LENGTH: {
    zh: "长度必须为 {min} 到 {max} 个字符。",
    en: "The length has to be {min} to {max} characters.",
  },
  NOT_FOUND: { zh: "没有找到。", en: "Not found." },
  NOT_ALLOWED_NOW: {
    zh: "现在不能这样做：状态为“{state}”。",
    en: "Not possible now: it stands at “{state}”.",
  },
  IDEMPOTENCY_MISMATCH: {
    zh: "同一个幂等键已用于另一份内容。",
    en: "This idempotency key was used with another input.",
  },
  SECRET_NO_LONGER_SHOWN: {
    zh: "此幂等键已签发过 {about}，超过 {minutes} 分钟后不再显示其密文。请吊销或放弃它，换用新的幂等键重新办理。",
    en: "{about} was issued under this idempotency key more than {minutes} minutes ago, so its secret is not shown again. Revoke or leave it, and ask anew with another key.",
  },
  OUTSIDE_JURISDICTION: {
    zh: "不属于您的管辖范围。",
    en: "This is outside your jurisdiction.",
  },
  CREDIT_CODE_INVALID: {
    zh: "统一社会信用代码有误（校验位不符）。",
    en: "The unified social credit code is not valid (its check character does not match).",
  },
  TOO_MANY: { zh: "最多 {max} 个。", en: "At most {max}." },
  IDEMPOTENCY_KEY_INVALID: {
    zh: "幂等键必须为 8 到 100 个可见字符。",
    en: "The idempotency key has to be 8 to 100 visible characters.",
  },
  NOT_A_NUMBER: {
    zh: "编号必须为 1 到 32 个字母、数字或连字符。",
    en: "A number has to be 1 to 32 letters, digits or hyphens.",
  },
  TOO_MANY_GUESSES: {
    zh: "查询失败次数过多，请稍后再试。",
    en: "Too many wrong guesses; try again later.",
  },
} as const satisfies Readonly<Record<string, Message>>;

type Texts = typeof API_MESSAGES;

declare module "../kernel/message.ts" {
  interface MessageTexts extends Texts {}
}
