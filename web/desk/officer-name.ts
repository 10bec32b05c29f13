import type { Text } from "../shared/texts/text.ts";

/** How the desk calls an officer; of one whose sign-in states no name, the end of their id tells them from others. */
export function officerName({ id, name }: { readonly id: string; readonly name: string | null }): Text {
  if (name !== null) return { zh: name, en: name };
  const end = id.slice(-4);
  return { zh: `未登记姓名的工作人员（${end}）`, en: `An officer without a name on record (${end})` };
}
