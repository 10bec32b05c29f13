/** Named values of which nothing is known yet: JSON of somebody else's, or what a caller has given. */
export type Fields = Readonly<Record<string, unknown>>;

/** Whether fields can be read of it at all: an object, a list too, and not null. */
export const isFields = (value: unknown): value is Fields => typeof value === "object" && value !== null;

/** Whether it is an object of JSON: fields, and no list. */
export const isObject = (value: unknown): value is Fields => isFields(value) && !Array.isArray(value);

/** The fields of a JSON text of somebody else's; none where it is no JSON, or holds none. */
export function readFields(text: string): Fields {
  try {
    const value: unknown = JSON.parse(text);
    return isFields(value) ? value : {};
  } catch {
    return {};
  }
}
