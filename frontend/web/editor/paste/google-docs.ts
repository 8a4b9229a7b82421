// What Google Docs puts on the clipboard: everything in a <b> that is not bold, and lists beside their entries.

import { styleOf } from "./style";
import { unwrap } from "./tree";

/** Makes it what it looks like. */
export function cleanGoogleDocs(body: HTMLElement): void {
  for (const wrapper of body.querySelectorAll("b[id^='docs-internal-guid'], span[id^='docs-internal-guid']"))
    unwrap(wrapper);
  for (const bold of body.querySelectorAll<HTMLElement>("b, strong")) {
    if (/(?<![-\w])font-weight:\s*(normal|400)/i.test(styleOf(bold))) unwrap(bold);
  }
  // A list in a list belongs to the entry before it.
  for (const list of body.querySelectorAll("ul > ul, ul > ol, ol > ul, ol > ol")) {
    const before = list.previousElementSibling;
    if (before?.localName === "li") before.append(list);
    else {
      const item = body.ownerDocument.createElement("li");
      list.replaceWith(item);
      item.append(list);
    }
  }
  for (const line of body.querySelectorAll("p > hr:only-child")) line.parentElement?.replaceWith(line);
}
