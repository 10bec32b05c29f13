const NUMBER = /^1[3-9]\d{9}$/;

/** A mobile number of the mainland's networks (手机号码), without the country's code. */
export const isMobileNumber = (text: string): boolean => NUMBER.test(text);

/** "138****5678": enough for its owner to know it by. */
export const maskMobileNumber = (number: string): string => `${number.slice(0, 3)}****${number.slice(-4)}`;
