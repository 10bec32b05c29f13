export type PaymentId = `pay_${string}`;
export type RefundId = `rfd_${string}`;
export type DifferenceId = `dif_${string}`;
export type ChargebackId = `cbk_${string}`;
export type DepositId = `dep_${string}`;
