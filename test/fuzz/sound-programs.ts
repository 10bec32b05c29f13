import { forPeople } from "../government/catalogue/items.ts";

/** Forms and rules that an editor may supply: programs, too, but in order. */
export const FORM_SCHEMAS: readonly [object, ...object[]] = [
  forPeople({
    type: "object",
    properties: {
      applicantName: { type: "string", title: "姓名", "x-held": "PERSON_NAME" },
      idNumber: { type: "string" },
    },
    required: ["applicantName"],
    additionalProperties: false,
  }),
  forPeople({
    type: "object",
    properties: { count: { type: "integer", minimum: 1 }, on: { type: "string", format: "date" } },
  }),
  { type: "object", properties: {} },
];

export const RULES: readonly [object, ...object[]] = [
  { "==": [{ var: "form.applicantName" }, { var: "profile.name" }] },
  { ">": [{ var: "form.count" }, 2] },
  { "!": [{ var: "form.on" }] },
];
