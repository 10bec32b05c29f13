/** A file of the repository: its path from the root, and what stands in it. */
export type SourceFile = { readonly path: string; readonly text: string };

/**
 * How a file names another: for its values, for its types alone, in place (`import("./x.ts")`, of which nobody can
 * tell which of the two it is), or to add to what that file declares (`declare module "./x.ts"`).
 */
export type Form = "value" | "type" | "in place" | "declare module";

export type Import = {
  readonly specifier: string;
  readonly form: Form;
  /** The names it takes from there; undefined if they are not listed, so that it may be all. */
  readonly names?: readonly string[];
};

const STATEMENT = /^\s*(?:import|export)\b([^"'`;]*?)\bfrom\s*["']([^"']+)["']/gm;
const FORMS: readonly (readonly [RegExp, Form])[] = [
  [/^\s*import\s*["']([^"']+)["']/gm, "value"],
  [/\b(?:import|require)\(\s*["'`]([^"'`$]+)["'`]/g, "in place"],
  [/^\s*declare\s+module\s*["']([^"']+)["']/gm, "declare module"],
];
const REFERENCE = /^\s*\/\/\/\s*<reference\s+path=["']([^"']+)["']/gm;

/** All that leads from this text to another file or to a package: types and `declare module` count as values do. */
export function importsOf(text: string): readonly Import[] {
  const code = withoutComments(text);
  const statements = [...code.matchAll(STATEMENT)].map(([, clause = "", specifier = ""]): Import => {
    const listed = /^\s*(?:type\s)?\s*\{([^}]*)\}\s*$/.exec(clause)?.[1];
    const names = listed === undefined ? {} : { names: pairsIn(listed).map(([name]) => name) };
    return { specifier, form: /^\s*type\b/.test(clause) ? "type" : "value", ...names };
  });
  const references = [...text.matchAll(REFERENCE)].map(([, path = ""]): Import => {
    return { specifier: path.startsWith(".") ? path : `./${path}`, form: "type" };
  });
  const others = FORMS.flatMap(([pattern, form]) =>
    [...code.matchAll(pattern)].map(([, specifier = ""]): Import => ({ specifier, form })),
  );
  return [...statements, ...others, ...references];
}

const LISTS = /^\s*(?:import|export)\s+(?:type\s+)?\{([^}]*)\}\s*from\s*["']([^"']+)["']/gm;

/** The names that an index may pass on, each with the specifier of the file that it has the name from. */
export function passedOn(text: string): ReadonlyMap<string, string> {
  const lists = [...withoutComments(text).matchAll(LISTS)];
  return new Map(
    lists.flatMap(([, listed = "", specifier = ""]) =>
      pairsIn(listed).map(([, name]) => [name, specifier] as const),
    ),
  );
}

/** For each entry between braces the name that it has in the other file, and the name that it gets in this one. */
function pairsIn(listed: string): readonly (readonly [string, string])[] {
  const entries = listed.split(",").map((entry) => entry.trim().replace(/^type\s+/, ""));
  return entries.filter(Boolean).map((entry) => {
    const [name = "", alias = name] = entry.split(/\s+as\s+/);
    return [name, alias];
  });
}

/** Code that waits, or promises to. A message that speaks of waiting is no such code. */
export function waits(text: string): boolean {
  return /\b(await|async|Promise)\b/.test(withoutStrings(withoutComments(text)));
}

/** Time, chance and the environment reach a noun as arguments; it neither waits for anything nor tells anybody. */
const IMPURE = new RegExp(
  [
    ...[/\bDate\.now/, /\bnew Date\b(?!\([^)])/, /\bperformance\.now/, /\bTemporal\.Now/],
    ...[/\bMath\.random/, /\brandom(?:UUID|Bytes|Int)/, /\bprocess\./],
    ...[/(?<![.\w])fetch(?=\()/, /(?<![.\w])set(?:Timeout|Interval|Immediate)(?=\()/, /\bconsole\./],
  ]
    .map(({ source }) => source)
    .join("|"),
  "g",
);

/** The places where the code asks for the time, for chance or for the environment instead of being told. */
export function impurities(text: string): readonly string[] {
  return [...withoutComments(text).matchAll(IMPURE)].map(([found]) => found);
}

const withoutComments = (text: string): string =>
  text.replaceAll(/\/\*[\s\S]*?\*\//g, "").replaceAll(/(^|\s)\/\/.*$/gm, "$1");

const withoutStrings = (code: string): string =>
  code.replaceAll(/"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'/g, '""');
