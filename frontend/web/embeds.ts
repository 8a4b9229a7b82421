// An embed is a plain link until the reader asks for it here: no other site hears of a reading before that.

/** Starts to answer clicks on embeds. */
export function watchEmbeds(): void {
  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-embed-frame]") : null;
    const asksForTab = event.ctrlKey || event.metaKey || event.shiftKey;
    if (!link || asksForTab) return;
    event.preventDefault();
    const frame = frameOf(link.dataset.embedFrame ?? "", link.dataset.embedTitle ?? "");
    link.replaceWith(frame);
    frame.focus();
  });
}

function frameOf(address: string, title: string): HTMLIFrameElement {
  const frame = document.createElement("iframe");
  return Object.assign(frame, {
    className: "embed__frame",
    title,
    allowFullscreen: true,
    loading: "lazy",
    referrerPolicy: "strict-origin-when-cross-origin",
    src: address,
  });
}
