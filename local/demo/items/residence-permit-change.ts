import { ZERO } from "../../../services/kernel/money.ts";
import { BEIJING, type DemoItem, PUBLIC_SECURITY } from "./demo-item.ts";
import { districtOf, OWN_MOBILE, page, said, textField } from "./fields.ts";

/**
 * 居住证信息变更: the address of residence is among what a permit says (居住证暂行条例, State Council order 663, Art. 4). The permit
 * keeps its number and its end.
 */
export const residencePermitChange: DemoItem = {
  draft: {
    code: "BJ-GA-JZZBG-001",
    name: { zh: "居住证信息变更", en: "Residence permit: change of address" },
    department: PUBLIC_SECURITY,
    regions: [BEIJING],
    legalBasis: [{ law: "居住证暂行条例", article: "第四条" }],
    audiences: ["NATURAL_PERSON"],
    lifeEvents: ["DAILY_LIFE"],
    channels: ["ONLINE", "HALL"],
    visits: 0,
    promisedWorkingDays: 3,
    statutoryWorkingDays: 20,
    form: {
      $schema: "https://json-schema.org/draft/2020-12/schema",
      type: "object",
      "x-label": said("居住证信息变更申请", "Application to change a residence permit"),
      "x-pages": [
        page("居住证", "Permit", "permitNumber", "mobile"),
        page("新居住地", "New residence", "address", "addressRegion"),
      ],
      properties: {
        permitNumber: textField(said("居住证编号", "Number of the permit"), {
          ...{ pattern: "^[0-9A-Z]{1,40}$", examples: ["JZ110105000123"] },
          "x-hint": said("电子居住证上的编号。", "As it stands on the electronic permit."),
        }),
        mobile: OWN_MOBILE,
        address: textField(said("居住地住址", "Address of residence"), { minLength: 5, maxLength: 200 }),
        addressRegion: districtOf(said("居住地所在区", "District of residence")),
      },
      required: ["permitNumber", "mobile", "address", "addressRegion"],
      additionalProperties: false,
    },
    materials: [
      {
        code: "address-proof",
        name: { zh: "居住地住址证明", en: "Proof of the address" },
        required: true,
      },
    ],
    steps: [
      { code: "accept", name: { zh: "受理", en: "Acceptance" }, role: "acceptor", workingDays: 0 },
      { code: "decide", name: { zh: "决定", en: "Decision" }, role: "decider", workingDays: 3 },
    ],
    fee: { amount: ZERO },
    effect: "LICENCE",
    licence: {
      act: "CHANGE",
      type: "residence-permit",
      number: { var: "form.permitNumber" },
      content: { address: { var: "form.address" }, district: { var: "form.addressRegion" } },
    },
  },
  rollOut: [{ region: BEIJING, stage: "GENERAL" }],
};
