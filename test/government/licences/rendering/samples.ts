import { DEMO_LICENCE_TYPES } from "../../../../local/demo/licence-types.ts";
import { regionText } from "../../../../services/field/named-region.ts";
import { isRegionCode } from "../../../../services/field/region.ts";
import type { Rendering } from "../../../../services/government/licences/rendering/rendering.ts";
import type { LicenceType } from "../../../../services/government/licences/types/licence-type.ts";
import { checkTypeDraft } from "../../../../services/government/licences/types/type-draft.ts";
import { date } from "../../../../services/kernel/civil-date.ts";
import type { Instant } from "../../../../services/kernel/runtime.ts";

const PUBLISHED_AT = "2026-01-05T01:00:00.000Z" as Instant;

const SAMPLES: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  "business-licence": {
    name: "北京青禾餐饮管理有限公司",
    creditCode: "91110105MA01ABCD5X",
    kind: "有限责任公司（自然人投资或控股）",
    representative: "张伟",
    address: "北京市朝阳区建国路 88 号院 3 号楼 1201 室",
    founded: "2019-04-18",
    scope:
      "一般项目：企业管理；餐饮管理；会议及展览服务；食品销售（仅销售预包装食品）；技术服务、技术开发、技术咨询、技术交流、技术转让、技术推广。" +
      "（除依法须经批准的项目外，凭营业执照依法自主开展经营活动）许可项目：餐饮服务。（依法须经批准的项目，经相关部门批准后方可开展经营活动，" +
      "具体经营项目以相关部门批准文件或许可证件为准）（不得从事国家和本市产业政策禁止和限制类项目的经营活动。）",
  },
  "food-business-licence": {
    name: "北京青禾餐饮管理有限公司",
    creditCode: "91110105MA01ABCD5X",
    representative: "张伟",
    number: "JY11105050876919",
    premises: "北京市朝阳区建国路 88 号院 3 号楼 1 层 101 室",
    businessType: "餐饮服务经营者",
    activities: ["餐饮服务", "食品销售"],
  },
  "residence-permit": {
    name: "王芳",
    idNumber: "11010519491231002X",
    registeredAddress: "河北省石家庄市长安区中山东路 100 号",
    address: "北京市朝阳区望京街道花家地西里 12 号楼 3 单元 502 室",
    district: "110105",
  },
  "disability-certificate": {
    name: "李娜",
    idNumber: "11010519491231002X",
    kind: "肢体",
    grade: "三级",
    validUntil: "2034-05-31",
  },
  "marriage-certificate": {
    name: "王芳",
    idNumber: "11010519491231002X",
    spouseName: "陈强",
    spouseIdNumber: "11010519491231002X",
    registeredOn: "2021-05-20",
  },
  "housing-fund-certificate": {
    name: "王芳",
    idNumber: "11010519491231002X",
    accountNumber: "110108001234",
    balance: "86000.00",
    statedOn: "2026-11-30",
    validUntil: "2026-12-31",
  },
};

export const SAMPLE_CODES: readonly string[] = DEMO_LICENCE_TYPES.map(({ code }) => code);

type Changes = Partial<Omit<Rendering, "version">> & {
  readonly content?: Readonly<Record<string, unknown>>;
  readonly type?: Partial<LicenceType>;
};

/** A page of the demo city's licence of this type, but for what a test changes; of type and content in part. */
export function sampleOf(code: string, { content, type, ...changes }: Changes = {}): Rendering {
  const draft = DEMO_LICENCE_TYPES.find((one) => one.code === code);
  if (!draft) throw new Error(`no type ${code}`);
  const checked = checkTypeDraft(draft);
  if (!checked.ok) throw new Error(checked.error.code);
  const [issuer] = checked.value.issuers;
  if (!issuer) throw new Error(`${code} has no issuer`);
  return {
    version: {
      type: { ...checked.value, ...type, version: 1, publishedAt: PUBLISHED_AT },
      identifier: "1.2.156.3005.2.11100000000013338W032.11220000013544541J.2430599.001.F",
      number: "110105202600012345",
      content: { ...SAMPLES[code], ...content },
      issuer,
      issuedOn: date("2026-06-30"),
      ...(checked.value.validity.kind === "PERMANENT" ? {} : { validUntil: date("2027-06-29") }),
    },
    language: "zh",
    madeAt: "2026-11-30T10:20:00.000Z" as Instant,
    verify:
      "https://city.example/verify#1.2.156.3005.2.11100000000013338W032.11220000013544541J.2430599.001.F",
    regionText: (region) => (isRegionCode(region) ? regionText(region) : undefined),
    ...changes,
  };
}

/** All fields of a sample, SENSITIVE ones too. */
export const allFields = (code: string): readonly string[] => Object.keys(SAMPLES[code] ?? {});
