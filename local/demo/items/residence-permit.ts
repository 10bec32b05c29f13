import { ZERO } from "../../../services/kernel/money.ts";
import { BEIJING, type DemoItem, ID_CARD, PUBLIC_SECURITY } from "./demo-item.ts";
import {
  choice,
  districtOf,
  OWN_ID_NUMBER,
  OWN_MOBILE,
  otherPerson,
  ownName,
  page,
  said,
  textField,
} from "./fields.ts";

/**
 * 居住证申领. Interim Regulations on Residence Permits (居住证暂行条例, State Council order 663), Art. 2: half a year in the
 * city, and steady work, a steady home or continuous schooling; Art. 9: what to bring, and making and issue within 15 days of
 * acceptance, which nobody can extend. Those are calendar days, and the delivery lies within them; outside public holidays they hold at
 * least 10 working days, so that its steps together keep the limit.
 */
export const residencePermit: DemoItem = {
  draft: {
    code: "BJ-GA-JZZSL-001",
    name: { zh: "居住证申领", en: "Residence permit" },
    department: PUBLIC_SECURITY,
    regions: [BEIJING],
    legalBasis: [
      { law: "居住证暂行条例", article: "第二条" },
      { law: "居住证暂行条例", article: "第九条" },
    ],
    audiences: ["NATURAL_PERSON"],
    lifeEvents: ["DAILY_LIFE"],
    channels: ["HALL", "ONLINE"],
    visits: 1,
    promisedWorkingDays: 10,
    statutoryWorkingDays: 15,
    statutoryDays: "CALENDAR",
    limitCoversDelivery: true,
    extensionWorkingDays: 0,
    form: {
      $schema: "https://json-schema.org/draft/2020-12/schema",
      type: "object",
      "x-label": said("居住证申领", "Application for a residence permit"),
      "x-pages": [
        page("申领人", "Applicant", "applicantName", "idNumber", "mobile", "guardian"),
        page("居住", "Residence", "address", "addressRegion", "residentSince", "ground"),
      ],
      properties: {
        applicantName: ownName(said("申领人姓名", "Applicant's name")),
        idNumber: OWN_ID_NUMBER,
        mobile: OWN_MOBILE,
        address: textField(said("居住地住址", "Address of residence"), { minLength: 5, maxLength: 200 }),
        addressRegion: districtOf(said("居住地所在区", "District of residence")),
        residentSince: textField(said("在京居住起始日期", "Resident in Beijing since"), {
          ...{ format: "date", "x-notAfter": "today" },
        }),
        ground: choice(said("申领条件", "Ground of the application"), {
          合法稳定就业: "Steady lawful work",
          合法稳定住所: "A steady lawful home",
          连续就读: "Continuous schooling",
        }),
        guardian: otherPerson(
          said("代为申领的监护人、近亲属", "Guardian or close relative who applies for the applicant"),
        ),
      },
      required: [
        "applicantName",
        "idNumber",
        "mobile",
        "address",
        "addressRegion",
        "residentSince",
        "ground",
      ],
      additionalProperties: false,
    },
    materials: [
      ID_CARD,
      { code: "photo", name: { zh: "本人相片", en: "Photograph of the applicant" }, required: true },
      {
        code: "address-proof",
        name: { zh: "居住地住址证明", en: "Proof of the address" },
        required: true,
      },
      {
        code: "ground-proof",
        name: { zh: "就业、就读证明", en: "Proof of work or schooling" },
        required: false,
      },
    ],
    steps: [
      { code: "accept", name: { zh: "受理", en: "Acceptance" }, role: "acceptor", workingDays: 0 },
      { code: "review", name: { zh: "审核", en: "Review" }, role: "reviewer", workingDays: 4 },
      { code: "decide", name: { zh: "决定", en: "Decision" }, role: "decider", workingDays: 1 },
      { code: "issue", name: { zh: "制证、发证", en: "Making and issue" }, role: "issuer", workingDays: 5 },
    ],
    fee: { amount: ZERO },
    effect: "LICENCE",
    licence: {
      act: "ISSUE",
      type: "residence-permit",
      content: {
        name: { var: "form.applicantName" },
        idNumber: { var: "form.idNumber" },
        address: { var: "form.address" },
        district: { var: "form.addressRegion" },
      },
    },
  },
  rollOut: [{ region: BEIJING, stage: "GENERAL" }],
};
