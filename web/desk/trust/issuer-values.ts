import { instantOf, typedMoment } from "../../shared/format/dates.ts";
import type {
  TrustedIssuerContentFragment,
  TrustedIssuerInput,
  TrustedKeyInput,
  TrustedLicenceTypeInput,
} from "../../shared/generated/graphql.ts";
import { NAME, optionsOf, type Spec } from "../drafts/specs.ts";
import { isOf, localized, trimmedAt } from "../drafts/typed-values.ts";
import { asValues, listAt, readObject, textAt, type Values, writtenOut } from "../drafts/values.ts";
import type { DeskOfficer } from "../use-officer.ts";
import {
  answeredOf,
  answeredSpecs,
  blankAnswered,
  NAMES_OF_TYPE,
  PERIOD,
  periodOf,
  REGION,
} from "./common-specs.ts";
import { ALGORITHMS } from "./trust-words.ts";

const BLANK_KEY: Values = { keyId: "", algorithm: "ES256", publicKey: "", from: "", until: "" };
const BLANK_TYPE: Values = { vct: "", typeCode: "", name: { zh: "", en: "" }, from: "", until: "" };

/** As the draft of an issuer begins. */
export const blankIssuer = (officer: DeskOfficer): Values => ({
  ...{ region: "", creditCode: "", name: { zh: "", en: "" }, platform: "" },
  ...{ keys: [BLANK_KEY], types: [BLANK_TYPE], ...blankAnswered(officer) },
});

/** An issuer as the platform has it, to be typed on. That a key was given away is no part of a draft. */
export function issuerValues(issuer: TrustedIssuerContentFragment): Values {
  const { region, creditCode, name, platform, keys, types, legalBasis, department, regions } = issuer;
  return {
    ...{ region, creditCode, name, platform, legalBasis, department, regions },
    keys: keys.map(({ keyId, algorithm, publicKey, from, until }) => ({
      ...{ keyId, algorithm, publicKey: writtenOut(publicKey) },
      ...{ from: typedMoment(from), until: until === null ? "" : typedMoment(until) },
    })),
    types: types.map((type) => ({ ...type, until: type.until ?? "" })),
  };
}

/** Where it stands in the list, which follows from who it is. */
export const issuerCode = (values: Values): string =>
  `${trimmedAt(values, "region")}.${trimmedAt(values, "creditCode").toUpperCase()}`;

function keyOf(values: Values): TrustedKeyInput {
  const [algorithm, until] = [textAt(values, "algorithm"), textAt(values, "until")];
  const from = textAt(values, "from");
  return {
    keyId: trimmedAt(values, "keyId"),
    algorithm: isOf(ALGORITHMS, algorithm) ? algorithm : "ES256",
    publicKey: { ...readObject(textAt(values, "publicKey")) },
    from: instantOf(from) ?? from,
    ...(until === "" ? {} : { until: instantOf(until) ?? until }),
  };
}

const typeOf = (values: Values): TrustedLicenceTypeInput => ({
  ...{ vct: trimmedAt(values, "vct"), typeCode: trimmedAt(values, "typeCode") },
  ...{ name: localized(values, "name"), ...periodOf(values) },
});

/** Typed values as the platform takes them; they have been looked at for days, times and JSON before. */
export const issuerInput = (values: Values): TrustedIssuerInput => ({
  ...answeredOf(values),
  creditCode: trimmedAt(values, "creditCode").toUpperCase(),
  name: localized(values, "name"),
  platform: trimmedAt(values, "platform"),
  keys: listAt(values, "keys").map((one) => keyOf(asValues(one))),
  types: listAt(values, "types").map((one) => typeOf(asValues(one))),
});

const BASICS: readonly Spec[] = [
  REGION,
  {
    ...{ kind: "text", path: ["creditCode"], label: { zh: "统一社会信用代码", en: "Credit code" } },
    hint: { zh: "18 位；保存后不再改变", en: "18 characters; it stays what it is" },
  },
  ...NAME,
  {
    ...{ kind: "text", path: ["platform"], label: { zh: "平台地址", en: "Address of its platform" } },
    hint: { zh: "https:// 开头，核验请求发往这里", en: "It begins with https://, and answers verifications" },
  },
];

const KEYS: Spec = {
  ...{ kind: "list", path: ["keys"], label: { zh: "公钥", en: "Keys" }, blank: BLANK_KEY },
  one: { zh: "公钥", en: "Key" },
  hint: {
    zh: "不再签发的填停用时间，不要删除：此前签发的证照仍要用它核验。",
    en: "One that signs no longer is given its end and stays: what it has signed is verified by it.",
  },
  entry: [
    { kind: "text", path: ["keyId"], label: { zh: "密钥标识（kid）", en: "Id of the key (kid)" } },
    {
      ...{ kind: "choice", path: ["algorithm"], options: optionsOf(ALGORITHMS) },
      label: { zh: "算法", en: "Algorithm" },
    },
    {
      ...{ kind: "json", path: ["publicKey"], label: { zh: "公钥（JWK）", en: "Public key (JWK)" } },
      hint: {
        zh: '例如 {"kty":"EC","crv":"P-256","x":"…","y":"…"}；含私钥（d）的一律不收',
        en: 'For example {"kty":"EC","crv":"P-256","x":"…","y":"…"}; one with its private part (d) is refused',
      },
    },
    {
      ...{ kind: "moment", path: ["from"], label: { zh: "启用时间", en: "It signs from" } },
      hint: { zh: "北京时间", en: "Beijing time" },
    },
    {
      ...{ kind: "moment", path: ["until"], optional: true, label: { zh: "停用时间", en: "It signs until" } },
      hint: { zh: "北京时间；仍在签发的不填", en: "Beijing time; empty where it still signs" },
    },
  ],
};

const TYPES: Spec = {
  ...{ kind: "list", path: ["types"], label: { zh: "可颁发的证照类型", en: "Types that it may issue" } },
  ...{ blank: BLANK_TYPE, one: { zh: "证照类型", en: "Type" } },
  hint: {
    zh: "期间含首尾两日；不在期间内颁发的不予采用。",
    en: "Periods have their first and last day in them; what was issued outside is not used.",
  },
  entry: [...NAMES_OF_TYPE, ...NAME, ...PERIOD],
};

/** The parts of an issuer's editor, in the order in which they are shown. */
export const issuerSections = (officer: DeskOfficer) => [
  { title: { zh: "颁发机构", en: "The issuer" }, specs: BASICS },
  { title: { zh: "公钥", en: "Its keys" }, specs: [KEYS] },
  { title: { zh: "证照类型", en: "Its types" }, specs: [TYPES] },
  { title: { zh: "依据和责任部门", en: "Law, and who answers for it" }, specs: answeredSpecs(officer) },
];
