import { BEIJING, type DemoItem, ID_CARD } from "./demo-item.ts";
import {
  APPLICANT_NAME,
  choice,
  confirmation,
  FUND_ACCOUNT,
  OWN_ID_NUMBER,
  OWN_MOBILE,
  PAYOUT_ACCOUNT,
  page,
  said,
  textField,
} from "./fields.ts";
import { FUND_ITEM, OPEN_ACCOUNT, OWN_IDENTITY, SAMPLE_PERCENT, SOMETHING_TO_DRAW } from "./fund-rules.ts";

/**
 * 离休、退休提取住房公积金. Regulations on the Management of Housing Provident Fund (住房公积金管理条例), Art. 24 (1) no. 2;
 * Art. 24 (2): it closes the account; Art. 25: decision within 3 days of acceptance.
 */
export const retirementWithdrawal: DemoItem = {
  draft: {
    ...FUND_ITEM,
    code: "BJ-GJJ-TXTQ-001",
    name: { zh: "离休、退休提取住房公积金", en: "Housing-fund withdrawal on retirement" },
    legalBasis: [
      { law: "住房公积金管理条例", article: "第二十四条第一款第二项" },
      { law: "住房公积金管理条例", article: "第二十四条第二款" },
      { law: "住房公积金管理条例", article: "第二十五条" },
    ],
    lifeEvents: ["RETIREMENT"],
    form: {
      $schema: "https://json-schema.org/draft/2020-12/schema",
      type: "object",
      "x-label": said("离休、退休提取住房公积金申请", "Application to draw the housing fund on retirement"),
      "x-pages": [
        page("申请人", "Applicant", "applicantName", "idNumber", "mobile", "fundAccount"),
        page("离退休", "Retirement", "kind", "retiredOn"),
        page("收款", "Payment", "payoutAccount", "closesAccount"),
      ],
      properties: {
        applicantName: APPLICANT_NAME,
        idNumber: OWN_ID_NUMBER,
        mobile: OWN_MOBILE,
        fundAccount: FUND_ACCOUNT,
        kind: choice(said("离退休类别", "Kind of retirement"), {
          ...{ 离休: "As a veteran cadre", 退休: "At the statutory age", 提前退休: "Early" },
        }),
        retiredOn: textField(said("离退休日期", "Retired on"), { format: "date", "x-notAfter": "today" }),
        payoutAccount: PAYOUT_ACCOUNT,
        closesAccount: confirmation(
          said("知悉提取后注销住房公积金账户", "I know that the housing-fund account is closed then"),
          true,
        ),
      },
      required: [
        "applicantName",
        "idNumber",
        "mobile",
        "kind",
        "retiredOn",
        "payoutAccount",
        "closesAccount",
      ],
      additionalProperties: false,
    },
    materials: [
      ID_CARD,
      {
        code: "retirement-certificate",
        name: { zh: "离休、退休证明", en: "Proof of retirement" },
        required: true,
        replacedByLicence: "retirement-certificate",
      },
    ],
    effect: "HOUSING_FUND_RETIREMENT",
    rule: {
      samplePercent: SAMPLE_PERCENT,
      checks: [
        ...[OWN_IDENTITY, OPEN_ACCOUNT],
        {
          code: "sealed-account",
          name: {
            zh: "账户已由单位封存，不再缴存",
            en: "The account is sealed: nothing is paid into it any more",
          },
          failed: {
            zh: "查到您的住房公积金账户：{facts.housingFund.status}。退休提取须账户已由单位封存。",
            en: "Your housing-fund account was found to be: {facts.housingFund.status}. On retirement it has to be sealed by the employer.",
          },
          advice: {
            zh: "单位应在劳动关系终止后 30 日内封存，请联系单位办理；封存前由工作人员核对您的申请。",
            en: "Your employer has to seal it within 30 days of the end of the employment: ask for it. Until then a person looks at your application.",
          },
          // An account that is still paid into speaks against a retirement.
          holds: { "!==": [{ var: "facts.housingFund.status" }, "ACTIVE"] },
          otherwise: "ROUTE",
          ground: { law: "住房公积金管理条例", article: "第十五条" },
        },
        {
          code: "ordinary-retirement",
          name: { zh: "达到法定退休年龄退休", en: "Retirement at the statutory age" },
          failed: {
            zh: "您填写的是离休或提前退休。系统只能核对达到法定退休年龄的退休。",
            en: "You state that you retire early, or as a veteran cadre. Only a retirement at the statutory age can be told by rule.",
          },
          advice: {
            zh: "请上传离休、退休证明；由工作人员核对后决定。",
            en: "Upload the proof of retirement. A person looks at it and decides.",
          },
          // An applicant who retires early, or is a veteran cadre, brings a proof that a person reads.
          holds: { "===": [{ var: "form.kind" }, "退休"] },
          otherwise: "ROUTE",
          ground: { law: "住房公积金管理条例", article: "第二十四条第一款第二项" },
        },
        {
          code: "retirement-age",
          name: { zh: "已达到法定退休年龄", en: "The statutory retirement age is reached" },
          failed: {
            zh: "按您的身份证号码，今天您还没有达到法定退休年龄。达到后才能按法定退休提取。",
            en: "By your identity number you have not reached the statutory retirement age today. It has to be reached.",
          },
          advice: {
            zh: "达到法定退休年龄后再申请。已提前退休的，请选“提前退休”并上传证明，由工作人员决定。",
            en: "Apply again once you have. If you have retired early, say so and upload the proof: a person decides then.",
          },
          holds: { "===": [{ var: "facts.housingFund.isOfRetirementAge" }, true] },
          otherwise: "REJECT",
          ground: { law: "全国人大常委会关于实施渐进式延迟法定退休年龄的决定", article: "第一条" },
        },
        {
          code: "retirement-as-stated",
          name: {
            zh: "填写的离退休日期与年龄、缴存记录相符",
            en: "The stated day of retirement agrees with age and contributions",
          },
          failed: {
            zh: "您填写的离退休日期，早于法定退休年龄，或其后仍有缴存。须与年龄和缴存记录相符。",
            en: "The day of retirement that you state lies before the statutory age, or was followed by contributions. It has to agree with both.",
          },
          advice: {
            zh: "日期有误的，请更正后再申请；无误的，请上传离休、退休证明，由工作人员核对后决定。",
            en: "If it is a mistake, apply again with it put right. If not, upload the proof of retirement: a person looks at it and decides.",
          },
          holds: { "===": [{ var: "facts.housingFund.isRetiredAsStated" }, true] },
          otherwise: "ROUTE",
          ground: { law: "住房公积金管理条例", article: "第二十四条第一款第二项" },
        },
        SOMETHING_TO_DRAW,
      ],
    },
  },
  rollOut: [{ region: BEIJING, stage: "GENERAL" }],
};
