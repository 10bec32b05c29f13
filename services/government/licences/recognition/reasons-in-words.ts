import type { Message } from "../../../kernel/message.ts";
import type { Reason } from "../credentials/reasons.ts";

/** Why the other platform's lists tell nothing. */
type ListReason = "PLATFORM_SILENT" | "ISSUERS_OVER" | "ISSUERS_UNREADABLE" | "ISSUERS_ROLLED_BACK";

const forged = { zh: "内容或签名不符，可能被篡改", en: "its text or its signature does not match" };
const elsewhere = { zh: "不是为本次申请出示的", en: "it was not shown for this application" };
const unsigned = { zh: "没有持证人手机的签名", en: "its holder's phone has not signed it" };
const otherCopy = { zh: "是用于其他用途的复制件", en: "it is a copy for another purpose" };
const silent = { zh: "对方平台没有答复", en: "the platform of its region does not answer" };
const noKey = { zh: "没有核验所需的公钥", en: "the key by which it could be verified is not known" };
const outside = { zh: "颁发机构当时无权颁发", en: "its issuer might not issue it then" };
const statusUnknown = { zh: "查不到它的状态", en: "its status cannot be looked up" };

/** Each reason for people, as the end of a sentence. */
const WORDS: Readonly<Record<Reason | ListReason, Message>> = {
  MALFORMED: { zh: "格式不对", en: "it is none that can be read" },
  TYPE_NOT_ASKED_FOR: outside,
  UNTRUSTED_ISSUER: outside,
  TYPE_NOT_OF_ISSUER: outside,
  ISSUER_OUT_OF_PERIOD: outside,
  KEY_OF_ANOTHER_ISSUER: {
    zh: "签名的密钥不属于该颁发机构",
    en: "the key that has signed it is not its issuer's",
  },
  KEY_OUT_OF_PERIOD: { zh: "签名的密钥当时不在有效期内", en: "the key that has signed it did not hold then" },
  KEY_COMPROMISED: { zh: "签名的密钥已泄露", en: "the key that has signed it was given away" },
  BAD_SIGNATURE: forged,
  DISCLOSURE_NOT_SIGNED: forged,
  ISSUED_IN_FUTURE: { zh: "签发时间在未来", en: "it was signed in the future" },
  NOT_YET_VALID: { zh: "尚未生效", en: "it is not valid yet" },
  EXPIRED: { zh: "已过期", en: "it has expired" },
  SUSPENDED: { zh: "已暂停", en: "it is suspended" },
  REVOKED: { zh: "已撤销或注销", en: "it was revoked or cancelled" },
  SUPERSEDED: { zh: "已被新的版本取代", en: "a newer version has taken its place" },
  BINDING_MISSING: unsigned,
  CREDENTIAL_UNBOUND: unsigned,
  BINDING_NOT_ASKED_FOR: unsigned,
  WRONG_HOLDER_KEY: { zh: "出示它的不是持证人的手机", en: "another phone than its holder's shows it" },
  OTHER_TEXT_BOUND: forged,
  WRONG_AUDIENCE: elsewhere,
  WRONG_NONCE: elsewhere,
  PRESENTED_IN_FUTURE: { zh: "出示时间在未来", en: "it was shown in the future" },
  PRESENTED_TOO_LONG_AGO: { zh: "出示已超时，请重新出示", en: "it was shown too long ago; show it again" },
  REPLAYED: { zh: "已使用过一次，请重新出示", en: "it was used before; show it again" },
  COPY_MISSING: otherCopy,
  COPY_NOT_ASKED_FOR: otherCopy,
  COPY_FOR_ANOTHER_VERIFIER: otherCopy,
  COPY_OVER: { zh: "复制件已过期", en: "the copy is over" },
  KEYS_STALE: noKey,
  TRUST_STALE: noKey,
  UNKNOWN_KEY: noKey,
  UNKNOWN_ALGORITHM: {
    zh: "不能核验它的签名算法",
    en: "its signature is of an algorithm that cannot be verified",
  },
  SIGNING_TIME_UNPROVEN: {
    zh: "签名的密钥后来泄露，请更新证照后再出示",
    en: "the key that has signed it was given away later; have the phone fetch the licence anew",
  },
  NO_STATUS: statusUnknown,
  STATUS_NOT_AT_HAND: statusUnknown,
  UNKNOWN_STATUS: statusUnknown,
  STATUS_STALE: { zh: "对方平台的状态名单已过时", en: "the list of its status is out of date" },
  STATUS_ROLLED_BACK: {
    zh: "对方平台的状态名单比之前的旧",
    en: "the list of its status is older than one of before",
  },
  PLATFORM_SILENT: silent,
  ISSUERS_OVER: { zh: "对方平台的颁发机构名单已过时", en: "the list of its region's issuers is out of date" },
  ISSUERS_UNREADABLE: {
    zh: "对方平台的颁发机构名单不能核验",
    en: "the list of its region's issuers cannot be verified",
  },
  ISSUERS_ROLLED_BACK: {
    zh: "对方平台的颁发机构名单比之前的旧",
    en: "the list of its region's issuers is older than one of before",
  },
};

/** A reason in words, without a full stop. */
export const wordsFor = (reason: Reason | ListReason): Message => WORDS[reason];
