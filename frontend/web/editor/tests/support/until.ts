/** Waits until something is so; fails after `most` milliseconds with what was waited for. */
export async function until(what: string, is: () => boolean, most = 5_000): Promise<void> {
  const started = Date.now();
  while (!is()) {
    if (Date.now() - started > most) throw new Error(`it did not come to pass: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
