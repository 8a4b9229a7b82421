### Why the desk refuses something about a story: what is wrong, and what to do.

## What is required before publishing

story-headline-missing = There is no headline: write one and try again.
story-headline-long = The headline is longer than 300 characters: shorten it.
story-section-missing = There is no section: choose one.
story-section-unknown = There is no such section: choose one of the paper’s.
story-no-section = The paper has no sections yet: an administrator can make them in the settings.
story-body-missing = The story has no text: write it and try again.

## A later version

story-kind-missing = The story was published before: say whether this is a misprint, an update, a correction, a clarification or a rectification.
story-kind-unknown = There is no such kind of change: choose one from the list.
story-note-missing = Tell readers what changed.
story-note-long = The text is longer than 1000 characters: shorten it.

## Where it stands

story-in-bin = The story is in the bin: take it out first.
story-embargoed = The story is under embargo: it cannot become public before its time.
story-scheduled-before = The story is scheduled before the embargo ends: move or cancel that first.
story-public-already = The story is public already: an embargo would keep nothing back.
story-never-public = The story was never published: there is nothing to withdraw.
story-not-movable = Only a draft can go to review, and only from review back to draft.
story-state-unknown = A story can be moved between draft and review only.

## Moments

story-moment-past = This moment is over: choose one to come.
story-moment-far = This moment is too far away: five years at the most.
story-moment-malformed = Write date and time, such as 2026-10-25T02:30.
story-moment-skipped = There is no such hour: the clocks go forward that night. Choose one before or after it.

## Lists and preview links

story-list-place = This place in the list is gone: load the list from its beginning.
story-calendar-range = The calendar shows four hundred days at the most, from the first to the last.
story-preview-days = A preview link is good for 1 to 30 days.
story-preview-many = There are twenty preview links already: end one.
story-preview-embargoed = The story is under embargo: lift it before you share a preview.

## Pictures handed in

picture-too-large = The file is larger than 40 MiB: save it smaller and try again.
picture-too-many-pixels = The picture has more than 50 megapixels: scale it down and try again.
picture-unknown = The file does not hold a JPEG, PNG, WebP or GIF picture.
picture-unreadable = This kind of picture cannot be read yet: save it as JPEG, PNG or WebP.
picture-broken = The picture is damaged: export it again and try once more.
