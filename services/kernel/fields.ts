/** Named values of which nothing is known yet: JSON of somebody else's, or what a caller has given. */
export type Fields = Readonly<Record<string, unknown>>;

/** Whether fields can be read of it at all: an object, a list too, and not null. */
export const isFields = (value: unknown): value is Fields => typeof value === "object" && value !== null;
