### Reading an article, and what stands around it.

## Under the headline

# $minutes: at least 1.
article-reading-time = { $minutes ->
    [one] 1 minute read
   *[other] { $minutes } minute read
}
article-byline = Written by
# $lang: the primary subtag of the translation's language, such as "en". $language: its name, for any other language.
article-translation = { $lang ->
    [it] Read this in Italian
    [en] Read this in English
   *[other] Read this in { $language }
}

## In the body

# $credit: who made the picture.
article-picture-credit = Photo: { $credit }
article-gallery = Picture gallery
# $count: how many pictures it holds.
article-gallery-count = { $count ->
    [one] 1 picture
   *[other] { $count } pictures
}
article-table-scroll = Table: scroll sideways to see all of it
article-code = Code
# $language: such as "Python".
article-code-in = { $language } code
article-box = Background
article-pull-quote = Highlight
article-notes = Notes
# $number: the footnote's number.
article-note = Note { $number }
# $number: the footnote's number.
article-note-back = Back to the text, note { $number }

## Embeds: nothing is loaded before the reader asks

# $provider: such as "YouTube".
article-embed-load = { $provider ->
    [YouTube] Load the video from YouTube
    [Vimeo] Load the video from Vimeo
    [Spotify] Load the audio from Spotify
    [OpenStreetMap] Load the map from OpenStreetMap
   *[other] Load this from { $provider }
}
# $provider: such as "YouTube".
article-embed-explain = Until you load it, nothing is sent to { $provider }. After that, { $provider } sees your IP address and may set cookies.
# $provider: such as "YouTube".
article-embed-open = Open on { $provider }
# $provider: such as "YouTube". $title: what is embedded.
article-embed-title = { $title } ({ $provider })

## Under the body

article-tags = Tags
article-author-box = About the author
# $name: the author's name.
article-author-all = All stories by { $name }
article-related = Related stories
article-neighbours = In the same section
# $section: its name.
article-earlier = Earlier in { $section }
# $section: its name.
article-later = Later in { $section }

## Sharing

article-share = Share
article-share-native = Share…
article-share-whatsapp = Share on WhatsApp
article-share-telegram = Share on Telegram
article-share-copy = Copy link
article-share-copied = Link copied
article-share-copy-failed = The link could not be copied: you will find it in the address bar.
article-print = Print this story

## Lists of articles

# $count: how many articles a list holds.
article-count = { $count ->
    [0] No stories
    [one] 1 story
   *[other] { $count } stories
}
# $headline: the article's. For the link around a picture.
article-read = Read: { $headline }
article-more = More stories
article-more-loading = Loading more stories…
article-more-failed = The other stories did not load. Try again.
article-more-none = There are no more stories.
# Announced to screen readers. $count: how many came in.
article-more-loaded = { $count ->
    [one] One more story loaded
   *[other] { $count } more stories loaded
}
