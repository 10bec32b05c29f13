const NUMBER = /^\d{12,19}$/;

/** The number of a bank account or card: banks number accounts each in its own way. */
export const isBankAccountNumber = (text: string): boolean => NUMBER.test(text);

/** "…4321": all that its owner needs to know it by. */
export const maskBankAccount = (number: string): string => `…${number.slice(-4)}`;
