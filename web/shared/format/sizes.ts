const KB = 1_000;

/** How large a file is, as people read it: "193 B", "24 kB", "1.5 MB". */
export function sizeText(bytes: number): string {
  if (bytes < KB) return `${bytes} B`;
  return bytes < KB * KB ? `${Math.round(bytes / KB)} kB` : `${(bytes / KB / KB).toFixed(1)} MB`;
}
