/**
 * A region code (行政区划代码), GB/T 2260: province 110000, prefecture 110100 or county 110105, known to exist; or of a
 * development zone that an operator has added.
 */
export type RegionCode = string & { readonly __id: "region" };
