import type { LifeEvent } from "../generated/graphql.ts";
import type { Text } from "./text.ts";

/** In the order of life; people first, then businesses. */
export const LIFE_EVENTS: Readonly<
  Record<LifeEvent, { readonly text: Text; readonly isOfBusiness: boolean }>
> = {
  BIRTH: { text: { zh: "生育", en: "Having a child" }, isOfBusiness: false },
  EDUCATION: { text: { zh: "入学教育", en: "School and study" }, isOfBusiness: false },
  WORK: { text: { zh: "就业", en: "Work" }, isOfBusiness: false },
  DAILY_LIFE: { text: { zh: "日常生活", en: "Everyday life and moving" }, isOfBusiness: false },
  HOME: { text: { zh: "买房租房", en: "Buying or renting a home" }, isOfBusiness: false },
  TRAVEL: { text: { zh: "交通出行", en: "Driving and travelling" }, isOfBusiness: false },
  HEALTH: { text: { zh: "看病就医", en: "Health" }, isOfBusiness: false },
  RELIEF: { text: { zh: "救助帮扶", en: "Help in need" }, isOfBusiness: false },
  RETIREMENT: { text: { zh: "退休养老", en: "Retiring" }, isOfBusiness: false },
  AFTER_DEATH: { text: { zh: "身后事", en: "After a death" }, isOfBusiness: false },
  STARTING_A_BUSINESS: { text: { zh: "开办企业、开店", en: "Starting a business" }, isOfBusiness: true },
  HIRING: { text: { zh: "招聘用工", en: "Taking people on" }, isOfBusiness: true },
  TAXES: { text: { zh: "纳税缴费", en: "Taxes and contributions" }, isOfBusiness: true },
  RUNNING_A_BUSINESS: { text: { zh: "经营发展", en: "Running a business" }, isOfBusiness: true },
  BUILDING: { text: { zh: "工程建设", en: "Building" }, isOfBusiness: true },
  CLOSING_A_BUSINESS: { text: { zh: "注销退出", en: "Closing a business" }, isOfBusiness: true },
};

/** Whether a text of an address names one. */
export const isLifeEvent = (text: string): text is LifeEvent => Object.hasOwn(LIFE_EVENTS, text);
