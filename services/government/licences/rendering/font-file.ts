/** Source Han Sans SC (思源黑体), regular, SIL OFL 1.1; in a function's bundle it stands beside the bundle, under another name. */
export const FONT_FILE = new URL(
  "../../../../node_modules/node-source-han-sans-sc/SourceHanSansSC-Regular.otf",
  import.meta.url,
);
