// Sends a picture to the newsroom. XMLHttpRequest, because fetch does not tell how far it has come.

import type { Picture } from "../types";

/** The newsroom takes no larger file. Bytes. */
const LARGEST = 40 * 1024 * 1024;
const KINDS = ["image/jpeg", "image/png", "image/webp", "image/gif", "image/avif"];

/** The value of `accept` for a chooser of files. */
export const ACCEPTED = KINDS.join();

/** Why a file is not sent at all; nothing where it may be. */
export function refusalOf(file: Blob): "editor-upload-kind" | "editor-upload-large" | null {
  if (!KINDS.includes(file.type)) return "editor-upload-kind";
  return file.size > LARGEST ? "editor-upload-large" : null;
}

/** Whether a file is a picture that can be sent. */
export function isPicture(file: Blob): boolean {
  return file.type.startsWith("image/");
}

/** Stores a picture; `progress` hears fractions from 0 to 1. Fails with what the server says. */
export function uploadPicture(file: Blob, progress: (fraction: number) => void): Promise<Picture> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", "/desk/pictures");
    request.responseType = "json";
    request.timeout = 5 * 60_000;
    request.setRequestHeader("content-type", file.type);
    request.setRequestHeader("accept", "application/json");
    request.upload.onprogress = ({ loaded, total }) => progress(total > 0 ? loaded / total : 0);
    request.onload = () => {
      const answer = request.response as (Picture & { message?: string }) | null;
      if (request.status >= 200 && request.status < 300 && answer?.hash) resolve(answer);
      else reject(new Error(answer?.message ?? ""));
    };
    request.onerror = request.ontimeout = () => reject(new Error(""));
    request.send(file);
  });
}
