/** A licence type's history, from its first draft on. */
export const typeHistory = (code: string): string => `licence-type:${code}`;
