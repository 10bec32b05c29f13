import type { Message } from "../../../kernel/message.ts";

/** The texts about the trust list and about licences of other regions. */
export const TRUST_MESSAGES = {
  TRUST_TOO_LARGE: { zh: "内容最大为 {max} 字节。", en: "This may take at most {max} bytes." },
  TRUST_LEGAL_BASIS_MISSING: {
    zh: "没有法律依据的互认不能生效。",
    en: "Nothing of another region is recognised without a legal basis.",
  },
  REGION_NOT_FOREIGN: {
    zh: "这是本地区，或包含本地区：信任清单只记载其他地区。",
    en: "This is a region of our own, or around one: the trust list is of other regions.",
  },
  TRUST_PERIOD_REVERSED: { zh: "截止时间不能早于起始时间。", en: "It ends before it begins." },
  KEY_MISSING: { zh: "至少登记一个公钥。", en: "State at least one key." },
  TRUSTED_TYPE_MISSING: {
    zh: "至少登记一个可颁发的证照类型。",
    en: "State at least one type that it may issue.",
  },
  PLATFORM_ADDRESS_INVALID: {
    zh: "平台地址须以 https:// 开头，不含用户名、查询参数和片段。",
    en: "The platform's address begins with https://, without a user name, query or fragment.",
  },
  PUBLIC_KEY_INVALID: {
    zh: "不是该算法的公钥（JWK，曲线上的点）；含私钥（d）的一律不收。",
    en: "This is no public key of the algorithm (a JWK, a point of its curve); one that holds a private key (d) is refused.",
  },
  KEY_ID_TAKEN: {
    zh: "密钥标识“{keyId}”已属于另一个公钥，请用新的标识。",
    en: 'The key id "{keyId}" is another key\'s; give the new key an id of its own.',
  },
  KEY_NOT_UNIQUE: { zh: "同一个公钥登记了两次。", en: "This key is stated twice." },
  KEY_COMPROMISED: {
    zh: "这个公钥已登记为泄露，不能再用。",
    en: "This key is on record as given away and cannot come back.",
  },
  KEY_UNKNOWN: { zh: "该颁发机构没有登记这个密钥。", en: "The issuer has no key of this id in the list." },
  COMPROMISE_IN_FUTURE: { zh: "泄露时间不能晚于现在。", en: "A key cannot be given away later than now." },
  OWN_TYPE_UNKNOWN: {
    zh: "没有已发布的证照类型“{type}”。",
    en: 'There is no licence type "{type}" in force here.',
  },
  FIELD_UNKNOWN: {
    zh: "本地类型的内容没有字段“{field}”。",
    en: 'The type\'s content has no field "{field}".',
  },
  FIELD_UNMAPPED: {
    zh: "必填字段“{field}”没有对应的来源，不能作完全对应。",
    en: 'The required field "{field}" is taken from nothing, so the equivalence is not full.',
  },
  MAPPING_OUTSIDE_TYPE: {
    zh: "适用地区须在本地证照类型的地区之内。",
    en: "A mapping holds only within the regions of our own type.",
  },
  MAPPING_OVERLAPS: {
    zh: "对应“{code}”已在相同日期和地区规定了这一类型。",
    en: 'The mapping "{code}" speaks of this type on some of the same days, in the same place.',
  },
  HOLDER_NUMBER_NOT_IN_TYPE: {
    zh: "本地类型“{type}”的内容没有平台认得的持证人号码（x-held），其他地区的证照不能凭它代替任何材料。",
    en: 'The content of our type "{type}" has no number of its holder that the platform knows (x-held): by this no licence of another region ever fills a material.',
  },
  HOLDER_NUMBER_UNMAPPED: {
    zh: "持证人号码字段（{fields}）没有对应的来源，其他地区的证照不能凭此代替任何材料。",
    en: "The number of the holder ({fields}) is taken from nothing: by this no licence of another region ever fills a material.",
  },
  MAPPING_OVER: {
    zh: "截止日期已过，这个对应不会被用到。",
    en: "Its last day is over, so that nothing is recognised by it.",
  },
  MAPPING_WITHOUT_ISSUER: {
    zh: "清单里还没有哪个颁发机构可以颁发这一类型（凭证类型和类型代码都一致，地区相合）。",
    en: "No issuer in the list may issue this type yet, by both of its names and for these regions.",
  },
  MAPPING_IDENTITY_CHANGED: {
    zh: "生效之后不能改为另一类型，请新建一个对应。",
    en: "Once agreed to, a mapping stays with its type; draft another one.",
  },
  UNTRUSTED_REGION: {
    zh: "{licence}未能采用：本地尚未承认{region}的电子证照。请提交纸质材料或本地证照。",
    en: "{licence} was not used: no electronic licences of {region} are recognised here yet. Hand in the paper, or a licence of this region.",
  },
  UNTRUSTED_ISSUER: {
    zh: "{licence}未能采用：其颁发机构（{issuer}，{region}）不在信任清单内。",
    en: "{licence} was not used: its issuer ({issuer}, {region}) is not in the trust list.",
  },
  TYPE_OUTSIDE_ISSUER: {
    zh: "{licence}未能采用：{issuer}在签发之日（{day}）无权颁发这一类型。",
    en: "{licence} was not used: on the day of its issue ({day}) {issuer} might not issue this type.",
  },
  UNMAPPED: {
    zh: "{licence}（{issuer}颁发）未能采用：尚未规定它对应本地的哪一种证照。",
    en: "{licence}, issued by {issuer}, was not used: it is not settled which licence of this region it stands for.",
  },
  NOT_EQUIVALENT: {
    zh: "{licence}（{issuer}颁发）未能采用：已认定它不能代替本地的“{own}”。",
    en: "{licence}, issued by {issuer}, was not used: it was found not to stand for the {own} of this region.",
  },
  PARTIAL: {
    zh: "{licence}（{issuer}颁发）未能采用：它只部分对应本地的“{own}”，请另行提交该材料。",
    en: "{licence}, issued by {issuer}, was not used: it stands for the {own} of this region only in part; hand that in as well.",
  },
  FOREIGN_LICENCE_NOT_VALID: {
    zh: "{licence}（{issuer}颁发）未能采用：经核验无效，{reason}。",
    en: "{licence}, issued by {issuer}, was not used: it was verified and is not valid: {reason}.",
  },
  FOREIGN_LICENCE_UNKNOWN: {
    zh: "{licence}（{issuer}颁发）暂未采用：现在无法核验，{reason}。请稍后再试，或提交纸质材料。",
    en: "{licence}, issued by {issuer}, was not used: it cannot be verified now: {reason}. Try again later, or hand in the paper.",
  },
  CONTENT_UNFIT: {
    zh: "{licence}（{issuer}颁发）未能采用：其内容不足以代替本地的“{own}”（{fields}）。",
    en: "{licence}, issued by {issuer}, was not used: what it says does not make a {own} of this region ({fields}).",
  },
} as const satisfies Readonly<Record<string, Message>>;

type Texts = typeof TRUST_MESSAGES;

declare module "../../../kernel/message.ts" {
  interface MessageTexts extends Texts {}
}
