import type { EventStatement } from "../../kernel/service.ts";

/** The events of enterprises and authorities, with their texts for citizens. */
export const ENTERPRISE_EVENTS = {
  "enterprise.changed": {
    payload: ["about"],
    text: {
      zh: "企业 {about} 的登记信息（法定代表人或登记状态）已变更。如与登记机关的记载不符，请立即向登记机关反映。",
      en: "What is on record of enterprise {about} (its legal representative or its standing) has changed. If the register does not say so, tell the registrar at once.",
    },
  },
  "authority.granted": {
    payload: ["about"],
    text: {
      zh: "已登记一项由您委托他人或委托您代办的授权，请查看其事项和期限。如非本人意愿，请立即撤销。",
      en: "An authority was granted in which you are the principal or the agent; look at its items and its term. If you did not want it, revoke it at once.",
    },
  },
  "authority.revoked": {
    payload: ["about"],
    text: {
      zh: "一项与您有关的代办授权已终止，不能再据此办理。",
      en: "An authority that concerns you has ended; nothing is done under it any more.",
    },
  },
  "guardianship.recorded": {
    payload: ["about"],
    text: {
      zh: "已登记一项监护关系：监护人可代未成年人办理事项，至其年满十八周岁。如与事实不符，请立即到政务服务大厅更正。",
      en: "A guardianship is on record: the guardian acts for the minor until the minor is 18. If this is not so, have it put right at a service hall at once.",
    },
  },
  "own-labour.recorded": {
    payload: ["about"],
    text: {
      zh: "已登记您以自己的劳动收入为主要生活来源，您可以独立办理事项，监护登记同时终止。",
      en: "It is on record that you live on the income of your own labour: you act for yourself, and your guardianship has ended.",
    },
  },
  "guardianship.ended": {
    payload: ["about"],
    text: {
      zh: "一项与您有关的监护登记已终止，监护人不能再据此代为办理。",
      en: "A guardianship that concerns you has ended; nothing is done under it any more.",
    },
  },
  "authority.ended": {
    payload: ["about"],
    text: { zh: "与您有关的代办授权已期满。", en: "An authority of yours is over by its term." },
  },
} as const satisfies Readonly<Record<string, EventStatement>>;
