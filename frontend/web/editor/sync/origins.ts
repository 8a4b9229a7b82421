// Where changes to the document come from, when it is not somebody who writes in this tab.

/** From the copy on this device. */
export const DEVICE = "device";
/** From another tab of this browser. */
export const TAB = "tab";
/** From the server. */
export const SERVER = "server";

/** Whether a change was made in this tab. */
export function isOwn(origin: unknown): boolean {
  return origin !== DEVICE && origin !== TAB && origin !== SERVER;
}
