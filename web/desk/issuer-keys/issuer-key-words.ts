import type { IssuerKeyStanding, Mode } from "../../shared/generated/graphql.ts";
import type { Text } from "../../shared/texts/text.ts";
import type { Tone } from "../../shared/texts/tone.ts";

export const STANDINGS: Readonly<Record<IssuerKeyStanding, { readonly text: Text; readonly tone: Tone }>> = {
  PROPOSED: { text: { zh: "待另一人同意", en: "Waits for a second officer" }, tone: "act" },
  TO_COME: { text: { zh: "将启用", en: "To come" }, tone: "wait" },
  VALID: { text: { zh: "有效，可以签发", en: "Valid: it signs" }, tone: "good" },
  ENDED: { text: { zh: "已停用", en: "Ended" }, tone: "plain" },
  COMPROMISED: { text: { zh: "已泄露", en: "Stolen" }, tone: "bad" },
};

export const MODES: Readonly<Record<Mode, Text>> = {
  LIVE: { zh: "正式环境", en: "Live" },
  TEST: { zh: "测试环境", en: "Test" },
};

/** A key by the beginning of its id, which tells it from the others of its authority. */
export const keyName = (keyId: string): Text => ({
  zh: `密钥 ${keyId.slice(0, 8)}`,
  en: `Key ${keyId.slice(0, 8)}`,
});
