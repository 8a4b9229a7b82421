// A stored picture in the widths it has, as app/src/articles/picture.rs sets it.

import { element } from "../dom";
import type { Picture } from "../types";
import { pictureAddress } from "./pictures";

/** How wide a picture stands: alone, or in a gallery. */
export const SIZES = { alone: "(min-width: 60em) 56rem, 100vw", gallery: "(min-width: 60em) 28rem, 50vw" } as const;

/** Makes the picture. */
export function photo(picture: Picture, alt: string, sizes: string): HTMLElement {
  const candidates = (extension: "webp" | "jpg"): string =>
    picture.widths.map((width) => `${pictureAddress(picture.hash, width, extension)} ${width}w`).join(", ");
  const middle = picture.widths.find((width) => width >= 900) ?? picture.widths.at(-1) ?? picture.width;
  return element(
    "picture",
    {},
    element("source", { type: "image/webp", srcset: candidates("webp"), sizes }),
    element("img", {
      sizes,
      srcset: candidates("jpg"),
      src: pictureAddress(picture.hash, middle, "jpg"),
      width: String(picture.width),
      height: String(picture.height),
      alt,
      draggable: "false",
    }),
  );
}
