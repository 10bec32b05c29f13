/** Between the parts of a name of a minority or a foreigner, as "阿依古丽·买买提" has one. */
const MIDDLE_DOTS = /[\u00B7\u16EB\u2022\u2024\u2027\u2219\u22C5\u25CF\u25E6\u2E31\u2E33\u30FB]/gu;
/** A full stop in the middle dot's place. */
const STOPS = /(?<=\p{Script=Han})\.(?=\p{Script=Han})/gu;

/**
 * A name in the one form in which names are compared: however it is typed, in full or half width, with spaces, with one
 * middle dot or another, or without, as old systems write it, and in capitals or not. It is not shown to anybody.
 */
export function plainName(name: string): string {
  const typed = name.normalize("NFKC").replaceAll(/[\s\p{Cf}]/gu, "");
  const plain = typed.replaceAll(MIDDLE_DOTS, "").replaceAll(STOPS, "").toLowerCase();
  return plain === "" ? typed : plain;
}
