export type Message = { readonly zh: string; readonly en: string };

/** What people read, by its code. `{gaps}` are filled from the error or refusal. */
export const MESSAGES = {
  UNAUTHENTICATED: { zh: "请先登录。", en: "Sign in first." },
  TOKEN_INVALID: { zh: "登录凭证无效。", en: "The sign-in token is not valid." },
  TOKEN_EXPIRED: { zh: "登录凭证已过期，请重新登录。", en: "The sign-in token has expired; sign in again." },
  KEY_MALFORMED: {
    zh: "API 密钥不完整或有误，请检查是否完整复制。",
    en: "The API key is incomplete or mistyped; check that all of it was copied.",
  },
  KEY_REFUSED: { zh: "API 密钥不被接受。", en: "The API key is not accepted." },
  KEY_EXPIRED: { zh: "API 密钥已过期，请换发。", en: "The API key has expired; rotate it." },
  KEY_REVOKED: { zh: "API 密钥已吊销。", en: "The API key has been revoked." },
  KEY_NETWORK: {
    zh: "API 密钥不允许从当前网络地址使用。",
    en: "The API key may not be used from this network address.",
  },
  PARTNER_SUSPENDED: { zh: "合作单位已被暂停。", en: "The partner is suspended." },
  TWO_CREDENTIALS: {
    zh: "一个请求只能携带一个凭证。",
    en: "Send one credential only: a sign-in token or an API key.",
  },
  FORBIDDEN: { zh: "无权访问。", en: "You may not read this." },
  FORBIDDEN_INTROSPECTION: {
    zh: "查看接口定义前请先登录。",
    en: "Introspection is for signed-in callers and partners.",
  },
  CONSENT_REQUIRED: {
    zh: "没有该公民有效的授权，请先用 requestConsent 申请。",
    en: "No consent of this citizen is in force; ask for one with requestConsent.",
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
  NOT_MONEY: {
    zh: '“{value}”不是金额：请用最多两位小数的十进制数，例如 "123.45"。',
    en: '"{value}" is no amount of money: write a decimal with at most two places, such as "123.45".',
  },
  NOT_DECIMAL: { zh: "“{value}”不是十进制数。", en: '"{value}" is no decimal number.' },
  NOT_A_DATE: {
    zh: '“{value}”不是存在的日期：请写成 "2026-06-30"。',
    en: '"{value}" is no date that exists: write it as "2026-06-30".',
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
    zh: "当前状态（{state}）不允许这样做；可以做：{actions}。",
    en: "Not possible in the state {state}; possible now: {actions}.",
  },
  IDEMPOTENCY_MISMATCH: {
    zh: "同一个幂等键已用于另一份内容。",
    en: "This idempotency key was used with another input.",
  },
  SAME_OFFICER: {
    zh: "批准入驻的人不能再开通正式环境，请由另一位负责人办理。",
    en: "The officer who approved cannot grant live access as well; another one has to.",
  },
  OUTSIDE_JURISDICTION: {
    zh: "该事项不属于您的管辖范围。",
    en: "This item is outside your jurisdiction.",
  },
  NOT_PUBLISHABLE: {
    zh: "草稿尚不能发布，请先解决列出的问题。",
    en: "The draft cannot be published yet; resolve what is listed.",
  },
  LEGAL_BASIS_MISSING: {
    zh: "没有法律依据的事项不能发布。",
    en: "An item without a legal basis cannot be published.",
  },
  PROMISED_ABOVE_STATUTORY: {
    zh: "承诺时限不能超过法定时限（{max} 个工作日）。",
    en: "The promised time cannot exceed the statutory {max} working days.",
  },
  STEPS_ABOVE_STATUTORY: {
    zh: "各环节共 {days} 个工作日，超过法定时限（{max} 个工作日）。",
    en: "The steps take {days} working days together, more than the statutory {max}.",
  },
  WORKING_DAYS_OUT_OF_RANGE: {
    zh: "工作日数必须为 {min} 到 {max}。",
    en: "Working days have to be {min} to {max}.",
  },
  VISITS_OUT_OF_RANGE: { zh: "到现场次数必须为 {min} 到 {max}。", en: "Visits have to be {min} to {max}." },
  FEE_NEGATIVE: { zh: "收费不能为负数。", en: "A fee cannot be negative." },
  FORM_INVALID: {
    zh: "表单不是有效的 JSON Schema（2020-12）：{problem}。",
    en: "The form is not a valid JSON Schema (draft 2020-12): {problem}.",
  },
  FORM_TOO_LARGE: { zh: "表单最大为 {max} 字节。", en: "The form may take at most {max} bytes." },
  FORM_TOO_DEEP: { zh: "表单最多嵌套 {max} 层。", en: "The form may nest at most {max} levels deep." },
  ITEM_TOO_LARGE: { zh: "事项内容最大为 {max} 字节。", en: "The item may take at most {max} bytes." },
  TEXT_MISSING: { zh: "这里需要文字。", en: "Text is missing here." },
  REGION_MISSING: { zh: "至少指定一个地区。", en: "Name at least one region." },
  AUDIENCE_MISSING: { zh: "至少指定一类办理对象。", en: "Name at least one audience." },
  CHANNEL_MISSING: { zh: "至少指定一种办理渠道。", en: "Name at least one channel." },
  STEP_MISSING: { zh: "至少指定一个办理环节。", en: "Name at least one step." },
  CODE_NOT_UNIQUE: { zh: "编码“{value}”重复。", en: 'The code "{value}" is used twice.' },
  CODE_INVALID: {
    zh: "编码必须为 1 到 {max} 位字母、数字、“.”、“_”或“-”。",
    en: "Codes are 1 to {max} letters, digits, dots, underscores or hyphens.",
  },
  ITEM_CODE_INVALID: {
    zh: "事项编码必须为 {min} 到 {max} 位字母、数字或连字符。",
    en: "An item's code is {min} to {max} letters, digits or hyphens.",
  },
  REGION_NOT_OFFERED: {
    zh: "已发布的事项不在该地区（{region}）办理。",
    en: "The published item is not offered in region {region}.",
  },
  NO_TARIFF: {
    zh: "没有该地区（{region}）{on} 的 {kind} 价格。",
    en: "No {kind} tariff of region {region} is known for {on}.",
  },
  NO_NETWORK: {
    zh: "没有 {region} 的轨道交通线网数据。",
    en: "The stations of {region} are not known.",
  },
  STATION_UNKNOWN: {
    zh: "没有车站 {station}；车站代码见 transitStations。",
    en: "There is no station {station}; transitStations names them.",
  },
  NO_FARE: {
    zh: "没有该地区（{region}）{on} 的 {mode} 票价。",
    en: "No {mode} fare of region {region} is known for {on}.",
  },
  DISTANCE_OUT_OF_RANGE: { zh: "里程必须为 0 到 {max} 公里。", en: "A distance has to be 0 to {max} km." },
  SPEND_NEGATIVE: { zh: "本月支出不能为负数。", en: "What was spent in the month cannot be negative." },
  NO_TIME_OF_USE: {
    zh: "该地区（{region}）的 {kind} 价格没有峰谷分时。",
    en: "The {kind} tariff of region {region} has no prices by time of use.",
  },
  USAGE_OR_TIME_OF_USE: { zh: "usage 与 timeOfUse 须填且只填一项。", en: "Give either usage or timeOfUse." },
  PERIOD_OUT_OF_RANGE: {
    zh: "计费周期必须为 1 到 {max} 天。",
    en: "A billing period has to be 1 to {max} days long.",
  },
  HOUSEHOLD_SIZE_OUT_OF_RANGE: { zh: "家庭人口须为 1 到 {max}。", en: "A household has 1 to {max} persons." },
  USAGE_OUT_OF_RANGE: { zh: "用量必须为 0 到 {max}。", en: "Usage has to be 0 to {max}." },
  CREDIT_CODE_INVALID: {
    zh: "统一社会信用代码有误（校验位不符）。",
    en: "The unified social credit code is not valid (its check character does not match).",
  },
  PHONE_INVALID: { zh: "电话号码有误。", en: "The phone number is not valid." },
  EMAIL_INVALID: { zh: "电子邮箱有误。", en: "The email address is not valid." },
  SCOPES_EMPTY: { zh: "至少选择一项权限。", en: "Name at least one scope." },
  SCOPES_NOT_GRANTED: { zh: "超出已批准的权限：{scopes}。", en: "More than was granted: {scopes}." },
  SCOPES_NOT_REQUESTED: { zh: "超出申请的权限：{scopes}。", en: "More than was asked for: {scopes}." },
  SCOPES_NOT_PERSONAL: {
    zh: "这些权限不涉及个人数据：{scopes}。",
    en: "These scopes open no personal data: {scopes}.",
  },
  DAYS_OUT_OF_RANGE: { zh: "天数必须为 1 到 {max}。", en: "Days have to be 1 to {max}." },
  GRACE_OUT_OF_RANGE: { zh: "宽限小时数必须为 0 到 {max}。", en: "Grace hours have to be 0 to {max}." },
  EXPIRY_OUT_OF_RANGE: {
    zh: "有效期必须在将来，正式密钥最长 {max} 天。",
    en: "The expiry has to lie in the future, for a live key within {max} days.",
  },
  NETWORK_INVALID: {
    zh: "“{value}”不是 CIDR 网络地址。",
    en: '"{value}" is no network in CIDR notation, such as 203.0.113.0/24 or 2001:db8::/32.',
  },
  TOO_MANY: { zh: "最多 {max} 个。", en: "At most {max}." },
  LIVE_ACCESS_MISSING: {
    zh: "尚未开通正式环境，只能创建测试密钥。",
    en: "Live access has not been granted; only test keys can be made.",
  },
  IDEMPOTENCY_KEY_INVALID: {
    zh: "幂等键必须为 8 到 100 个可见字符。",
    en: "The idempotency key has to be 8 to 100 visible characters.",
  },
} as const satisfies Record<string, Message>;
