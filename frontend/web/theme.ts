// Puts on <html> what the reader chose before, so that the first paint already shows it. Runs as a classic script that
// the page waits for: it has to stay a few hundred bytes.

for (const name of ["theme", "text-size"]) {
  try {
    const kept = localStorage.getItem(name);
    if (kept) document.documentElement.setAttribute(`data-${name}`, kept);
  } catch {
    // A browser that keeps nothing shows the paper as it is.
  }
}
