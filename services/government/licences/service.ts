import type { Service } from "../../kernel/service.ts";
import { LICENCE_MESSAGES } from "./messages.ts";

export const LICENCES = {
  name: "government/licences",
  schema: ["licences", "licence-types", "electronic-licences"],
  ids: ["lic"],
  models: ["ElectronicLicence", "Licence", "LicenceType", "EditedLicenceType"],
  messages: [LICENCE_MESSAGES],
} as const satisfies Service;
