// Pictures on the clipboard: those that came along are sent to the newsroom, those of other sites become links.

import { pictureHash } from "../schema/blocks";

/** A picture that came with the text, and the sign that stands for it until it is in its place. */
export interface ClipboardPicture {
  token: string;
  file: Blob;
}

let count = 0;

/** Takes the pictures out of a page. */
export function takePictures(body: HTMLElement): ClipboardPicture[] {
  const taken: ClipboardPicture[] = [];
  for (const image of body.querySelectorAll("img")) {
    const address = image.getAttribute("src") ?? "";
    if (pictureHash(address)) continue;
    const file = address.startsWith("data:") ? fileOf(address) : null;
    if (file) {
      count += 1;
      const token = `\ue000${count}\ue001`;
      taken.push({ token, file });
      const paragraph = body.ownerDocument.createElement("p");
      paragraph.textContent = token;
      place(image, paragraph);
    } else if (/^https?:\/\//.test(address) && !isTracker(image) && !image.closest("a")) {
      const link = body.ownerDocument.createElement("a");
      link.href = address;
      link.textContent = image.getAttribute("alt")?.trim() || address.replace(/^https?:\/\/|[?#].*$/g, "");
      image.replaceWith(link);
    } else {
      image.replaceWith(image.closest("a") ? (image.getAttribute("alt") ?? "") : "");
    }
  }
  return taken;
}

/** Puts a block in the place of a picture: behind the paragraph that it stands in. */
function place(image: Element, block: Element): void {
  const around = image.closest("p, li, h1, h2, h3, h4, h5, h6, figure, table");
  if (around) around.after(block);
  else return image.replaceWith(block);
  image.remove();
}

function isTracker(image: Element): boolean {
  return ["width", "height"].some((name) => ["0", "1"].includes(image.getAttribute(name) ?? ""));
}

/** The file of a data address; nothing where it is not a picture of pixels. */
function fileOf(address: string): Blob | null {
  const [, type, coded] = /^data:(image\/(?:jpeg|png|webp|gif|avif));base64,([A-Za-z0-9+/=\s]+)$/.exec(address) ?? [];
  if (!type || !coded) return null;
  try {
    const text = atob(coded.replace(/\s/g, ""));
    return new Blob([Uint8Array.from(text, (character) => character.charCodeAt(0))], { type });
  } catch {
    return null;
  }
}
