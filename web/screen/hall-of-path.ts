/** The hall's code in an address, "/screen/BJ-CY-01"; undefined where it names none. */
export function hallOfPath(path: string): string | undefined {
  const [, , code = ""] = path.split("/", 3);
  try {
    return decodeURIComponent(code) || undefined;
  } catch {
    return undefined;
  }
}
