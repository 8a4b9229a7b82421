### The editor's own pieces (frontend/web/editor/words.ts). Names in braces are filled in by the editor.

editor-body = Text of the story
editor-headline = Headline
editor-kicker = Kicker
editor-standfirst = Standfirst
editor-placeholder = Write here, or press / to insert
editor-apply = Apply
editor-cancel = Cancel

## Links

editor-link = Link
editor-link-address = Address
editor-link-text = Text
editor-link-remove = Remove the link
editor-link-refused = This address will not do: it has to begin with https:// or with /

## Embeds

editor-embed = Embed
editor-embed-address = Address
editor-embed-hint = YouTube, Vimeo, Spotify or OpenStreetMap.
editor-embed-title = What it is
editor-embed-refused = This cannot be embedded: use YouTube, Vimeo, Spotify or OpenStreetMap.
editor-embed-load-youtube = Load the video from YouTube
editor-embed-load-vimeo = Load the video from Vimeo
editor-embed-load-spotify = Load the audio from Spotify
editor-embed-load-openstreetmap = Load the map from OpenStreetMap
# As readers read it: article-embed-explain. Other words would be of another length. $provider: such as "YouTube".
editor-embed-explain = Until you load it, nothing is sent to { $provider }. After that, { $provider } sees your IP address and may set cookies.

## Pictures

editor-picture = Picture
editor-picture-alt = Description
editor-picture-alt-hint = What it shows, for those who do not see it.
editor-picture-no-alt = The description is missing
editor-picture-caption = Caption
editor-picture-credit = Credit
# $credit: who made the picture.
editor-picture-credit-line = Photo: { $credit }
editor-picture-missing = This picture is gone
# $name: the file's name.
editor-upload = Uploading { $name }
# $name: the file's name.
editor-upload-failed = { $name } did not arrive
editor-upload-kind = This file is no picture: it takes JPEG, PNG, WebP, GIF or AVIF.
editor-upload-large = The picture is too large: 40 MB at the most.
editor-upload-retry = Try again
editor-upload-remove = Remove

## Notes, quotes, boxes, tables

editor-notes = Notes
editor-note = Note
editor-note-back = Back to the text
editor-quote-source = Who says it
editor-box-title = Title of the box
editor-table-caption = Caption of the table

## The insert menu

editor-insert = Insert
editor-insert-heading-2 = Heading
editor-insert-heading-3 = Medium heading
editor-insert-heading-4 = Small heading
editor-insert-bullets = Bulleted list
editor-insert-numbers = Numbered list
editor-insert-quote = Quote
editor-insert-pull-quote = Pull quote
editor-insert-picture = Picture
editor-insert-gallery = Gallery
editor-insert-table = Table
editor-insert-box = Box
editor-insert-embed = Video, audio or map
editor-insert-footnote = Footnote
editor-insert-rule = Rule
editor-insert-code = Code
