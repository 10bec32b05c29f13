/** Something that the person at the keyboard can put right; shown as one line, without a stack. */
export class SetupProblem extends Error {}

/** The data folder does not hold what the platform left there. `what` is the first half of the line. */
export const damageProblem = (what: string): SetupProblem =>
  new SetupProblem(`${what}: \`npm run reset\` starts over with a fresh demo city`);

/** An error of the operating system, as a rule about a file: it has a code such as ENOENT, and often a path. */
export const isSystemError = (error: unknown): error is NodeJS.ErrnoException =>
  error instanceof Error && "code" in error && "syscall" in error;
