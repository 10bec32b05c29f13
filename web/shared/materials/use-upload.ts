import { useEffect, useRef, useState } from "react";
import { useChange } from "../graphql/use-answer.ts";
import {
  CONFIRM_UPLOAD,
  REQUEST_UPLOAD,
  type Upload,
  type Uploaded,
  uploadMaterial,
} from "./upload-material.ts";

export type Uploading = {
  /** The file that is being sent, or was last. */
  readonly file: File | undefined;
  /** Of its bytes, from 0 to 1; undefined while none is being sent. */
  readonly share: number | undefined;
  readonly outcome: Uploaded | undefined;
  /** One that was chosen while another is under way, and is not sent. */
  readonly early: File | undefined;
  readonly begin: (file: File) => void;
  /** The same file once more. */
  readonly again: () => void;
  readonly stop: () => void;
};

/** Sends files for a material, one at a time. A file that is under way ends with the page. */
export function useUpload(
  place: Pick<Upload, "application" | "material" | "replaces" | "attendance">,
): Uploading {
  const request = useChange(REQUEST_UPLOAD);
  const confirm = useChange(CONFIRM_UPLOAD);
  const [last, setLast] = useState<Upload>();
  const [share, setShare] = useState<number>();
  const [outcome, setOutcome] = useState<Uploaded>();
  const [early, setEarly] = useState<File>();
  const under = useRef<AbortController>(undefined);
  useEffect(() => () => under.current?.abort(), []);

  async function send(upload: Upload): Promise<void> {
    if (share !== undefined) return setEarly(upload.file);
    const controller = new AbortController();
    under.current = controller;
    setLast(upload);
    setOutcome(undefined);
    setEarly(undefined);
    setShare(0);
    const calls = { request: request.send, confirm: confirm.send };
    const ended = await uploadMaterial(upload, calls, { signal: controller.signal, onShare: setShare });
    setShare(undefined);
    setOutcome(ended);
  }

  return {
    ...{ file: last?.file, share, outcome, early },
    begin: (file) => void send({ ...place, file, key: crypto.randomUUID() }),
    again: () => void (last && send(last)),
    stop: () => under.current?.abort(),
  };
}
