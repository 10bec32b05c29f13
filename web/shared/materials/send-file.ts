/** Where a file is sent, and with which headers, as the platform says. */
export type Link = {
  readonly method: string;
  readonly url: string;
  readonly headers: readonly { readonly name: string; readonly value: string }[];
};

export type Sent = "sent" | "refused" | "offline" | "stopped";

/** The browser sets it itself, and lets nobody else do so. */
const OF_BROWSER = "content-length";

/** Sends a file's bytes, and tells how much of them has gone: `fetch` cannot tell that. */
export function sendFile(
  file: File,
  { method, url, headers }: Link,
  { signal, onShare }: { readonly signal: AbortSignal; readonly onShare: (share: number) => void },
): Promise<Sent> {
  const request = new XMLHttpRequest();
  const ended = new Promise<Sent>((resolve) => {
    request.onload = () => resolve(request.status >= 200 && request.status < 300 ? "sent" : "refused");
    request.onerror = () => resolve("offline");
    request.onabort = () => resolve("stopped");
  });
  request.upload.onprogress = ({ loaded, total }) => onShare(total > 0 ? loaded / total : 0);
  request.open(method, url);
  for (const { name, value } of headers)
    if (name.toLowerCase() !== OF_BROWSER) request.setRequestHeader(name, value);
  signal.addEventListener("abort", () => request.abort());
  request.send(file);
  return ended;
}

/** Of the bytes, in hexadecimal. */
export async function checksumOf(file: File): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", await file.arrayBuffer());
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
