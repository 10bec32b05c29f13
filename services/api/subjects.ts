import type { CitizenId } from "../kernel/ids.ts";

/**
 * The subject of an object of the response: its own `subject` or `citizenId`, or that of the object it hangs under. An
 * object that hangs under a person stays that person's, so a contribution or an instalment needs no field of its own
 * for it. A `subject` goes before `citizenId`: one who handles a matter for somebody has no say in who reads it.
 */
export type Subjects = {
  readonly of: (source: unknown) => CitizenId | undefined;
  /** The case that an object of the response is, or hangs under. */
  readonly matterOf: (source: unknown) => Matter | undefined;
  readonly inherit: <T>(value: T, subject: CitizenId | undefined, matter?: Matter) => T;
};

/** A case as somebody may be told of it: its id, and the code of the department that answers for it. */
export type Matter = { readonly id: string; readonly department: string };

export function trackSubjects(): Subjects {
  const known = new WeakMap<object, CitizenId>();
  const matters = new WeakMap<object, Matter>();
  const inherit = <T>(value: T, subject: CitizenId | undefined, from?: Matter): T => {
    if (typeof value !== "object" || value === null) return value;
    if (Array.isArray(value)) {
      for (const item of value) inherit(item, subject, from);
      return value;
    }
    const matter = matterIn(value) ?? from;
    if (matter) matters.set(value, matter);
    const own = "subject" in value ? personIn(value.subject) : (personIn(value) ?? subject);
    if (own) known.set(value, own);
    return value;
  };
  return {
    of: (source) => (typeof source === "object" && source !== null ? known.get(source) : undefined),
    matterOf: (source) => (typeof source === "object" && source !== null ? matters.get(source) : undefined),
    inherit,
  };
}

const personIn = (value: unknown): CitizenId | undefined =>
  typeof value === "object" && value !== null && "citizenId" in value && typeof value.citizenId === "string"
    ? (value.citizenId as CitizenId)
    : undefined;

/** A case has a subject, a department and an id; what is said of one names it as its application. */
function matterIn(value: object): Matter | undefined {
  if (!("department" in value) || typeof value.department !== "string") return undefined;
  const { department } = value;
  if ("application" in value && typeof value.application === "string")
    return { id: value.application, department };
  if (!("subject" in value && "id" in value) || typeof value.id !== "string") return undefined;
  return { id: value.id, department };
}
