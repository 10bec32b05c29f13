/** Gives something to the browser as a file to be kept. */
export function saveFile(content: Blob, name: string): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement("a");
  Object.assign(link, { href: address, download: name });
  link.click();
  // A browser may begin to save it a moment later.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** Bytes in base64, as the API gives them, as a PDF. */
export const pdfOf = (base64: string): Blob =>
  new Blob([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], { type: "application/pdf" });

export const textFile = (text: string, type: "text/csv" | "text/plain"): Blob =>
  new Blob([text], { type: `${type};charset=utf-8` });
