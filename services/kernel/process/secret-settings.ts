import { type Fields, isFields } from "../fields.ts";

/** A problem in the settings of an other side, "payment gateway", in one line that never shows them. */
export const wrongSettings = (of: string, problem: string): Error =>
  new Error(`settings of the ${of}: ${problem}`);

/** The JSON of a secret; empty where it is no object. Throws where it is no JSON. */
export function readSettings(text: string, of: string): Fields {
  try {
    const value: unknown = JSON.parse(text);
    return isFields(value) ? value : {};
  } catch {
    // JSON's own message shows a part of the text, which is a secret.
    throw wrongSettings(of, "no JSON");
  }
}

/** Settings of each mode, `{ live, test }`, of which either may be left out. Throws where anything else stands there. */
export function settingsByMode(
  text: string,
  of: string,
): { readonly live?: unknown; readonly test?: unknown } {
  const { live, test, ...others } = readSettings(text, of);
  // Settings without a mode around them are not to be passed over as if there were none.
  if (Object.keys(others).length > 0) throw wrongSettings(of, "only live and test can stand there");
  return { live, test };
}
