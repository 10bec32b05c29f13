export { type Asked, beginIssue } from "./begin-issue.ts";
export type { NotShownAgain } from "./issue.ts";
