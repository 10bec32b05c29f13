export type BillId = `bill_${string}`;
export type UtilityAccountId = `uac_${string}`;
