### Writing a story, on the desk and on the public page.

## The bar

desk-to-stories = All stories
# $words, $minutes: numbers.
desk-length = { $words ->
    [one] 1 word
   *[other] { $words } words
} · { $minutes } min
# $count: characters.
desk-characters = { $count } characters, spaces included
desk-story-menu = More about this story
desk-see-on-site = See it on the newspaper
desk-to-review = Send to review
desk-to-draft = Back to draft
desk-schedule = Schedule…
desk-unschedule = Take off the schedule
desk-withdraw = Withdraw…
desk-delete = Put into the bin
desk-undelete = Take out of the bin
desk-panel = Side panel
# $name: who.
desk-published-by = { $name } published another version
desk-no-byline = No byline

## The save line

# $time: "18:42".
desk-save-saved = Saved at { $time }
desk-save-saving = Saving…
desk-save-offline = Offline: saved on this device
desk-save-device-full = This device is full: do not close the page
desk-save-refused = Not saved: copy the text and load the page again
desk-save-readonly = Read only
desk-save-opening = Opening…
desk-save-key = It saves itself here, with every word
desk-no-underline = The newspaper underlines links only

## When it was closed

desk-editor-failed = The editor did not load. Check your connection and load the page again: what you wrote is on this device.
desk-closed-signed-out = Your session ended: sign in again. What you wrote is on this device.
desk-closed-not-allowed = You may no longer write in this story.
desk-closed-no-story = There is no such story.
desk-closed-schema = The paper was updated: load the page again to go on.
desk-closed-too-large = The story is larger than it may be. Take something out and load the page again.
# $reason: a short word.
desk-closed = The connection was closed ({ $reason }). What you wrote is on this device.
desk-reload = Load again

## The toolbar

desk-toolbar = Formatting
desk-tool-block = Kind of paragraph
desk-block-text = Text
desk-block-heading-2 = Heading
desk-block-heading-3 = Medium heading
desk-block-heading-4 = Small heading
desk-tool-strike = Struck through
desk-tool-quote = Quote
desk-tool-picture = Picture
desk-tool-table = Table
desk-tool-footnote = Footnote
desk-tool-insert = Insert
desk-table-row = + row
desk-table-column = + column
desk-table-row-delete = − row
desk-table-column-delete = − column
desk-table-merge = Merge
desk-table-split = Split
desk-table-header = Header
desk-table-delete = Remove table

## Particulars

desk-panel-particulars = Particulars
desk-byline-hint = Who signs, in order.
desk-tags = Tags
desk-tags-hint = What it is about, in two or three words.
desk-token-add = Type and press Enter
# $name: the word or name.
desk-token-remove = Remove { $name }
desk-slug = Address
desk-slug-hint = The last part of the address. Empty: it comes from the headline.
desk-lang-of-story = Language of the story
desk-copyright-own = Empty: the paper’s own.
desk-lead = Lead picture
desk-lead-choose = Choose a picture
desk-lead-other = Another picture
desk-lead-remove = Remove the picture
desk-lead-alt = Description
desk-lead-alt-hint = What it shows, for those who do not see it.
desk-lead-caption = Caption
desk-lead-credit = Credit
# $credit: who made the picture.
desk-credit = Photo: { $credit }
# $percent: how much has gone.
desk-uploading = Uploading, { $percent }%
desk-upload-failed = The picture did not arrive. It takes JPEG, PNG, WebP, GIF or AVIF up to 40 MB.

## Other panels

desk-panel-checks = Checks
desk-checks-text = You may publish with things open, but for what is required.
desk-panel-words = Words
desk-find-title = Find and replace
desk-find = Find
desk-find-next = Next
desk-find-previous = Previous
desk-find-case = Match case
desk-find-whole = Whole words
desk-replace-with = Replace with
desk-replace = Replace
desk-replace-all = Replace all
# $count: how many there are. $at: which is the present one, from 1; 0 for none.
desk-found = { $count ->
    [one] Found once
   *[other] { $at } of { $count }
}
desk-hints-title = Spelling and signs
desk-hints-none = No suggestion: all in order.
desk-hint-fix = Correct
desk-hint-fix-all = Correct all
# $text: as written. $instead: as it should be.
desk-hint-fix-to = Correct “{ $text }” to “{ $instead }”
desk-panel-history = Versions
desk-history-empty = No version has come out yet. From the first publication on, every version is here with what it changed.
desk-version-now = As it is written now
# $when: "oggi alle 18:42". $name: who.
desk-version-facts = { $when }, { $name }
desk-version-diff = What changed
desk-version-diff-now = Compare with now
desk-version-restore = Take this text again
# $number: the version's.
desk-version-restored = The text of version { $number } is in the draft again. Publish it when you like.
desk-diff-title = Differences
desk-diff-none = No difference.
desk-part-headline = Headline
desk-part-kicker = Kicker
desk-part-standfirst = Standfirst
desk-panel-previews = Previews
desk-previews-text = A link for people without an account to read the story. It expires, and you can end it any time.
desk-preview-for = Good for
# $count: how many.
desk-preview-days = { $count ->
    [one] one day
   *[other] { $count } days
}
desk-preview-make = Make a link
desk-preview-link = Preview link
desk-preview-once = Copy it now: it is not shown again.
# $name: who made it. $when: "domani alle 18:42".
desk-preview-facts = By { $name }, good until { $when }
desk-preview-end = End
desk-preview-ended = Preview ended

## On the public page

# The button on the public page.
desk-pencil = Edit this article (e)
desk-in-place = Editing on the page
desk-open-at-desk = Open at the desk
desk-done = Done
