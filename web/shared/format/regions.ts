/** The regions around a county, with itself first, as the codes of GB/T 2260 are made: its prefecture and its province. */
export const regionsAround = (
  code: string,
): readonly [county: string, prefecture: string, province: string] => [
  code,
  `${code.slice(0, 4)}00`,
  `${code.slice(0, 2)}0000`,
];
