// The words of the editor's own pieces. They come from the page, which has them from the Fluent files.

/** Every key that the page must give words for. `{name}` in words stands for what they speak of. */
export const WORDS = [
  "editor-body",
  "editor-headline",
  "editor-kicker",
  "editor-standfirst",
  "editor-placeholder",
  "editor-apply",
  "editor-cancel",
  "editor-link",
  "editor-link-address",
  "editor-link-text",
  "editor-link-remove",
  "editor-link-refused",
  "editor-embed",
  "editor-embed-address",
  "editor-embed-hint",
  "editor-embed-title",
  "editor-embed-refused",
  "editor-embed-load-youtube",
  "editor-embed-load-vimeo",
  "editor-embed-load-spotify",
  "editor-embed-load-openstreetmap",
  "editor-embed-explain",
  "editor-picture",
  "editor-picture-alt",
  "editor-picture-alt-hint",
  "editor-picture-no-alt",
  "editor-picture-caption",
  "editor-picture-credit",
  "editor-picture-credit-line",
  "editor-picture-missing",
  "editor-upload",
  "editor-upload-failed",
  "editor-upload-kind",
  "editor-upload-large",
  "editor-upload-retry",
  "editor-upload-remove",
  "editor-notes",
  "editor-note",
  "editor-note-back",
  "editor-quote-source",
  "editor-box-title",
  "editor-table-caption",
  "editor-insert",
  "editor-insert-heading-2",
  "editor-insert-heading-3",
  "editor-insert-heading-4",
  "editor-insert-bullets",
  "editor-insert-numbers",
  "editor-insert-quote",
  "editor-insert-pull-quote",
  "editor-insert-picture",
  "editor-insert-gallery",
  "editor-insert-table",
  "editor-insert-box",
  "editor-insert-embed",
  "editor-insert-footnote",
  "editor-insert-rule",
  "editor-insert-code",
] as const;

type Key = (typeof WORDS)[number];

/** The words for a key, with `{name}` replaced by what they speak of. */
export type Words = (key: Key, values?: Record<string, string | number>) => string;

/** Looks words up. A key that the page gave nothing for shows itself. */
export function wordsOf(given: Record<string, string>): Words {
  return (key, values = {}) =>
    (given[key] ?? key).replace(/\{\s*\$?(\w+)\s*\}/g, (whole, name: string) => String(values[name] ?? whole));
}
