/** Named values of which nothing is known yet: JSON of somebody else's, or what a caller has given. */
export type Fields = Readonly<Record<string, unknown>>;

/** Whether fields can be read of it at all: an object, a list too, and not null. */
export const isFields = (value: unknown): value is Fields => typeof value === "object" && value !== null;

/** The fields of a JSON text of somebody else's; none where it is no JSON, or holds none. */
export function readFields(text: string): Fields {
  try {
    const value: unknown = JSON.parse(text);
    return isFields(value) ? value : {};
  } catch {
    return {};
  }
}
