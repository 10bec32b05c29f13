export type PayoutAccountId = `pac_${string}`;
