import type { Text } from "../../shared/texts/text.ts";

/** A code in `extensions.code`, with the HTTP status of its answer. */
export type ErrorCode = { readonly code: string; readonly status: string; readonly todo: Text };

export const CODES: readonly ErrorCode[] = [
  {
    ...{ code: "UNAUTHENTICATED", status: "401" },
    todo: {
      zh: "带上一个有效的凭证；密钥有问题时，消息会说明原因。",
      en: "Send one valid credential; the message says what is wrong with a key of yours.",
    },
  },
  {
    ...{ code: "FORBIDDEN", status: "200" },
    todo: {
      zh: "比较 requiredScopes 和 grantedScopes：密钥缺少权限。",
      en: "Compare requiredScopes with grantedScopes: the key lacks a scope.",
    },
  },
  {
    ...{ code: "CONSENT_REQUIRED", status: "200" },
    todo: {
      zh: "先用 requestConsent（或本控制台）请市民同意。",
      en: "Ask the citizen first, by requestConsent or here in the console.",
    },
  },
  {
    ...{ code: "BAD_USER_INPUT", status: "200, 400" },
    todo: { zh: "改正消息指出的值。", en: "Correct the value that the message names." },
  },
  {
    ...{ code: "LIMIT_EXCEEDED", status: "400, 413" },
    todo: {
      zh: "limit 和 max 说明超过了什么；缩短列表，或分成几个请求。",
      en: "limit and max say what was too much: ask for shorter lists, or in several requests.",
    },
  },
  {
    ...{ code: "UNAVAILABLE", status: "503" },
    todo: { zh: "什么都没有发生，稍后重试。", en: "Nothing was done; try again in a moment." },
  },
  {
    ...{ code: "INTERNAL", status: "200" },
    todo: { zh: "稍后重试。", en: "Try again later." },
  },
  {
    ...{ code: "OUTCOME_UNKNOWN", status: "200" },
    todo: {
      zh: "可能已经办成：先查看，或用同样的 idempotencyKey 再发一次。",
      en: "It may stand: look, or send the same again with the same idempotencyKey.",
    },
  },
  {
    ...{ code: "—", status: "429" },
    todo: {
      zh: "太频繁了，按 retry-after 等待后再试。",
      en: "Too many requests: wait as retry-after says.",
    },
  },
];
