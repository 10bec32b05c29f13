/** Codes of GB/T 2260 end in "00" for each level that they leave open: "110105" lies in "110000". */
export const isIn = (code: string, broader: string): boolean =>
  code.startsWith(broader.replace(/(00)+$/, ""));
