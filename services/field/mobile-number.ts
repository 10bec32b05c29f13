const NUMBER = /^1[3-9]\d{9}$/;

/** A mobile number of the mainland's networks (手机号码), without the country's code. */
export const isMobileNumber = (text: string): boolean => NUMBER.test(text);
