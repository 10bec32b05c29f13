export type WithdrawalId = `hfw_${string}`;
