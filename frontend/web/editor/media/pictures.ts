// What is known of stored pictures: their sizes, so that each is shown in the widths it has and never moves the text.

import { pictureHash } from "../schema/blocks";
import type { Picture } from "../types";

/** Knows pictures: those that the page shows already, and those it has asked for. */
export class Pictures {
  private readonly known = new Map<string, Picture>();
  private readonly asked = new Map<string, Promise<Picture>>();

  constructor(private readonly ask: (hash: string) => Promise<Picture> = askServer) {}

  /** What is known at once. */
  get(hash: string): Picture | undefined {
    return this.known.get(hash);
  }

  /** What is known, or what the server says. */
  async find(hash: string): Promise<Picture> {
    const known = this.known.get(hash) ?? this.asked.get(hash);
    if (known) return known;
    const answer = this.ask(hash);
    this.asked.set(hash, answer);
    try {
      const picture = await answer;
      this.known.set(hash, picture);
      return picture;
    } finally {
      this.asked.delete(hash);
    }
  }

  add(picture: Picture): void {
    this.known.set(picture.hash, picture);
  }

  /** Reads what the page shows of pictures before the editor takes its place. */
  learnFrom(page: ParentNode): void {
    for (const image of page.querySelectorAll<HTMLImageElement>("img[srcset]")) {
      const hash = pictureHash(image.getAttribute("src") ?? "");
      const widths = [...image.srcset.matchAll(/ (\d+)w/g)].map(([, width]) => Number(width));
      const [width, height] = [Number(image.getAttribute("width")), Number(image.getAttribute("height"))];
      if (hash && width && height) this.add({ hash, width, height, widths });
    }
  }
}

async function askServer(hash: string): Promise<Picture> {
  const response = await fetch(`/api/v1/pictures/get?hash=${encodeURIComponent(hash)}`);
  if (!response.ok) throw new Error(`picture ${hash}: ${response.status}`);
  return (await response.json()) as Picture;
}

/** The address of a stored picture. */
export function pictureAddress(hash: string, width: number, extension: "webp" | "jpg"): string {
  return `/media/${hash}-${width}.${extension}`;
}
