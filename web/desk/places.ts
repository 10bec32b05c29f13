import type { LinkProps } from "@tanstack/react-router";
import type { Role } from "../shared/generated/graphql.ts";
import type { Text } from "../shared/texts/text.ts";
import type { DeskOfficer } from "./use-officer.ts";

/** A place of the desk that has a line in the navigation. */
export type Place = {
  readonly to: NonNullable<LinkProps["to"]>;
  readonly text: Text;
  /** One sentence for the front page: what is done there. */
  readonly about: Text;
  /** Drawn on a field of 24 by 24. */
  readonly picture: string;
  /** Officers of any of these have something to do there; the schema says who may do what. */
  readonly roles: readonly Role[];
};

/** Those who take the steps of cases. */
const OF_STEPS = [
  "ACCEPTOR",
  "REVIEWER",
  "INSPECTOR",
  "DECIDER",
  "ISSUER",
] as const satisfies readonly Role[];

/** In the order in which they are shown. A place is a line here. */
const PLACES: readonly Place[] = [
  {
    to: "/desk/queue",
    text: { zh: "待办", en: "Work queue" },
    about: {
      zh: "查看辖区内等待办理的环节，领取下一件。",
      en: "See what waits in your jurisdiction, and take the next one on.",
    },
    picture: "M4 5h16v3H4zm0 5h16v3H4zm0 5h10v3H4z",
    roles: [...OF_STEPS, "SUPERVISOR"],
  },
  {
    to: "/desk/search",
    text: { zh: "查找案件", en: "Find a case" },
    about: {
      zh: "按办件编号、姓名或统一社会信用代码查找。",
      en: "By its number, by a name, or by an enterprise's credit code.",
    },
    picture:
      "M10 3a7 7 0 1 0 4.3 12.5l5 5 1.6-1.6-5-5A7 7 0 0 0 10 3zm0 2.5a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9z",
    roles: [...OF_STEPS, "SUPERVISOR", "AUDITOR"],
  },
  {
    to: "/desk/window",
    text: { zh: "窗口", en: "Window" },
    about: {
      zh: "叫号、接待、发号，代窗口前的人申请。",
      en: "Call, receive and give out numbers, and apply for whoever is at your window.",
    },
    picture: "M3 4h18v9h-2V6H5v7H3zM2 15h20v2H2zm4 4h12v2H6zM12 7.5a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5z",
    roles: ["WINDOW_CLERK"],
  },
  {
    to: "/desk/shown-licence",
    text: { zh: "读取证照码", en: "Licence codes" },
    about: {
      zh: "读取持证人在手机上出示的电子证照，每个码一次。",
      en: "Read the electronic licence that a holder shows on the phone, once by each code.",
    },
    picture:
      "M3 3h8v8H3zm2 2v4h4V5zm8-2h8v8h-8zm2 2v4h4V5zM3 13h8v8H3zm2 2v4h4v-4zm8-2h3v3h-3zm5 0h3v5h-3zm-5 5h3v3h-3zm5 2h3v1h-3z",
    roles: ["WINDOW_CLERK", ...OF_STEPS],
  },
  {
    to: "/desk/supervision",
    text: { zh: "督办", en: "Supervision" },
    about: {
      zh: "超期、投诉、待复核和暂停的办件。",
      en: "Cases that are overdue, complained of, appealed against or standing still.",
    },
    picture: "M12 2 3 6v6c0 5 4 9 9 10 5-1 9-5 9-10V6zm0 4a1 1 0 0 1 1 1v5h-2V7a1 1 0 0 1 1-1zm-1 8h2v2h-2z",
    roles: ["SUPERVISOR"],
  },
  {
    to: "/desk/reviews",
    text: { zh: "抽查复核", en: "Sample reviews" },
    about: {
      zh: "复核系统按规则作出的决定。",
      en: "Look at decisions that were taken by rule and drawn for review.",
    },
    picture:
      "M4 3h12v5h-2V5H6v14h5v2H4zm13 8a5 5 0 0 1 4 8l2 2-1.400 1.400-2-2a5 5 0 1 1-2.600-9.400zm0 2a3 3 0 1 0 0 6 3 3 0 0 0 0-6z",
    roles: ["DECIDER", "SUPERVISOR"],
  },
  {
    to: "/desk/evaluations",
    text: { zh: "差评处理", en: "Bad evaluations" },
    about: {
      zh: "整改差评，回访评价人，答复申诉。",
      en: "Put right what people were not satisfied with, call them back, and answer their appeals.",
    },
    picture: "M4 4h16v12H8l-4 4zm4 4v2h8V8zm0 3v2h5v-2z",
    roles: ["ACCEPTOR", "REVIEWER", "INSPECTOR", "DECIDER", "ISSUER", "SUPERVISOR"],
  },
  {
    to: "/desk/inspections",
    text: { zh: "双随机检查", en: "Random inspections" },
    about: {
      zh: "抽取检查计划，填报和确认结果，跟进逾期未改正的。",
      en: "Draw plans, report and confirm what was found, and follow up what was not put right.",
    },
    picture:
      "M5 3h14a2 2 0 0 1 2 2v14a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2zm3 3.500a1.500 1.500 0 1 0 0 3 1.500 1.500 0 0 0 0-3zm8 0a1.500 1.500 0 1 0 0 3 1.500 1.500 0 0 0 0-3zM12 10.500a1.500 1.500 0 1 0 0 3 1.500 1.500 0 0 0 0-3zM8 14.500a1.500 1.500 0 1 0 0 3 1.500 1.500 0 0 0 0-3zm8 0a1.500 1.500 0 1 0 0 3 1.500 1.500 0 0 0 0-3z",
    roles: ["INSPECTOR", "SUPERVISOR"],
  },
  {
    to: "/desk/register",
    text: { zh: "登记簿", en: "Registers" },
    about: {
      zh: "录入登记簿记载的企业和监护人。",
      en: "Put enterprises and guardians on record as registers state them.",
    },
    picture: "M5 2h12a2 2 0 0 1 2 2v18H7a2 2 0 0 1-2-2zm3 4v2h8V6zm0 4v2h8v-2zm-1 8v2h10v-2z",
    roles: ["REGISTRAR"],
  },
  {
    to: "/desk/halls",
    text: { zh: "大厅", en: "Halls" },
    about: {
      zh: "查看大厅的读卡器，登记和停用。",
      en: "See the card readers of halls, add them and take them out of use.",
    },
    picture: "M3 9l9-6 9 6v2H3zm2 4h3v6H5zm5.500 0h3v6h-3zM16 13h3v6h-3zM3 20h18v2H3z",
    roles: ["HALL_MANAGER"],
  },
  {
    to: "/desk/zones",
    text: { zh: "开发区", en: "Development zones" },
    about: {
      zh: "登记没有行政区划代码的开发区，更正或终止。",
      en: "Record zones that GB/T 2260 does not have, change and end them.",
    },
    picture: "M3 21V9l6 4V9l6 4V3h6v18zm4-5v2h2v-2zm4 0v2h2v-2zm4 0v2h2v-2z",
    roles: ["SUPERVISOR"],
  },
  {
    to: "/desk/audit",
    text: { zh: "审计", en: "Audit" },
    about: {
      zh: "核对办件记录有没有被改动。",
      en: "Verify that the trail of a case is as it was written.",
    },
    picture: "M5 3h10l4 4v14H5zm2 2v14h10V8h-3V5zm2 6h6v2H9zm0 4h6v2H9z",
    roles: ["AUDITOR"],
  },
  {
    to: "/desk/figures",
    text: { zh: "全市数据", en: "Figures" },
    about: {
      zh: "按月份、地区和事项查看收件、办结、时限和评价。",
      en: "Applications received and decided, time and evaluations, by month, region and item.",
    },
    picture: "M4 20h16v2H2V2h2zm3-9h3v7H7zm5-5h3v12h-3zm5 8h3v4h-3z",
    roles: ["SUPERVISOR", "AUDITOR"],
  },
  {
    to: "/desk/catalogue",
    text: { zh: "事项目录", en: "Catalogue" },
    about: {
      zh: "起草和修改事项，预览申请表，复核发布，按地区开通。",
      en: "Draft and change service items, preview their forms, publish, and switch them on by region.",
    },
    picture: "M5 2h11l4 4v16H5zm10 2v3h3zM8 10h9v2H8zm0 4h9v2H8zm0 4h6v2H8z",
    roles: ["CATALOGUE_EDITOR"],
  },
  {
    to: "/desk/licence-types",
    text: { zh: "证照类型", en: "Licence types" },
    about: {
      zh: "起草和修改电子证照的类型：内容、公开程度、有效期和颁发机构，复核发布。",
      en: "Draft and change types of electronic licences: content, what is told, validity, issuers; publish them.",
    },
    picture:
      "M3 4h18v16H3zm2 2v12h14V6zm2 2h6v2H7zm0 4h6v2H7zm9-4a2.500 2.500 0 1 1 0 5 2.500 2.500 0 0 1 0-5zm-2 6h4v2h-4z",
    roles: ["CATALOGUE_EDITOR"],
  },
  {
    to: "/desk/issuer-keys",
    text: { zh: "颁发机构的密钥", en: "Issuers' keys" },
    about: {
      zh: "查看颁发机构签发电子证照的密钥，提出、同意、停用，报告泄露。",
      en: "See the keys by which authorities sign licences; propose, agree to and end them, report one as stolen.",
    },
    picture:
      "M8 7a5 5 0 1 1-1 9.900A5 5 0 0 1 8 7zm0 3a2 2 0 1 0 0 4 2 2 0 0 0 0-4zm4.500.500H22v3h-2v3h-3v-3h-4.500z",
    roles: ["CATALOGUE_EDITOR"],
  },
  {
    to: "/desk/trust",
    text: { zh: "跨地区互认", en: "Other regions" },
    about: {
      zh: "承认其他地区的颁发机构，规定其证照对应本地的哪一种，登记密钥泄露。",
      en: "Say which issuers of other regions are believed, what their licences stand for, which keys were given away.",
    },
    picture: "M2 6h9v2H4v8h7v2H2zm11 0h9v12h-9v-2h7V8h-7zM7 11h10v2H7z",
    roles: ["CATALOGUE_EDITOR"],
  },
  {
    to: "/desk/remedies",
    text: { zh: "救济途径", en: "Legal remedies" },
    about: {
      zh: "登记决定要告知的复议机关、网上渠道和法院。",
      en: "State the authority, its online channel and the court that decisions name.",
    },
    picture: "M11 2h2v2h7v2h-2l3 8a4 4 0 0 1-8 0l3-8h-3v13h4v2H7v-2h4V6H8l3 8a4 4 0 0 1-8 0l3-8H4V4h7z",
    roles: ["CATALOGUE_EDITOR"],
  },
  {
    to: "/desk/partners",
    text: { zh: "合作企业", en: "Partners" },
    about: {
      zh: "审批合作企业的申请和续办，开通正式环境，暂停和恢复接入。",
      en: "Decide on partners' applications and renewals, open live access, suspend and reinstate.",
    },
    picture: "M3 21V7l9-4 9 4v14h-7v-5h-4v5zm4-10h3V8H7zm7 0h3V8h-3z",
    roles: ["PARTNER_MANAGER"],
  },
  {
    to: "/desk/treasury",
    text: { zh: "资金", en: "Treasury" },
    about: {
      zh: "试算平衡和差异，账户明细，结算合同，付给个人的款项，预存款。",
      en: "The trial balance and what differs, accounts with their statements, contracts of settlement, payouts, deposits.",
    },
    picture: "M12 2 2 7v3h20V7zM4 12h3v6H4zm6.5 0h3v6h-3zM17 12h3v6h-3zM2 20h20v2H2z",
    roles: ["TREASURER"],
  },
];

/** The places at which an officer has something to do. */
export const placesOf = (officer: DeskOfficer | undefined): readonly Place[] =>
  PLACES.filter(({ roles }) => roles.some((role) => officer?.roles.includes(role)));
