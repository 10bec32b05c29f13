/** An answer to a GET for a page, or for a file that a page loads. */
export type PageResponse = {
  readonly status: number;
  readonly contentType: string;
  readonly body: Uint8Array | string;
  readonly headers?: Readonly<Record<string, string>>;
};
