export type ConsentId = `cns_${string}`;
export type ConsentRequestId = `crq_${string}`;
