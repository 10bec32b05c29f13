import type { Role } from "../shared/generated/graphql.ts";
import type { Text } from "../shared/texts/text.ts";

export const ROLES: Readonly<Record<Role, Text>> = {
  PARTNER_MANAGER: { zh: "合作企业管理", en: "Partner manager" },
  CATALOGUE_EDITOR: { zh: "事项编辑", en: "Catalogue editor" },
  TREASURER: { zh: "资金管理", en: "Treasurer" },
  ACCEPTOR: { zh: "受理人员", en: "Acceptor" },
  REVIEWER: { zh: "审查人员", en: "Reviewer" },
  INSPECTOR: { zh: "检查人员", en: "Inspector" },
  DECIDER: { zh: "决定人员", en: "Decider" },
  ISSUER: { zh: "送达人员", en: "Issuer" },
  SUPERVISOR: { zh: "监督人员", en: "Supervisor" },
  AUDITOR: { zh: "审计人员", en: "Auditor" },
  WINDOW_CLERK: { zh: "窗口人员", en: "Window clerk" },
  HALL_MANAGER: { zh: "大厅管理", en: "Hall manager" },
  REGISTRAR: { zh: "登记人员", en: "Registrar" },
};
