/** One entry of a header such as Accept-Language, with the weight that its `q` gives it: 1 where it has none. */
export type Weighted = { readonly value: string; readonly weight: number };

/** No more of a header than this is read. */
const LENGTH_MAX = 200;

/** The entries of a header with weights (RFC 9110, 12.4.2), in lower case; a weight that is none counts as 0. */
export const weighted = (header: string | undefined): readonly Weighted[] =>
  (header ?? "")
    .slice(0, LENGTH_MAX)
    .toLowerCase()
    .split(",")
    .flatMap((part) => {
      const [value = "", ...parameters] = part.split(";").map((text) => text.trim());
      const given = parameters.find((text) => text.startsWith("q="))?.slice(2);
      return value === "" ? [] : [{ value, weight: given === undefined ? 1 : weightOf(given) }];
    });

const weightOf = (text: string): number => (/^(?:0(?:\.\d*)?|1(?:\.0*)?)$/.test(text) ? Number(text) : 0);
