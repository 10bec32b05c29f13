import type { Plugin } from "esbuild";

/** The file that names its font by its own place is in another place in a bundle: `url` is the expression to name it by there. */
export const fontAt = (url: string): Plugin => ({
  name: "the font of a bundle",
  setup: ({ onLoad }) => {
    onLoad({ filter: /\/rendering\/font-file\.ts$/ }, () => ({
      contents: `export const FONT_FILE = ${url};`,
    }));
  },
});
