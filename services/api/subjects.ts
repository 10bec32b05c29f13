import type { CitizenId } from "../kernel/ids.ts";

/**
 * Whose data an object of the response is: its own `subject` or `citizenId`, or that of the object it hangs under. What
 * hangs under a person stays that person's, so a contribution or an instalment needs no field of its own for it. A
 * `subject` goes before `citizenId`: who handles a matter for somebody has no say in who reads it.
 */
export type Subjects = {
  readonly of: (source: unknown) => CitizenId | undefined;
  readonly inherit: <T>(value: T, subject: CitizenId | undefined) => T;
};

export function trackSubjects(): Subjects {
  const known = new WeakMap<object, CitizenId>();
  const inherit = <T>(value: T, subject: CitizenId | undefined): T => {
    if (typeof value !== "object" || value === null) return value;
    if (Array.isArray(value)) {
      for (const item of value) inherit(item, subject);
      return value;
    }
    const own = "subject" in value ? personIn(value.subject) : (personIn(value) ?? subject);
    if (own) known.set(value, own);
    return value;
  };
  return {
    of: (source) => (typeof source === "object" && source !== null ? known.get(source) : undefined),
    inherit,
  };
}

const personIn = (value: unknown): CitizenId | undefined =>
  typeof value === "object" && value !== null && "citizenId" in value && typeof value.citizenId === "string"
    ? (value.citizenId as CitizenId)
    : undefined;
