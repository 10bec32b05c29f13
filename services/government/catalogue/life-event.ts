/**
 * The turns of a person's and of a business's life at which they need public services (全生命周期), in the order and by the names
 * of the State Council's General Office (国办发〔2025〕24号, 二(一)): 个人出生、教育、就业、生活、置业、出行、就医、救助、养老、身后,
 * and 经营主体准入准营、招聘用工、纳税缴费、经营发展、工程建设、注销退出. Where an item belongs is for its editors to say.
 */
export const LIFE_EVENTS = [
  "BIRTH",
  "EDUCATION",
  "WORK",
  "DAILY_LIFE",
  "HOME",
  "TRAVEL",
  "HEALTH",
  "RELIEF",
  "RETIREMENT",
  "AFTER_DEATH",
  "STARTING_A_BUSINESS",
  "HIRING",
  "TAXES",
  "RUNNING_A_BUSINESS",
  "BUILDING",
  "CLOSING_A_BUSINESS",
] as const;
export type LifeEvent = (typeof LIFE_EVENTS)[number];
