/** The longest code of a department, material, step, role or licence type. */
export const CODE_LENGTH_MAX = 40;

const CODE = /^[A-Za-z0-9._-]{1,40}$/;

/** Whether a text can be the code of a department, material, step, role or licence type: it is part of keys. */
export const isCode = (text: string): boolean => CODE.test(text);
