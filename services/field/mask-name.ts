/** "王**": the first character of a person's name, and a star for each other one, though at least one. */
export function maskName(name: string): string {
  const [first = "", ...others] = [...name];
  return first + "*".repeat(Math.max(1, others.length));
}
