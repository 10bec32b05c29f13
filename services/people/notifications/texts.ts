import type { EventType } from "../../kernel/commit/event.ts";

export type Text = { readonly zh: string; readonly en: string };

/**
 * How each event reads. `{gaps}` are filled from its payload; `{partner}` is the name behind `partnerId`, and a gap that
 * a naming is for, such as `{hall}`, the name behind the payload's code.
 */
export const TEXTS = {
  "bill.issued": {
    zh: "“{partner}”有新账单 {amount} 元待缴。",
    en: "A new bill of {partner} is due: {amount} yuan.",
  },
  "automatic-payment.above-ceiling": {
    zh: "“{partner}”的账单 {amount} 元超过您设定的代扣上限，未自动缴纳，请手动缴费。",
    en: "The bill of {partner} over {amount} yuan is above your ceiling and was not paid by itself; please pay it.",
  },
  "automatic-payment.given-up": {
    zh: "“{partner}”的账单 {amount} 元多次自动缴费未成功，请手动缴费。",
    en: "The bill of {partner} over {amount} yuan could not be paid by itself; please pay it.",
  },
  "card.charged": {
    zh: "您的交通卡乘车扣款 {amount} 元。",
    en: "{amount} yuan were charged to your transit card for a ride.",
  },
  "card.credited": {
    zh: "您的交通卡乘车费用已更正，退回 {amount} 元。",
    en: "A ride of yours was corrected: {amount} yuan went back to your transit card.",
  },
  "payout.paid": {
    zh: "已向您的银行账户退还 {amount} 元。",
    en: "{amount} yuan were paid out to your bank account.",
  },
  "payout-account.added": {
    zh: "您名下新增了一个收款银行账户。如非您本人意愿，请立即删除。",
    en: "A bank account was added to which you can be paid. If you did not want it, remove it at once.",
  },
  "payout-account.proven": {
    zh: "您的一个收款银行账户已由银行核验为本人账户。",
    en: "The bank has confirmed that an account to which you can be paid is yours.",
  },
  "payout-account.removed": {
    zh: "您的一个收款银行账户已删除，今后不再向其付款。如非您本人操作，请立即联系平台。",
    en: "An account of yours was removed; you are not paid to it any more. If that was not you, tell the platform at once.",
  },
  "payment.created": {
    zh: "您的 {amount} 元支付正在处理。",
    en: "Your payment of {amount} yuan is under way.",
  },
  "payment.succeeded": {
    zh: "您已成功支付 {amount} 元。",
    en: "Your payment of {amount} yuan has succeeded.",
  },
  "payment.failed": {
    zh: "您的 {amount} 元支付未成功，未扣款。",
    en: "Your payment of {amount} yuan has failed; no money was taken.",
  },
  "payment.refunded": { zh: "已向您退款 {amount} 元。", en: "{amount} yuan were paid back to you." },
  "refund.created": {
    zh: "您的 {amount} 元退款正在处理。",
    en: "Your refund of {amount} yuan is under way.",
  },
  "consent.granted": {
    zh: "您已授权“{partner}”读取您的数据，可随时撤回。",
    en: "You allowed {partner} to read data of yours. You can take that back at any time.",
  },
  "consent.revoked": {
    zh: "您已撤回对“{partner}”的授权，对方不能再据此读取您的数据。",
    en: "You took back what you had allowed {partner}; it reads nothing under it any more.",
  },
  "partner.approved": {
    zh: "“{partner}”的接入申请已通过，现在可以创建测试密钥。",
    en: "The application of {partner} was approved; test keys can be made now.",
  },
  "partner.rejected": {
    zh: "“{partner}”的接入申请未通过。",
    en: "The application of {partner} was rejected.",
  },
  "partner.live-granted": {
    zh: "“{partner}”已开通正式环境，现在可以创建正式密钥。",
    en: "{partner} was granted live access; live keys can be made now.",
  },
  "partner.suspended": {
    zh: "“{partner}”的接入已被暂停，其密钥暂不可用。",
    en: "{partner} was suspended; its keys do not work meanwhile.",
  },
  "partner.reinstated": {
    zh: "“{partner}”的接入已恢复，其密钥重新可用。",
    en: "{partner} was reinstated; its keys work again.",
  },
  "partner.lapsed": {
    zh: "登记机关对“{partner}”所属企业的记载或其代理授权已变更：正式密钥已暂停，须由现任法定代表人或其授权的代理人续期（renewPartnership），经审核后恢复。",
    en: "What the register states of the enterprise {partner}, or an agent's authority for it, has changed: live keys are suspended until its legal representative or an authorised agent renews (renewPartnership) and that is reviewed.",
  },
  "partner.renewal-requested": {
    zh: "“{partner}”的续期申请已提交，等待审核。",
    en: "The renewal of {partner} was asked for and waits for its review.",
  },
  "partner.renewed": {
    zh: "“{partner}”已续期，正式密钥重新可用。建议立即换发原有密钥。",
    en: "{partner} was renewed and its live keys work again. Rotate the keys that others have known.",
  },
  "partner.renewal-refused": {
    zh: "“{partner}”的续期申请未通过，正式密钥仍然暂停。",
    en: "The renewal of {partner} was refused; its live keys stay suspended.",
  },
  "telephone.changed": {
    zh: "您名下的手机号码已登记或更换，今后的验证码将发送至该号码。如非您本人操作，请立即联系平台。",
    en: "A new telephone of yours is on record, and codes are sent to it from now on. If that was not you, tell the platform at once.",
  },
  "telephone.removed": {
    zh: "您名下的手机号码已删除，不再向其发送验证码。如非您本人操作，请立即联系平台。",
    en: "Your telephone was removed; no codes are sent to it any more. If that was not you, tell the platform at once.",
  },
  "api-key.created": {
    zh: "已为“{partner}”创建新的 API 密钥。如非您本人操作，请立即吊销。",
    en: "A new API key was made for {partner}. If that was not you, revoke it at once.",
  },
  "attendance.begun": {
    zh: "政务服务窗口正在凭您的排队号或身份证为您办理业务。如您不在现场，请立即投诉。",
    en: "A clerk at a window is serving you, by your ticket or your identity card. If you are not there, complain at once.",
  },
  "enterprise.changed": {
    zh: "企业 {about} 的登记信息（法定代表人或登记状态）已变更。如与登记机关的记载不符，请立即向登记机关反映。",
    en: "What is on record of enterprise {about} (its legal representative or its standing) has changed. If the register does not say so, tell the registrar at once.",
  },
  "authority.granted": {
    zh: "已登记一项由您委托他人或委托您代办的授权，请查看其事项和期限。如非本人意愿，请立即撤销。",
    en: "An authority was granted in which you are the principal or the agent; look at its items and its term. If you did not want it, revoke it at once.",
  },
  "authority.ended": { zh: "与您有关的代办授权已期满。", en: "An authority of yours is over by its term." },
  "authority.revoked": {
    zh: "一项与您有关的代办授权已终止，不能再据此办理。",
    en: "An authority that concerns you has ended; nothing is done under it any more.",
  },
  "application.submitted": {
    zh: "您的申请已提交，受理部门将在 5 个工作日内答复。",
    en: "Your application was handed in; the department answers within five working days.",
  },
  "application.confirmation-asked": {
    zh: "有人代您提交了一项涉及资金或许可证的申请，请本人登录核对金额和收款账户后确认；15 日内未确认即失效。如非您的意愿，请撤回。",
    en: "Somebody has handed in an application in your name that bears on money or a licence. Sign in, look at the amount and the account, and confirm it within 15 days, or it lapses; withdraw it if you did not want it.",
  },
  "application.accepted": {
    zh: "您的申请已受理。",
    en: "Your application was accepted for review.",
  },
  "application.correction-requested": {
    zh: "您的申请需要补正，请按告知内容一次性修改后重新提交。",
    en: "Your application has to be corrected; please put right what the notice names and hand it in again.",
  },
  "application.inspection-appointed": {
    zh: "将对您的申请进行现场核查，核查期间不计入办理期限。",
    en: "Your application will be inspected on site; the time of the inspection does not count.",
  },
  "application.inspection-reported": {
    zh: "现场核查已完成，可查看核查结果。",
    en: "The inspection on site is done; you can read what was found.",
  },
  "application.reinspection-ordered": {
    zh: "现场核查发现须整改的问题，整改后将再次核查，可查看整改要求。",
    en: "Something that was found on site has to be put right; you can read what, and you will be inspected again.",
  },
  "application.approved": {
    zh: "您的申请已获批准。",
    en: "Your application was approved.",
  },
  "application.rejected": {
    zh: "您的申请未获批准，可查看理由、依据和救济途径。",
    en: "Your application was refused; you can read why, on what ground, and what you can do.",
  },
  "application.delivered": {
    zh: "您的申请已办结并送达。",
    en: "What you applied for was delivered.",
  },
  "application.extended": {
    zh: "您的申请的办理期限已延长，可查看理由。",
    en: "There is more time for the decision on your application; you can read why.",
  },
  "application.overdue": {
    zh: "您的申请已超过办理时限，已转交主管人员督办。",
    en: "Your application is overdue; a supervisor has been told.",
  },
  "application.lapsed": {
    zh: "您的申请因逾期未提交、未确认或未补正而失效。",
    en: "Your application has lapsed, because it was not handed in, confirmed or corrected in time.",
  },
  "application.appeal-answered": {
    zh: "您的复议申请已有答复。",
    en: "Your appeal was answered.",
  },
  "application.revoked": {
    zh: "您获得的批准已被撤销，可查看理由和依据。",
    en: "What was granted to you was revoked; you can read why and on what ground.",
  },
  "application.note-written": {
    zh: "办理人员就您的申请给您留言，可在申请中查看并回复。",
    en: "An officer has written to you about your application; you can read it there and reply.",
  },
  "application.complaint-answered": {
    zh: "您关于办理超期的投诉已有答复。",
    en: "Your complaint about delay was answered.",
  },
  "evaluation.put-right": {
    zh: "您的差评已整改，我们将回访。",
    en: "What you evaluated badly was put right; you will be called back.",
  },
  "evaluation.appeal-answered": {
    zh: "您对差评处理的申诉已有答复。",
    en: "Your appeal about how your evaluation was handled was answered.",
  },
  "inspection.rectification-ordered": {
    zh: "您的企业在“双随机”抽查中被责令限期改正，可查看抽查结果和期限。",
    en: "A random inspection of your enterprise found something to be put right; you can read what, and by when.",
  },
  "appointment.booked": {
    zh: "您的预约已成功，请按时到大厅取号办理。",
    en: "Your appointment is booked; please come to the hall in time.",
  },
  "appointment.moved": { zh: "您的预约已改期。", en: "Your appointment was moved." },
  "appointment.cancelled": { zh: "您的预约已取消。", en: "Your appointment was cancelled." },
  "appointment.no-show": {
    zh: "您未按预约到大厅办理，已记为一次爽约；90 天内三次将暂停预约 30 天。",
    en: "You did not keep your appointment. Three of them within 90 days, and you cannot book for 30 days.",
  },
  "appointment.hall-closed": {
    zh: "大厅当日未开放，您的预约已失效，不计爽约，请重新预约。",
    en: "The hall was closed on the day of your appointment; please book anew. It does not count against you.",
  },
  "appointment.cancelled-by-hall": {
    zh: "{hall}将于 {time} 不开放，您的预约已被大厅取消，不计爽约，请重新预约。",
    en: "{hall} will not be open at {time}, so it has cancelled your appointment; please book anew. It does not count against you.",
  },
  "ticket.called": {
    zh: "{number} 号，请到 {window} 号窗口办理。",
    en: "Number {number}, please go to window {window}.",
  },
} as const satisfies Record<EventType, Text>;
