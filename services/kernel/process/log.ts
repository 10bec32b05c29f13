/** One JSON line. Never hand in tokens, keys, names, identity numbers or amounts: only codes, counts and ids. */
export type Log = (level: "INFO" | "WARN" | "ERROR", message: string, fields?: LogFields) => void;
export type LogFields = Readonly<Record<string, LogValue>>;
type LogValue =
  | string
  | number
  | boolean
  | undefined
  | readonly LogValue[]
  | { readonly [name: string]: LogValue };

/** To standard output, past `console`: Lambda would wrap its lines, and put our JSON as text into JSON of its own. */
export const jsonLog: Log = (level, message, fields = {}) => {
  const timestamp = new Date().toISOString();
  process.stdout.write(`${JSON.stringify({ timestamp, level, message, ...fields })}\n`);
};
