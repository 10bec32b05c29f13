import { isFrontIndex, type Place, pathOf, placeOf, type Role } from "./place.ts";
import { type Form, importsOf, passedOn, type SourceFile } from "./source-file.ts";

/** One file's import of another file. */
export type Edge = {
  readonly from: Place;
  readonly to: Place;
  readonly form: Form;
  /** Whether the names that it takes are listed. */
  readonly isListed: boolean;
  /** Of an import of a service's index: what the files are in which the names it takes are declared. */
  readonly brings: readonly Role[];
};

/** One file's import of a package. */
export type PackageImport = { readonly from: Place; readonly specifier: string };

/** The files where they stand, and what leads from one to another. */
export type House = {
  readonly files: readonly { readonly place: Place; readonly text: string }[];
  readonly edges: readonly Edge[];
  readonly packages: readonly PackageImport[];
};

export function houseOf(files: readonly SourceFile[]): House {
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  const places = new Map(files.map((file) => [file.path, placeOf(file)]));
  const placeAt = (path: string): Place => places.get(path) ?? placeOf({ path, text: "" });
  const rolesBehind = (index: Place, names: readonly string[] | undefined): readonly Role[] => {
    const sources = passedOn(texts.get(index.path) ?? "");
    return (names ?? [...sources.keys()]).map((name) => {
      const source = sources.get(name);
      return source === undefined ? index.role : placeAt(pathOf(index.path, source)).role;
    });
  };
  const imports = files.flatMap(({ path, text }) =>
    importsOf(text).map((found) => ({ ...found, from: placeAt(path) })),
  );
  const isFile = ({ specifier }: { readonly specifier: string }) => specifier.startsWith(".");
  return {
    files: files.map(({ path, text }) => ({ place: placeAt(path), text })),
    edges: imports.filter(isFile).map(({ from, specifier, form, names }) => {
      const to = placeAt(pathOf(from.path, specifier));
      const brings = isFrontIndex(to) ? rolesBehind(to, names) : [];
      return { from, to, form, isListed: names !== undefined, brings };
    }),
    packages: imports.filter((found) => !isFile(found)),
  };
}
