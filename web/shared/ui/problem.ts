/** A problem of a form: the id of the field that it is about, and what to do about it. */
export type Problem = { readonly field: string; readonly text: string };
