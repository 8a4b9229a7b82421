### What every page of the desk says: frame, help, dates, states.

desk-title = Desk
desk-loading = Loading…
desk-needs-script = The desk needs JavaScript: turn it on in your browser and load the page again.
desk-skip = Skip to content
desk-close = Close
desk-cancel = Cancel
desk-save = Save
desk-saved = Saved
desk-back = Back
desk-next = Next
desk-retry = Try again
desk-undo = Undo
desk-copy = Copy
desk-copied = Copied to the clipboard
desk-copy-failed = It could not be copied: select the text and copy it by hand.
desk-sending = One moment…
desk-or = or
desk-remove = Remove
desk-more = More
desk-nowhere-title = Page not found
desk-nowhere-text = There is nothing at this address of the desk.

## Navigation

desk-nav-label = Desk
desk-nav-menu = Menu of the desk
desk-nav-site = Go to the newspaper
desk-nav-stories = Stories
desk-nav-board = Board
desk-nav-calendar = Calendar
desk-nav-people = People
desk-nav-settings = Settings
desk-nav-audit = Log
desk-nav-account = My account
# $name: who is signed in.
desk-nav-account-of = My account: { $name }
desk-unsent-title = Some words were not sent
desk-unsent-text = This device holds text that the paper does not have yet. If you sign out now it is lost. To save it, open the story while online and wait for “Saved”.
desk-unsent-leave = Sign out and lose the text
desk-unsent-stay = Stay
desk-sign-out = Sign out
desk-new-story = New story
desk-new-story-hint = New story (n)

## Help

desk-help = Keys
desk-help-hint = All keys (?)
desk-help-title = Keyboard shortcuts
desk-help-everywhere = Everywhere
desk-help-lists = In lists and on the board
desk-help-editor = While you write
desk-help-site = On the newspaper
desk-key-help = This list
desk-key-new = New story
desk-key-search = Search
desk-key-close = Close the dialog or menu
desk-key-next = Next story
desk-key-previous = Previous story
desk-key-open = Open the story
desk-key-move = Move the card to the next column
desk-key-save = Nothing to do: it saves itself
desk-key-undo = Undo
desk-key-redo = Redo
desk-key-bold = Bold
desk-key-italic = Italic
desk-key-underline = Nothing: the newspaper does not underline
desk-key-link = Link
desk-key-heading = Text, large, medium, small heading
desk-key-numbers = Numbered list
desk-key-bullets = Bulleted list
desk-key-find = Find and replace
desk-key-insert = Insert: picture, table, note and more
desk-key-markdown = At the start of a line: heading, list, quote, rule
desk-key-in-place = Edit the article on its page

## States

desk-state-draft = Draft
desk-state-review = In review
desk-state-scheduled = Scheduled
desk-state-published = Published
desk-state-withdrawn = Withdrawn
desk-state-deleted = Bin
desk-state-changed = changed

## Roles

desk-role-contributor = Contributor
desk-role-author = Author
desk-role-moderator = Moderator
desk-role-editor = Editor
desk-role-admin = Administrator

## Dates. Numbers and clock times are handed over as text.

desk-month-1 = January
desk-month-2 = February
desk-month-3 = March
desk-month-4 = April
desk-month-5 = May
desk-month-6 = June
desk-month-7 = July
desk-month-8 = August
desk-month-9 = September
desk-month-10 = October
desk-month-11 = November
desk-month-12 = December
desk-month-short-1 = Jan
desk-month-short-2 = Feb
desk-month-short-3 = Mar
desk-month-short-4 = Apr
desk-month-short-5 = May
desk-month-short-6 = Jun
desk-month-short-7 = Jul
desk-month-short-8 = Aug
desk-month-short-9 = Sep
desk-month-short-10 = Oct
desk-month-short-11 = Nov
desk-month-short-12 = Dec
desk-weekday-1 = Monday
desk-weekday-2 = Tuesday
desk-weekday-3 = Wednesday
desk-weekday-4 = Thursday
desk-weekday-5 = Friday
desk-weekday-6 = Saturday
desk-weekday-7 = Sunday
desk-weekday-short-1 = Mon
desk-weekday-short-2 = Tue
desk-weekday-short-3 = Wed
desk-weekday-short-4 = Thu
desk-weekday-short-5 = Fri
desk-weekday-short-6 = Sat
desk-weekday-short-7 = Sun
# $day, $year: as text. $month: one of desk-month-1 to desk-month-12.
desk-date = { $day } { $month } { $year }
# $time: "18:42".
desk-when-today = today at { $time }
# $time: "18:42".
desk-when-yesterday = yesterday at { $time }
# $time: "18:42".
desk-when-tomorrow = tomorrow at { $time }
# $date: as desk-date makes it. $time: "18:42".
desk-when = { $date } at { $time }

## Who did something, where it was no person

desk-who-operator = The system
desk-who-import = Import
desk-who-reader = Not signed in
