export { findNotice } from "./find-notice.ts";
export {
  type AdverseAct,
  type Deciding,
  NATIONAL_NOTICE,
  type Remedies,
  type RemedyNotice,
  remediesAgainst,
} from "./notice.ts";
export { lacksChannel, logOnlineGap } from "./online-gap.ts";
export { readStatementFor } from "./read-statement.ts";
export { type StatePorts, stateRemedies } from "./state-remedies.ts";
export type { Stated, StatementRow } from "./statement.ts";
export { remediesText } from "./words.ts";
