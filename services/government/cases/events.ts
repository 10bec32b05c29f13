import type { EventStatement } from "../../kernel/service.ts";

/** The events of cases, with their texts for citizens. */
export const CASE_EVENTS = {
  "attendance.begun": {
    payload: ["about"],
    text: {
      zh: "政务服务窗口正在凭您的排队号或身份证为您办理业务。如您不在现场，请立即投诉。",
      en: "A clerk at a window is serving you, by your ticket or your identity card. If you are not there, complain at once.",
    },
  },
  "application.submitted": {
    payload: ["about"],
    text: {
      zh: "您的{case}已提交{takenIn}，受理部门将在 5 个工作日内答复。",
      en: "Your application for {case} was handed in{takenIn}; the department answers within five working days.",
    },
  },
  "application.confirmation-asked": {
    payload: ["about"],
    text: {
      zh: "有人代您提交了一项涉及资金或许可证的{case}，请本人登录核对金额和收款账户后确认；15 日内未确认即失效。如非您的意愿，请撤回。",
      en: "Somebody has handed in an application for {case} in your name that bears on money or a licence. Sign in, look at the amount and the account, and confirm it within 15 days, or it lapses; withdraw it if you did not want it.",
    },
  },
  "application.transferred": {
    payload: ["about"],
    text: {
      zh: "您的{case}已转至应当办理的部门或地区，办理期限不变，可查看由谁办理及理由。",
      en: "Your application for {case} was handed on to the department or region that it belongs to. Its time runs on; you can read who handles it now, and why.",
    },
  },
  "application.accepted": {
    payload: ["about"],
    text: { zh: "您的{case}已受理。", en: "Your application for {case} was accepted for review." },
  },
  "application.correction-requested": {
    payload: ["about"],
    text: {
      zh: "您的{case}需要补正，请按告知内容一次性修改后重新提交。",
      en: "Your application for {case} has to be corrected; please put right what the notice names and hand it in again.",
    },
  },
  "household.asked": {
    payload: ["about"],
    text: {
      zh: "有家庭成员请您同意用您（或您的孩子）的一本证照免交其申请的材料。请登录查看是哪一件、会看到哪些内容，再作答复；不是家人的，请拒绝。",
      en: "A member of your household asks you to let a licence of yours, or of your child, stand for a material of their application. Sign in to see which, and what is read of it, before you answer; refuse a stranger.",
    },
  },
  "application.household-answered": {
    payload: ["about"],
    text: {
      zh: "您请求使用其证照的家庭成员已就您的{case}作出答复。",
      en: "A member of your household has answered about their licence for {case}.",
    },
  },
  "application.material-over": {
    payload: ["about"],
    text: {
      zh: "您的{case}的材料所用的证照已过期、被暂扣、注销或撤销，或者外地证照已换发新版本、本地不再采认。请尽快延续、恢复或换领；在此之前不能准予，办理期限照常计算。",
      en: "A licence that stands for a material of your application for {case} has expired, or was suspended, cancelled or revoked; or one of another region has a newer version, or is not recognised here any more. Renew, resume or replace it soon: until then nothing can be granted, and the time for the decision runs on.",
    },
  },
  "application.inspection-appointed": {
    payload: ["about"],
    text: {
      zh: "将对您的{case}进行现场核查，办理期限照常计算。",
      en: "Your application for {case} will be verified on site; the time for its decision runs on.",
    },
  },
  "application.inspection-reported": {
    payload: ["about"],
    text: {
      zh: "您的{case}的现场核查已完成，可查看核查结果。",
      en: "The inspection on site for {case} is done; you can read what was found.",
    },
  },
  "application.reinspection-ordered": {
    payload: ["about"],
    text: {
      zh: "您的{case}在现场核查中发现须整改的问题，整改后将再次核查，可查看整改要求。",
      en: "Something that was found on site for {case} has to be put right; you can read what, and you will be inspected again.",
    },
  },
  "application.approved": {
    payload: ["about"],
    text: { zh: "您的{case}已获批准。", en: "Your application for {case} was approved." },
  },
  "application.deemed-granted": {
    payload: ["about"],
    text: {
      zh: "您的{case}在许可有效期届满前未获决定，依法视为准予延续（行政许可法第五十条），有效期重新计算。",
      en: "Nobody decided on your application for {case} before the licence ended, so it counts as granted (Administrative Licensing Law, art. 50); its term begins anew.",
    },
  },
  "application.rejected": {
    payload: ["about"],
    text: {
      zh: "您的{case}未获批准，可查看理由、依据和救济途径。",
      en: "Your application for {case} was refused; you can read why, on what ground, and what you can do.",
    },
  },
  "application.delivered": {
    payload: ["about"],
    text: {
      zh: "您的{case}已办结并送达。",
      en: "What was granted on your application for {case} was delivered.",
    },
  },
  "application.extended": {
    payload: ["about"],
    text: {
      zh: "您的{case}的办理期限已延长，可查看理由。",
      en: "There is more time for the decision on your application for {case}; you can read why.",
    },
  },
  "application.paused": {
    payload: ["about", "pauseReason", "until"],
    text: {
      zh: "您的{case}因依法需要{pauseReason}暂停计算办理期限，预计至 {until}；所需时间不计入办理期限（行政许可法第四十五条）。",
      en: "The clock of your application for {case} stands still, as the law has it, for: {pauseReason}. That is expected to take until {until}; the time does not count (Administrative Licensing Law, art. 45).",
    },
  },
  "application.resumed": {
    payload: ["about"],
    text: {
      zh: "您的{case}已恢复计算办理期限，可查看新的期限。",
      en: "The clock of your application for {case} runs again; you can read by when it has to be decided.",
    },
  },
  "application.pause-over": {
    payload: ["about"],
    text: {
      zh: "您的{case}暂停计时已超过告知的期限，已转交主管人员督办。",
      en: "The clock of your application for {case} has stood still for longer than you were told; a supervisor has been told.",
    },
  },
  "application.overdue": {
    payload: ["about"],
    text: {
      zh: "您的{case}已超过办理时限，已转交主管人员督办。",
      en: "Your application for {case} is overdue; a supervisor has been told.",
    },
  },
  "application.delivery-overdue": {
    payload: ["about"],
    text: {
      zh: "您的{case}获批后的送达已超过法定期限，已转交主管人员督办。",
      en: "What was granted on your application for {case} was not delivered in time; a supervisor has been told.",
    },
  },
  "application.lapsed": {
    payload: ["about"],
    text: {
      zh: "您的{case}因逾期未提交、未确认或未补正而失效。",
      en: "Your application for {case} has lapsed, because it was not handed in, confirmed or corrected in time.",
    },
  },
  "application.lapsed-uncorrected": {
    payload: ["about"],
    text: {
      zh: "您的{case}因逾期未补正已终止办理，可查看救济途径；您也可以重新申请。",
      en: "Your application for {case} has ended, because it was not corrected in time; you can read your remedies, or apply anew.",
    },
  },
  "application.appeal-answered": {
    payload: ["about"],
    text: {
      zh: "您就{case}提出的复核已有答复，可查看结果和法定救济途径。",
      en: "The department has answered your request for review in {case}; you can read the outcome and your legal remedies.",
    },
  },
  "application.revoked": {
    payload: ["about"],
    text: {
      zh: "您的{case}所获批准已被撤销，可查看理由、依据和救济途径。",
      en: "What was granted on your application for {case} was revoked; you can read why, on what ground, and what you can do.",
    },
  },
  "application.note-written": {
    payload: ["about"],
    text: {
      zh: "办理人员就您的{case}给您留言，可在申请中查看并回复。",
      en: "An officer has written to you about your application for {case}; you can read it there and reply.",
    },
  },
  "application.complaint-answered": {
    payload: ["about"],
    text: {
      zh: "您关于{case}办理超期的投诉已有答复。",
      en: "Your complaint about delay in {case} was answered.",
    },
  },
} as const satisfies Readonly<Record<string, EventStatement>>;
